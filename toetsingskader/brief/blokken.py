"""The blocks that the template of a letter asks for: prose, facts, what is open or not known."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from toetsingskader.brief.gegevens import Gegevens, Stuk
from toetsingskader.brief.hoofd import placeholder
from toetsingskader.brief.onbekend import missing_facts, read_phrases
from toetsingskader.brief.sjabloon import Opmaak, escape
from toetsingskader.brief.soorten import SOORTEN, Deel, Inhoud, Kamer
from toetsingskader.brief.wijzigingen import Vorige, changes
from toetsingskader.brief.zicht import ALLES, Bereik, Zicht
from toetsingskader.brief.zin import citation
from toetsingskader.document import MARKER, Blok, Openstaand, Proza, Tabel
from toetsingskader.kader import EIGENAAR_DOSSIER, PROZA, Beoordeling
from toetsingskader.kader.antwoord import Staat
from toetsingskader.kader.feiten import FEIT
from toetsingskader.kader.veld import Briefsoort, visits
from toetsingskader.kader.weergave import decapitalise
from toetsingskader.source import find_citations
from toetsingskader.toetsing import Puntverslag, Toestand, Toetsing

_ACCESS = {
    "ter_inzage_cip": " {Lezer} kan dit stuk vertrouwelijk inzien bij het Centraal Informatiepunt.",
    "vertrouwelijke_briefing": " {Lezer} wordt hierover vertrouwelijk ingelicht.",
}
"""The Centraal Informatiepunt is that of the Tweede Kamer, which is informed first."""


_ABOUT_THE_RECORD = ("Verschilt in", "Minimale voorwaarden", "Bevindingen")
"""Aspects of an option that say something of the files, not of the deployment."""


class Blokken:
    """The blocks a template asked for, by the name of their marker."""

    def __init__(
        self,
        b: Beoordeling,
        toetsing: Toetsing,
        soort: Briefsoort,
        kamer: Kamer,
        sjablonen: Path,
        vorige: Vorige | None = None,
        *,
        definitief: bool,
    ) -> None:
        self.b = b
        self.kamer = kamer
        self.vorige = vorige
        self.soort = soort
        self.definitief = definitief
        self.toetsing = toetsing
        self.punten = {p.sleutel: p for p in toetsing.punten}
        self.wording = Gegevens(sjablonen)
        self.phrases = read_phrases(sjablonen)
        self.nota = not SOORTEN[soort].aan_kamer
        self.dossier = Zicht(b, b.dossier, Bereik(nota=self.nota), kamer=kamer)
        self.views: dict[str, Zicht] = {}
        self.blokken: dict[str, Blok] = {}

    def functions(self) -> dict[str, Any]:
        """What a template may call."""
        return {
            "tekst": self.prose,
            "punt": self.point,
            "kop": lambda sleutel: self.b.punten[sleutel].kader.kop,
            "feit": self.fact,
            "bekend": lambda pad: self.dossier.find(self.b.dossier, pad) is not None,
            "gegevens": self.subject,
            "woord": lambda onderwerp: self.wording.word(onderwerp, self.dossier),
            "open": lambda wat: placeholder(wat, EIGENAAR_DOSSIER),
            "opties": self.options,
            "nog_niet_bekend": self.unknown,
            "wijzigingen": self.changes,
        }

    def parts(self) -> list[dict[str, Any]]:
        """The points in the order and under the headings of this kind of letter."""
        parts = []
        for deel in SOORTEN[self.soort].delen:
            punten = [_InTurn(self, s, deel) for s in deel.punten if self._has(s, deel)]
            kop = deel.kop or self.b.punten[deel.punten[0]].kader.kop
            if punten:
                parts.append({"kop": kop, "punten": punten})
        return parts

    def _has(self, sleutel: str, deel: Deel) -> bool:
        """Whether there is something to print of a point that this letter need not print."""
        if deel.inhoud is Inhoud.VOLLEDIG:
            punt = self.b.punten[sleutel]
            asked = punt.kader.gevraagd(self.soort) or punt.nvt.bekend
            return asked or bool(self.b.proza[sleutel].tekst.strip() or self._facts(sleutel, ALLES))
        return bool(self._facts(sleutel, self._range(deel.inhoud)))

    def _range(self, inhoud: Inhoud) -> Bereik:
        if inhoud is Inhoud.GEVRAAGD:
            return Bereik(soort=self.soort)
        return Bereik(nota=self.nota, alleen_nota=inhoud is Inhoud.NOTA)

    def _facts(self, sleutel: str, bereik: Bereik) -> list[Stuk]:
        """The facts of a point, as if nothing of it were said yet."""
        return list(self.wording.point(sleutel, self._view(sleutel, bereik)))

    def _view(self, sleutel: str, bereik: Bereik) -> Zicht:
        punt, proza = self.b.punten[sleutel], self.b.proza[sleutel].tekst
        asked = (v.sleutel.removeprefix(f"{FEIT}{sleutel}.") for v in find_citations(proza))
        # Without the author's text nothing is said by it.
        silent = bereik.alleen_nota or bereik.soort is not None or not proza.strip()
        own = frozenset() if silent else frozenset({*punt.in_tekst, *asked})
        return Zicht(self.b, punt, bereik, own, "" if silent else proza, self.kamer)

    def _add(self, naam: str, blok: Blok) -> Opmaak:
        unique = f"{naam}-{len(self.blokken) + 1}"
        self.blokken[unique] = blok
        return Opmaak(f"{MARKER}{unique}{MARKER}")

    def _joined(self, naam: str, pieces: Iterable[Stuk]) -> Opmaak:
        texts = [self._add(naam, p) if isinstance(p, Tabel) else p for p in pieces]
        return Opmaak("\n\n".join(texts))

    def prose(self, sleutel: str) -> Opmaak:
        """The prose of kern.md or afweging.md."""
        titel = PROZA[sleutel]
        mist = placeholder(titel.lower(), EIGENAAR_DOSSIER)
        return self._add(sleutel, Proza(sleutel, titel, self.b.proza[sleutel].tekst, (mist,)))

    def subject(self, onderwerp: str, punt: str = "") -> Opmaak:
        """What the wording has for a subject, about the dossier or about a point."""
        zicht = self.dossier
        if punt:
            zicht = self.views.setdefault(punt, self._view(punt, Bereik(nota=self.nota)))
        return self._joined(onderwerp, self.wording.pieces(onderwerp, zicht))

    def point(self, sleutel: str, inhoud: Inhoud = Inhoud.VOLLEDIG) -> Opmaak:
        """All of one point: its prose, its facts, and what is still open."""
        verslag = self.punten[sleutel]
        if verslag.toestand is Toestand.NIET_VAN_TOEPASSING:
            why = verslag.nvt_reden.rstrip(".")
            zin = f"Dit onderwerp is niet van toepassing. {why[:1].upper()}{why[1:]}."
            return self._add(sleutel, Proza(sleutel, verslag.titel, zin))
        bereik = self._range(inhoud)
        if inhoud is not Inhoud.VOLLEDIG:
            return self._joined(sleutel, self._facts(sleutel, bereik))
        mist = placeholder(verslag.vraag, verslag.eigenaar)
        view = self.views.get(sleutel) or self._view(sleutel, bereik)
        prose = Proza(sleutel, verslag.titel, self.b.proza[sleutel].tekst, (mist,))
        parts = [
            self._add(sleutel, prose),
            self._joined(f"{sleutel}-tabel", self.wording.point(sleutel, view)),
            *self._confidential(sleutel),
        ]
        # In a final letter, what is open has been accepted with a reason and is not printed.
        open_ = () if self.definitief else tuple(_open_places(verslag))
        if open_:
            parts.append(self._add(f"{sleutel}-open", Openstaand(open_)))
        return Opmaak("\n\n".join(part for part in parts if part))

    def _confidential(self, sleutel: str) -> Iterator[Opmaak]:
        """Where parliament may read what is confidential; never what it is."""
        punt = self.b.punten[sleutel]
        if any(x.antwoord.staat is Staat.VERTROUWELIJK for x in visits(punt)):
            stuk = punt.vertrouwelijk_stuk
            kenmerk = stuk.kenmerk.waarde or placeholder("kenmerk", punt.eigenaar)
            reader = "Uw Kamer" if self.kamer is Kamer.TWEEDE else "De Tweede Kamer"
            how = _ACCESS.get(stuk.inzage.waarde or "", "").format(Lezer=reader)
            yield Opmaak(
                escape(
                    f"Een deel van de gegevens over dit onderwerp is vertrouwelijk en staat in "
                    f"het stuk met kenmerk {kenmerk}.{how}"
                )
            )

    def fact(self, pad: str, wat: str) -> str:
        """A fact of dossier.yaml with its source, or a placeholder that says what belongs there."""
        found = self.dossier.find(self.b.dossier, pad)
        if found is None:
            return placeholder(wat, EIGENAAR_DOSSIER)
        note = citation(found.bronnen)
        return Opmaak(escape(found.cel) + (f" {note}" if note else ""))

    def options(self) -> Opmaak:
        """The options side by side; nothing when the record has none."""
        found = self.toetsing.opties
        if found is None:
            return Opmaak("")
        rows = tuple(row for row in found.rijen if row[0] not in _ABOUT_THE_RECORD)
        tabel = Tabel("Opties naast elkaar", ("Onderwerp", *found.titels), rows)
        return self._add("opties", tabel)

    def unknown(self) -> Opmaak:
        """What was asked and is not known, per heading of the letter; nothing when all is known."""
        lines = [
            f"- {escape(punt.kader.kop)}: {escape(text)}."
            for sleutel in SOORTEN[self.soort].punten
            if (punt := self.b.punten[sleutel]) and not punt.nvt.bekend
            if self.punten[sleutel].gevraagd and (text := missing_facts(punt, self.phrases))
        ]
        return Opmaak("\n".join(lines))

    def changes(self) -> Opmaak:
        """What changed since the letter before; nothing without one."""
        vorige = self.vorige
        return changes(vorige.beoordeling, self.b, SOORTEN[self.soort]) if vorige else Opmaak("")


class _InTurn:
    """A point for the template: composed when it is printed, in the order of the letter."""

    def __init__(self, blokken: Blokken, sleutel: str, deel: Deel) -> None:
        self._blokken, self._sleutel, self._inhoud = blokken, sleutel, deel.inhoud
        # A few facts are no section of their own.
        short = deel.inhoud is Inhoud.GEVRAAGD
        self.kop = deel.kop if short else blokken.b.punten[sleutel].kader.kop

    @property
    def inhoud(self) -> Opmaak:
        """Its prose and facts."""
        return self._blokken.point(self._sleutel, self._inhoud)


def _open_places(verslag: Puntverslag) -> Iterator[str]:
    """Placeholders for what is open or missing and may be named in a letter."""
    for vraag in verslag.open_vragen:
        if vraag.in_brief:
            yield placeholder(vraag.vraag, vraag.wie)
    for label in verslag.ontbreekt:
        yield placeholder(decapitalise(label), verslag.eigenaar)
