"""Text with places → a typed assessment, and everything that cannot be read as written.

Shape only: no disk, no clock. All findings of all files come in one pass.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from toetsingskader.kader import PROZA, PUNTEN, SECRETARIS, Beoordeling, Bestand, Proza
from toetsingskader.kader.antwoord import Blok, Lijst, Staat
from toetsingskader.kader.bronnen import Bronnen
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.parafen import Parafen
from toetsingskader.kader.punt import Punt
from toetsingskader.kader.veld import Bezoek, find_field, visits
from toetsingskader.record import BESTANDEN, Record
from toetsingskader.source import Fault, Location, Pad, Source
from toetsingskader.toetsing import Bevinding, Ernst, Plaats
from toetsingskader.validation.bronnen import LOST, read_bronnen
from toetsingskader.validation.csl import refusal
from toetsingskader.validation.salvage import Gebrek, salvage
from toetsingskader.validation.tabellen import Vulling
from toetsingskader.validation.wording import describe, meant_field

__all__ = ["read_bronnen", "refusal", "unreadable_fields", "validate"]

M = TypeVar("M", bound=Blok)


def validate(record: Record) -> tuple[Beoordeling, tuple[Bevinding, ...]]:
    """Read all files of a record; gives the assessment and the findings, those of loading first."""
    reader = _Reader(record)
    dossier = reader.read("dossier", Dossier, {}, SECRETARIS)
    reader.check_confidential("dossier", dossier, SECRETARIS)
    datum = dossier.peildatum.waarde
    context = {"peildatum": datum.tot_en_met if datum else None}
    punten: dict[str, Punt] = {}
    for sleutel, soort in PUNTEN.items():
        punt = reader.read(sleutel, soort, context, soort.kader.eigenaar)
        punten[sleutel] = punt
        reader.check_confidential(sleutel, punt, punt.eigenaar)
    parafen = reader.read("parafen", Parafen, {}, SECRETARIS)
    reader.check_confidential("parafen", parafen, SECRETARIS)
    base = Beoordeling(
        record.slug,
        record.map,
        dossier,
        punten,
        {sleutel: reader.prose(sleutel) for sleutel in (*PROZA, *PUNTEN)},
        reader.bronnen(),
        {sleutel: reader.bestand(sleutel) for sleutel in BESTANDEN},
        record.figuren,
        parafen=parafen,
    )
    opties: dict[str, Beoordeling] = {}
    found = [*record.bevindingen, *reader.bevindingen]
    for naam, own in record.opties.items():
        opties[naam], of_option = _project(base, own, context)
        found += of_option
    return replace(base, opties=opties), tuple(
        replace(f, wie=(punten[f.punt].eigenaar,)) if f.punt else f for f in found
    )


def _project(
    base: Beoordeling, own: Record, context: Mapping[str, Any]
) -> tuple[Beoordeling, list[Bevinding]]:
    """The assessment with the files of one option in the place of its own; and what is wrong."""
    reader = _Reader(own)
    punten = dict(base.punten)
    for sleutel in own.bronteksten:
        if sleutel in PUNTEN:
            punt = reader.read(sleutel, PUNTEN[sleutel], context, PUNTEN[sleutel].kader.eigenaar)
            punten[sleutel] = punt
            reader.check_confidential(sleutel, punt, punt.eigenaar)
    projected = replace(
        base,
        punten=punten,
        proza={**base.proza, **{s: reader.prose(s) for s in own.bronteksten}},
        bestanden={**base.bestanden, **{s: reader.bestand(s) for s in own.bronteksten}},
        figuren={**base.figuren, **own.figuren},
        eigen=frozenset(own.bronteksten),
    )
    return projected, [*own.bevindingen, *reader.bevindingen]


class _Reader:
    """Collects findings while the files of one record are read."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.bevindingen: list[Bevinding] = []
        self._unreadable: dict[str, list[Pad]] = {}
        self._sources = dict(record.bronteksten)
        for sleutel, source in record.bronteksten.items():
            for fault in source.faults:
                wie = PUNTEN[sleutel].kader.eigenaar if sleutel in PUNTEN else SECRETARIS
                self._add_fault(sleutel, fault, wie)

    def _add_fault(self, sleutel: str, fault: Fault, wie: str) -> None:
        ernst = Ernst.LET_OP if fault.let_op else Ernst.ONGELDIG
        self._add(sleutel, fault.location, fault.code, fault.tekst, wie, ernst)

    def _add(
        self,
        sleutel: str,
        place: Location,
        code: str,
        tekst: str,
        wie: str,
        ernst: Ernst = Ernst.ONGELDIG,
    ) -> None:
        self.bevindingen.append(
            Bevinding(
                code,
                ernst,
                Plaats(place.bestand or self.record.pad(sleutel), place.regel, place.kolom),
                tekst,
                (wie,),
                punt=sleutel if sleutel in PUNTEN else None,
            )
        )

    def read(self, sleutel: str, model: type[M], context: Mapping[str, Any], wie: str) -> M:
        """Read the fields of one file as `model`; what is wrong becomes a finding."""
        source = self._sources.get(sleutel)
        if source is None or not source.readable:
            return model()
        source = self._fill_tables(sleutel, model, source, wie)
        data = source.data if source.data is not None else {}
        if not isinstance(data, dict):
            self._add(
                sleutel,
                source.places.get((), Location(1, 1)),
                "VELD-VORM",
                "Hier horen velden, elk op een eigen regel, zoals 'titel: …'.",
                wie,
            )
            return model()
        gered = salvage(model, data, context)
        lost = self._unreadable.setdefault(sleutel, [])
        # What stands where the reader had to guess was faulted once already.
        repaired = {fault.location for fault in source.faults if not fault.let_op}
        for gebrek in gered.gebreken:
            _, pad = find_field(model, gebrek.pad)
            code, tekst = describe(model, replace(gebrek, pad=pad))
            places = source.places if gebrek.soort == "extra_forbidden" else source.values
            place = places.get(gebrek.pad) or source.places.get(gebrek.pad, Location(1, 1))
            if place not in repaired:
                self._add(sleutel, place, code, tekst, wie)
            hidden = _lost(model, replace(gebrek, pad=pad), source.places)
            if hidden is not None:
                lost.append(hidden)
        return gered.waarde

    def _fill_tables(self, sleutel: str, model: type[Blok], source: Source, wie: str) -> Source:
        """Put the rows of tables where they belong; the file is from then on what that gives."""
        vulling = Vulling(model, source, self.record.tabellen.get(sleutel, {}))
        for fault in vulling.faults:
            self._add_fault(sleutel, fault, wie)
        self._unreadable[sleutel] = vulling.onleesbaar
        self._sources[sleutel] = _with_short_places(model, vulling.source)
        return self._sources[sleutel]

    def check_confidential(self, sleutel: str, houder: Blok, wie: str) -> None:
        """Refuse `vertrouwelijk` where the framework does not allow it."""
        allowed: list[Pad] = []
        for bezoek in visits(houder):
            inside = any(bezoek.pad[: len(a)] == a for a in allowed)
            if bezoek.beschrijving.veld.vertrouwelijk:
                allowed.append(bezoek.pad)
            for pad in () if inside or bezoek.pad in allowed else _confidential(bezoek):
                source = self._sources[sleutel]
                self._unreadable.setdefault(sleutel, []).append(pad)
                self._add(
                    sleutel,
                    source.places.get(pad, Location(1, 1)),
                    "VELD-VERTROUWELIJK",
                    f"Veld '{bezoek.beschrijving.naam}': dit veld kan niet vertrouwelijk zijn. "
                    "Geef de waarde, of schrijf 'onbekend'.",
                    wie,
                )

    def prose(self, sleutel: str) -> Proza:
        """The prose of a file; empty when the file is not there."""
        source = self.record.bronteksten.get(sleutel)
        return Proza(source.body, source.body_regel) if source else Proza("")

    def bronnen(self) -> Bronnen:
        """The sources of the record."""
        source = self.record.bronteksten.get("bronnen")
        if source is None or not source.readable:
            return Bronnen({}, {})
        if any(fault.code in LOST for fault in source.faults):
            # Any citation may mean the source that could not be read.
            self._unreadable["bronnen"] = [()]
        bronnen, meldingen = read_bronnen(source)
        for pad, code, tekst in meldingen:
            place = source.places.get(pad, Location(1, 1))
            self._add("bronnen", place, code, tekst, SECRETARIS)
            if code in LOST:
                self._unreadable["bronnen"] = [()]
        return bronnen

    def bestand(self, sleutel: str) -> Bestand:
        """What is known of a file after reading."""
        source = self._sources.get(sleutel)
        if source is None:
            readable = sleutel not in self.record.anders_genoemd
            return Bestand(self.record.pad(sleutel), leesbaar=readable, aanwezig=False)
        return Bestand(
            self.record.pad(sleutel),
            source.places,
            tuple(self._unreadable.get(sleutel, ())),
            source.readable,
        )


