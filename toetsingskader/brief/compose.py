"""A checked record → a `Document`: the letter, complete, for the renderers to turn into files."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from toetsingskader.afbeelding import Afbeelding
from toetsingskader.brief.hoofd import OPEN, letterhead, placeholder
from toetsingskader.brief.sjabloon import Opmaak, escape, fill
from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.brief.tabellen import TABELLEN, rows_table, tables_of
from toetsingskader.document import MARKER, Blok, Document, Openstaand, Proza, Tabel
from toetsingskader.errors import UsageError
from toetsingskader.kader import EIGENAAR_DOSSIER, PROZA, Beoordeling
from toetsingskader.kader.antwoord import Blok as BaseBlok
from toetsingskader.kader.antwoord import Staat
from toetsingskader.kader.dossier import Maximum
from toetsingskader.kader.feiten import FEIT, find_fact
from toetsingskader.kader.veld import Briefsoort, beschrijf, visits
from toetsingskader.kader.weergave import decapitalise, show, show_veld
from toetsingskader.sjablonen import find_sjabloon
from toetsingskader.source import find_citations, find_figures
from toetsingskader.toetsing import Puntverslag, Toestand, Toetsing


def open_places(document: Document) -> list[str]:
    """The placeholders that a reader of this letter would meet."""
    texts = [document.skelet.replace("\\", ""), *_strings(asdict(document.hoofd))]
    texts += document.feiten.values()
    for blok in document.blokken.values():
        shown = not (isinstance(blok, Proza) and blok.tekst.strip())
        texts += _strings(asdict(blok)) if shown else []
    found = [part.partition("]")[0] for text in texts for part in text.split(OPEN)[1:]]
    return list(dict.fromkeys(found))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)


_ACCESS = {
    "ter_inzage_cip": " Uw Kamer kan dit stuk vertrouwelijk inzien bij het Centraal "
    "Informatiepunt.",
    "vertrouwelijke_briefing": " Uw Kamer wordt hierover vertrouwelijk ingelicht.",
}


def compose(
    b: Beoordeling,
    toetsing: Toetsing,
    soort: Briefsoort,
    kamer: Kamer,
    sjablonen: Path,
    *,
    definitief: bool,
) -> Document:
    """Compose one letter to one chamber.

    Raises UsageError for a kind that has no template, ToolError when a template is wrong.
    """
    if soort not in SOORTEN:
        raise UsageError(
            f"Een {soort.label} kan deze versie nog niet schrijven. Kies uit: {', '.join(SOORTEN)}."
        )
    blokken = _Blokken(b, toetsing, definitief=definitief)
    template = find_sjabloon(sjablonen, SOORTEN[soort].sjabloon)
    skelet = fill(template, blokken.functions(), _values(b))
    hoofd = letterhead(b, soort, kamer, sjablonen, definitief=definitief)
    return Document(
        # A page header is not read aloud; the title of the document is.
        titel=" – ".join(x for x in (hoofd.markering, soort.label, hoofd.betreft) if x),
        onderwerp=hoofd.betreft,
        hoofd=hoofd,
        skelet=skelet,
        blokken=blokken.blokken,
        referenties=tuple(_references(b, skelet, blokken.blokken)),
        feiten=_facts(b, blokken.blokken),
        figuren=_figures(b, blokken.blokken),
    )


def template_names(b: Beoordeling, toetsing: Toetsing) -> tuple[frozenset[str], frozenset[str]]:
    """What a text template may call, and the plain values it may use."""
    functions = _Blokken(b, toetsing, definitief=False).functions()
    return frozenset(functions), frozenset(_values(b))


def _values(b: Beoordeling) -> dict[str, Any]:
    """Plain values a template may use."""
    dossier = b.dossier
    return {
        "uitkomst": dossier.besluit.uitkomst.waarde or "",
        "missies": [m.naam.waarde for m in dossier.missies if m.naam.waarde],
        "peildatum": str(dossier.peildatum.waarde or ""),
        "voorgeschiedenis": [
            {
                "datum": str(v.datum.waarde or ""),
                "soort": show_veld(v, "soort"),
                "onderwerp": v.onderwerp.waarde or "",
                "kamerstuk": str(v.kamerstuk.waarde or ""),
                "bron": Opmaak(f"[{'; '.join(f'@{x.sleutel}' for x in v.bron.waarde)}]")
                if v.bron.waarde
                else "",
            }
            for v in dossier.voorgeschiedenis
        ],
    }


class _Blokken:
    """The blocks a template asked for, by the name of their marker."""

    def __init__(self, b: Beoordeling, toetsing: Toetsing, *, definitief: bool) -> None:
        self.b = b
        self.definitief = definitief
        self.punten = {p.sleutel: p for p in toetsing.punten}
        self.blokken: dict[str, Blok] = {}

    def functions(self) -> dict[str, Any]:
        """What a template may call."""
        return {
            "tekst": self.prose,
            "punt": self.point,
            "kop": lambda sleutel: self.b.punten[sleutel].kader.kop,
            "feit": self.fact,
            "bekend": lambda pad: bool(self._shown(pad)),
            "maxima": self.maxima,
            "nog_niet_bekend": self.unknown,
        }

    def _add(self, naam: str, blok: Blok) -> Opmaak:
        unique = f"{naam}-{len(self.blokken) + 1}"
        self.blokken[unique] = blok
        return Opmaak(f"{MARKER}{unique}{MARKER}")

    def prose(self, sleutel: str) -> Opmaak:
        """The prose of kern.md or afweging.md."""
        titel = PROZA[sleutel]
        mist = placeholder(titel.lower(), EIGENAAR_DOSSIER)
        return self._add(sleutel, Proza(sleutel, titel, self.b.proza[sleutel].tekst, (mist,)))

    def point(self, sleutel: str) -> Opmaak:
        """All of one point: its prose, its tables, and what is still open."""
        verslag = self.punten[sleutel]
        if verslag.toestand is Toestand.NIET_VAN_TOEPASSING:
            zin = f"Dit onderwerp is niet van toepassing: {verslag.nvt_reden.rstrip('.')}."
            return self._add(sleutel, Proza(sleutel, verslag.titel, zin))
        mist = placeholder(verslag.vraag, verslag.eigenaar)
        parts = [
            self._add(sleutel, Proza(sleutel, verslag.titel, self.b.proza[sleutel].tekst, (mist,))),
            *(self._add(f"{sleutel}-tabel", t) for t in tables_of(self.b, sleutel)),
        ]
        parts += self._confidential(sleutel)
        # In a final letter, what is open has been accepted with a reason and is not printed.
        open_ = () if self.definitief else tuple(_open_places(verslag))
        if open_:
            parts.append(self._add(f"{sleutel}-open", Openstaand(open_)))
        return Opmaak("\n\n".join(parts))

    def _confidential(self, sleutel: str) -> Iterator[Opmaak]:
        """Where parliament may read what is confidential; never what it is."""
        punt = self.b.punten[sleutel]
        if any(x.antwoord.staat is Staat.VERTROUWELIJK for x in visits(punt)):
            stuk = punt.vertrouwelijk_stuk
            kenmerk = stuk.kenmerk.waarde or placeholder("kenmerk", punt.eigenaar)
            how = _ACCESS.get(stuk.inzage.waarde or "", "")
            yield Opmaak(
                escape(
                    f"Een deel van de gegevens over dit onderwerp is vertrouwelijk en staat in "
                    f"het stuk met kenmerk {kenmerk}.{how}"
                )
            )

    def _shown(self, pad: str) -> str:
        """The text of a fact of dossier.yaml, such as "besluit.inhoud"; empty when not known."""
        houder: BaseBlok = self.b.dossier
        *around, last = pad.split(".")
        for naam in around:
            houder = getattr(houder, naam)
        veld = next(v for v in beschrijf(type(houder)) if v.naam == last)
        antwoord = getattr(houder, veld.attribuut)
        return show(veld, antwoord) if antwoord.bekend else ""

    def fact(self, pad: str, wat: str) -> str:
        """A fact of dossier.yaml, or a placeholder that says what belongs there."""
        return self._shown(pad) or placeholder(wat, EIGENAAR_DOSSIER)

    def maxima(self) -> Opmaak:
        """The table of maximum numbers; nothing when there is none."""
        soort = TABELLEN["dossier.besluit.maxima"]
        tabellen = rows_table(soort, self.b.dossier.besluit.maxima, Maximum)
        return Opmaak("\n\n".join(self._add("maxima", t) for t in tabellen))

    def unknown(self) -> Opmaak:
        """What was asked and is not known, per heading of the letter; nothing when all is known."""
        rijen = tuple(
            (self.b.punten[p.sleutel].kader.kop, "; ".join(decapitalise(x) for x in p.onbekend))
            for p in self.punten.values()
            if p.gevraagd and p.onbekend and p.toestand is not Toestand.NIET_VAN_TOEPASSING
        )
        if not rijen:
            return Opmaak("")
        return self._add(
            "onbekend", Tabel("Ontbrekende informatie", ("Onderwerp", "Nog niet bekend"), rijen)
        )


def _open_places(verslag: Puntverslag) -> Iterator[str]:
    """Placeholders for what is open or missing and may be named in a letter."""
    for vraag in verslag.open_vragen:
        if vraag.in_brief:
            yield placeholder(vraag.vraag, vraag.wie)
    for label in verslag.ontbreekt:
        yield placeholder(decapitalise(label), verslag.eigenaar)


def _references(b: Beoordeling, skelet: str, blokken: dict[str, Blok]) -> Iterator[dict[str, Any]]:
    """The sources that this letter cites, each once, in the order of bronnen.yaml."""
    texts = [skelet, *(blok.tekst for blok in blokken.values() if isinstance(blok, Proza))]
    cited = {v.sleutel for text in texts for v in find_citations(text)}
    for sleutel, bron in b.bronnen.bronnen.items():
        if sleutel in cited:
            yield bron.csl()


def _facts(b: Beoordeling, blokken: dict[str, Blok]) -> dict[str, str]:
    """The text of every fact that the prose of this letter asks for, or a placeholder."""
    texts = [blok.tekst for blok in blokken.values() if isinstance(blok, Proza)]
    asked = [v.sleutel for text in texts for v in find_citations(text)]
    names = dict.fromkeys(s.removeprefix(FEIT) for s in asked if s.startswith(FEIT))
    return {naam: _fact(b, naam) for naam in names}


def _figures(b: Beoordeling, blokken: dict[str, Blok]) -> dict[str, Afbeelding]:
    """The pictures that the prose of this letter shows, in its order."""
    texts = [blok.tekst for blok in blokken.values() if isinstance(blok, Proza)]
    shown = dict.fromkeys(figuur.pad for text in texts for figuur in find_figures(text))
    return {pad: b.figuren[pad] for pad in shown if pad in b.figuren}


def _fact(b: Beoordeling, naam: str) -> str:
    found = find_fact(b, naam)
    if found and found.openbaar and found.staat is Staat.BEKEND:
        return found.tekst
    wie = b.punten[found.punt].eigenaar if found and found.punt else EIGENAAR_DOSSIER
    # What stays out of the letter is not even named by its label.
    return placeholder(decapitalise(found.label) if found and found.openbaar else naam, wie)
