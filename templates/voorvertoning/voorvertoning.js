// Keeps letter and report up to date: the program tells when there is a new one.
"use strict";

const shown = (id) => document.getElementById(id);
let version = null;

for (const choice of document.querySelectorAll("input[name=toon]")) {
  choice.addEventListener("change", () => { document.body.dataset.toon = choice.value; });
}

// The reader stays where they were in the report; of a PDF the browser does not tell where that is.
function place(id, address, title) {
  const section = shown(id);
  const before = section.querySelector("iframe");
  let at = 0;
  try { at = before?.contentWindow.scrollY ?? 0; } catch { at = 0; }
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.src = address;
  frame.addEventListener("load", () => {
    try { frame.contentWindow.scrollTo(0, at); } catch { /* a PDF */ }
  });
  section.replaceChildren(frame);
}

const news = new EventSource("nieuws");

news.addEventListener("message", (event) => {
  const now = JSON.parse(event.data);
  if (now.titel) {
    shown("titel").textContent = now.titel;
    document.title = `Voorbeeld: ${now.titel}`;
  }
  shown("stand").textContent = now.stand;
  shown("fout").textContent = now.fout;
  if (now.versie === version) return;
  version = now.versie;
  if (now.rapport) place("rapport", `rapport.html?v=${version}`, "Rapport");
  if (now.brief) place("brief", `brief.pdf?v=${version}#navpanes=0&view=FitH`, "Brief");
  if (now.brief || now.rapport) shown("tijd").textContent = `(${new Date().toLocaleTimeString("nl-NL")})`;
});

news.addEventListener("error", () => {
  shown("fout").textContent = "Het programma is gestopt of niet te bereiken; dit is de laatste stand.";
});