def _confidential(bezoek: Bezoek) -> Iterator[Pad]:
    """Where an answer is confidential: as a whole, or a row of it."""
    antwoord = bezoek.antwoord
    if antwoord.staat is Staat.VERTROUWELIJK:
        yield bezoek.pad
    for i, rij in enumerate(antwoord if isinstance(antwoord, Lijst) else ()):
        if isinstance(rij, Blok) and rij.staat is Staat.VERTROUWELIJK:
            yield (*bezoek.pad, i)


def _with_short_places(model: type[Blok], source: Source) -> Source:
    """Let the rows of a list that is written long be found as those of a short one."""
    long = {pad: place for pad, place in source.places.items() if "waarde" in pad}
    short = {find_field(model, pad)[1]: place for pad, place in long.items()}
    return replace(source, places={**source.places, **short})


def _lost(model: type[Blok], gebrek: Gebrek, places: Mapping[Pad, Location]) -> Pad | None:
    """The field whose answer could not be read; None when what was refused hides no answer.

    An unknown key may hold the answer to the field that was meant, unless that is there as well.
    """
    if gebrek.soort != "extra_forbidden":
        return gebrek.pad
    meant = meant_field(model, gebrek.pad)
    return None if meant in places else meant


def unreadable_fields(beoordeling: Beoordeling) -> Iterator[tuple[str, Pad]]:
    """Every (file, path) whose value could not be read; path () is the file as a whole."""
    for sleutel, bestand in beoordeling.bestanden.items():
        if not bestand.leesbaar or (sleutel == "bronnen" and not bestand.aanwezig):
            yield sleutel, ()
        for pad in bestand.onleesbare_velden:
            yield sleutel, pad
