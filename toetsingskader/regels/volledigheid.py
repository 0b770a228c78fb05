"""Completeness: what this kind of letter requires, straight from the framework's metadata.

A required answer counts as given when it has a value, when it is *onbekend* (unless the letter
must know it) or *vertrouwelijk*. Codes are `<PUNT>-<VELD>`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import shorten

from toetsingskader.kader import PROZA, PROZA_SOORTEN, Beoordeling
from toetsingskader.kader.antwoord import Feit, Lijst, Staat
from toetsingskader.kader.punt import GEMEENSCHAPPELIJK, OpenVraag, Punt
from toetsingskader.kader.veld import Bezoek, Briefsoort, Vereist, beschrijf, visits
from toetsingskader.kader.weergave import name_of, show
from toetsingskader.regels.verwijzingen import TEKST
from toetsingskader.source import Pad, dotted


@dataclass(frozen=True)
class Leemte:
    """Something required that has no answer: file, field, code and sentence."""

    sleutel: str
    pad: Pad
    code: str
    tekst: str
    wie: str = ""
    """Who answers, when an open question says so; else the owner acts."""


@dataclass(frozen=True)
class Volledigheid:
    """How far a point is: how many of the required fields (its text is one) are answered, and all
    that is missing, rows and nested fields included."""

    vereist: int
    beantwoord: int
    leemten: tuple[Leemte, ...]
    gevraagd: bool
    """Whether this kind of letter prints the point or requires a field of it."""
    tekst_nodig: bool
    """Whether it prints the point, and so needs its text."""


class Meetlat:
    """What one kind of letter requires of one record."""

    def __init__(
        self,
        beoordeling: Beoordeling,
        soort: Briefsoort,
        extra: Mapping[str, Vereist],
        elders: frozenset[str],
    ) -> None:
        """`extra` are requirements of rule sets, `elders` the fields that a rule speaks about."""
        self._b = beoordeling
        self._soort = soort
        self._extra = extra
        self._elders = elders

    def punt(self, sleutel: str) -> Volledigheid:
        """Measure one point."""
        punt = self._b.punten[sleutel]
        nvt, prints = punt.nvt.bekend, punt.kader.gevraagd(self._soort)
        every = [b for b in visits(punt) if self._required(sleutel, b)]
        # What only a row must have does not make a letter ask for the point.
        asked = prints or any(not b.beschrijving.veld.vereist.rij for b in every)
        # Of a point that is not asked or does not apply only the common fields count.
        counts = asked and not nvt
        required = [b for b in every if counts or b.pad[0] in GEMEENSCHAPPELIJK]
        leemten = self._gaps(sleutel, required) + self._no_reference(sleutel, nvt=nvt)
        fields = {b.pad[0] for b in required} - GEMEENSCHAPPELIJK
        if prints and not nvt:
            fields.add(TEKST)
            leemten += self._no_prose(sleutel, punt.kader.titel)
        if asked:
            # Whether a point does not apply may be asked as well.
            leemten = [*self._questions(sleutel, punt, leemten)]
        missing = {b.pad[0] for b in required if not self._answered(sleutel, b)}
        if not self._b.proza[sleutel].tekst.strip():
            missing.add(TEKST)
        return Volledigheid(len(fields), len(fields - missing), tuple(leemten), asked, prints)

    def dossier(self) -> tuple[Leemte, ...]:
        """What is missing in dossier.yaml, kern.md and afweging.md."""
        required = [b for b in visits(self._b.dossier) if self._required("dossier", b)]
        leemten = self._gaps("dossier", required) + self._letter()
        for sleutel, soorten in PROZA_SOORTEN.items():
            if self._soort.letter in soorten:
                leemten += self._no_prose(sleutel, PROZA[sleutel])
        return tuple(leemten)

    def _extra_for(self, sleutel: str, bezoek: Bezoek) -> Vereist | None:
        return self._extra.get(f"{sleutel}.{dotted(bezoek.pad)}")

    def _required(self, sleutel: str, bezoek: Bezoek) -> bool:
        vereist = bezoek.beschrijving.veld.vereist
        # What each row or block must have counts only where that row or block is.
        if vereist.rij and not (bezoek.rij is bezoek.houder or bezoek.houder.bekend):
            return False
        if vereist.geldt(self._soort, bezoek.houder):
            return True
        extra = self._extra_for(sleutel, bezoek)
        return extra is not None and extra.geldt(self._soort, bezoek.houder)

    def _must_know(self, sleutel: str, bezoek: Bezoek) -> bool:
        vereist = bezoek.beschrijving.veld.vereist
        extra = self._extra_for(sleutel, bezoek)
        if vereist.rij:
            return bezoek.om.bekend and self._soort.letter in bezoek.om.soorten
        return vereist.bekend or bool(extra and extra.bekend)

    def _answered(self, sleutel: str, bezoek: Bezoek) -> bool:
        antwoord = bezoek.antwoord
        if antwoord.staat is Staat.ONBEKEND:
            return not self._must_know(sleutel, bezoek)
        if isinstance(antwoord, Lijst) and antwoord.bekend:
            return len(antwoord) > 0 or bezoek.beschrijving.veld.leeg_is_geen
        return antwoord.staat is not Staat.LEEG

    def _gaps(self, sleutel: str, required: list[Bezoek]) -> list[Leemte]:
        bestand = self._b.bestanden[sleutel]
        if not (bestand.leesbaar and bestand.aanwezig):
            return []
        leemten = []
        for bezoek in required:
            pad = bezoek.pad
            elsewhere = f"{sleutel}.{dotted(pad)}" in self._elders
            answered = self._answered(sleutel, bezoek)
            if not answered and not elsewhere and not _unreadable(pad, bestand.onleesbare_velden):
                leemten.append(
                    Leemte(
                        sleutel,
                        pad,
                        _code(sleutel, pad),
                        self._sentence(bezoek, must_know=self._must_know(sleutel, bezoek)),
                    )
                )
        return leemten

    def _sentence(self, bezoek: Bezoek, *, must_know: bool) -> str:
        veld = bezoek.beschrijving.veld
        wat = f"'{bezoek.beschrijving.naam}'"
        rij = name_of(bezoek.rij) if bezoek.rij else ""
        waar = f" bij '{rij}'" if rij else ""
        hulp = f" {veld.uitleg}" if veld.uitleg else ""
        if bezoek.antwoord.staat is Staat.ONBEKEND:
            return (
                f"{veld.label}{waar}: staat op 'onbekend', maar een definitieve brief moet dit "
                f"noemen. Vul {wat} in zodra het bekend is."
            )
        unknown = "" if must_know else ", of schrijf 'onbekend'"
        return f"{veld.label}{waar}: nog niet ingevuld. Vul {wat} in{unknown}.{hulp}"

    def _no_reference(self, sleutel: str, *, nvt: bool) -> list[Leemte]:
        """One gap when something is confidential and the point does not say where it is kept."""
        refused = self._b.bestanden[sleutel].onleesbare_velden
        secret = [
            b
            for b in visits(self._b.punten[sleutel])
            if b.antwoord.staat is Staat.VERTROUWELIJK
            and b.pad not in refused
            and not (nvt and b.pad[0] not in GEMEENSCHAPPELIJK)
        ]
        if not secret or self._b.punten[sleutel].vertrouwelijk_stuk.bekend:
            return []
        return [
            Leemte(
                sleutel,
                secret[0].pad,
                f"{sleutel.upper()}-VERTROUWELIJK_STUK",
                f"{secret[0].beschrijving.veld.label} is vertrouwelijk, maar er staat niet in "
                "welk stuk. Vul 'vertrouwelijk_stuk' in met kenmerk en niveau, zonder de inhoud.",
            )
        ]

    def _no_prose(self, sleutel: str, titel: str) -> list[Leemte]:
        bestand = self._b.bestanden[sleutel]
        if not bestand.aanwezig or not bestand.leesbaar or self._b.proza[sleutel].tekst.strip():
            return []
        return [
            Leemte(
                sleutel,
                (TEKST,),
                f"{sleutel.upper()}-TEKST",
                f"De tekst over '{titel}' ontbreekt. Schrijf haar in dit bestand"
                f"{', onder de tweede regel met ---' if sleutel not in PROZA else ''}.",
            )
        ]

    def _letter(self) -> list[Leemte]:
        """What must be known of the letter itself before it can be final."""
        if not self._b.bestanden["dossier"].leesbaar or self._soort is Briefsoort.BESLISNOTA:
            return []
        brief = self._b.dossier.brief(self._soort)
        known = {"datum": brief.dagtekening is not None, "kenmerk": brief.kenmerk.bekend}
        return [
            Leemte(
                "dossier",
                ("brieven",),
                f"DOSSIER-BRIEVEN-{veld.upper()}",
                f"{wat} van de {self._soort.label} is nog niet ingevuld. Vul onder 'brieven' bij "
                f"deze brief '{veld}' in; tot die tijd staat er een open plek in de brief.",
            )
            for veld, wat in (("datum", "De datum"), ("kenmerk", "Het kenmerk"))
            if not known[veld]
        ]

    def _questions(self, sleutel: str, punt: Punt, leemten: list[Leemte]) -> Iterator[Leemte]:
        """Join each open question to the gap it is about; the rest are gaps themselves."""
        vragen = list(enumerate(punt.open))
        taken: set[int] = set()
        for leemte in leemten:
            about = [(i, v) for i, v in vragen if _is_about(v, leemte.pad)]
            taken |= {i for i, _ in about}
            first = about[0][1] if about else None
            if first is None:
                yield leemte
            else:
                zin = f" Hierover staat een vraag open{_by(first)}."
                wie = first.wie.waarde or ""
                yield Leemte(sleutel, leemte.pad, leemte.code, leemte.tekst + zin, wie)
        for i, vraag in vragen:
            if i not in taken and vraag.vraag.bekend:
                answered = _answer_of(punt, vraag.veld.waarde or "")
                more = (
                    f" Het veld is inmiddels ingevuld ({answered}); is de vraag daarmee "
                    "beantwoord, haal haar dan weg."
                )
                yield Leemte(
                    sleutel,
                    ("open", i),
                    f"{sleutel.upper()}-OPEN",
                    f"Open vraag{_by(vraag)}: {vraag.vraag.waarde}{more if answered else ''}",
                    vraag.wie.waarde or "",
                )


def _by(vraag: OpenVraag) -> str:
    return f", uiterlijk {vraag.uiterlijk.waarde}" if vraag.uiterlijk.waarde else ""


def _answer_of(punt: Punt, veld: str) -> str:
    """The plain answer of the field that a question is about; empty without one."""
    found = next((b for b in beschrijf(type(punt)) if b.naam == veld), None)
    antwoord = getattr(punt, found.attribuut) if found else None
    if not found or not isinstance(antwoord, Feit) or not antwoord.bekend:
        return ""
    return shorten(show(found, antwoord), 60, placeholder=" …")


def _is_about(vraag: OpenVraag, pad: Pad) -> bool:
    veld = vraag.veld.waarde
    return bool(veld) and dotted(pad) == str(veld)


def _unreadable(pad: Pad, onleesbaar: tuple[Pad, ...]) -> bool:
    """Whether something at, in or around this place could not be read."""
    return any(pad[: len(u)] == u or u[: len(pad)] == pad for u in onleesbaar)


def _code(sleutel: str, pad: Pad) -> str:
    return f"{sleutel}.{dotted(pad)}".replace(".", "-").upper()
