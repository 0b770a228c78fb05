"""`inlezen` of forms: what their owners filled in, merged into the record that they were made from.

Nothing is written before it was shown.
"""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from toetsingskader.commands.briefbestand import record_of
from toetsingskader.commands.formulier import FORMULIER, SOORT, file_of
from toetsingskader.commands.toets import assess_record
from toetsingskader.document import VINGERAFDRUK
from toetsingskader.errors import InputError, UsageError
from toetsingskader.formulier.ingevuld import Uitgangspunt
from toetsingskader.formulier.proza import with_paragraphs
from toetsingskader.formulier.samenstellen import Bestandsbron, form_of
from toetsingskader.git import earlier
from toetsingskader.inlezen.formulier.overnemen import applied, readable
from toetsingskader.inlezen.formulier.samen import together
from toetsingskader.inlezen.formulier.verschil import Vergelijking
from toetsingskader.inlezen.formulier.voorstel import Beslissing, Uitkomst
from toetsingskader.inlezen.voorstel import Conflict, Overname, Voorstel, decide
from toetsingskader.kader import PROZA, PUNTEN, title_of
from toetsingskader.kader.versie import SCHEMA
from toetsingskader.record import Record, load
from toetsingskader.record.schijf import read_file
from toetsingskader.schrijven import UnsafeEditError, rewrite
from toetsingskader.source import Data, Source
from toetsingskader.toetsing import Bevinding, Ernst

if TYPE_CHECKING:
    from toetsingskader.formulier.ingevuld import Opmerking
    from toetsingskader.teruglezen.formulier import Bestand

_CHANGED = " (gewijzigd sinds)"


@dataclass(frozen=True)
class Gelezen:
    """What one form brings back."""

    naam: str
    eigenaar: str
    versie: str
    meldingen: tuple[str, ...] = ()
    opmerkingen: tuple["Opmerking", ...] = ()


@dataclass(frozen=True)
class Inlezing:
    """What all forms together bring back, and what taking it over would write."""

    map: str
    formulieren: tuple[Gelezen, ...]
    feiten: tuple[Beslissing, ...]
    teksten: tuple[Overname, ...]
    conflicten: tuple[Conflict, ...]
    bevindingen: tuple[Bevinding, ...] = ()
    """What `toets` would find then and does not find now."""
    nieuw: Mapping[Path, bytes] = field(default_factory=dict)

    @property
    def rest(self) -> bool:
        """Whether something is left for a person to do."""
        left = {b.uitkomst for b in self.feiten} & {Uitkomst.CONFLICT, Uitkomst.ONGELDIG}
        return bool(left or self.conflicten or any(f.meldingen for f in self.formulieren))


def is_form(eigenschappen: Mapping[str, str]) -> bool:
    """Whether a file says that it is a form."""
    return FORMULIER in eigenschappen


def read_forms(paths: Sequence[Path], here: Path, naam: str | None) -> Inlezing:
    """What these forms change in their record.

    Raises UsageError for forms of several records or of another version of the program,
    InputError for a file or record that cannot be read. Nothing is written.
    """
    from toetsingskader.teruglezen.formulier import read_form

    forms = [read_form(path) for path in paths]
    folders = {record_of(form.terug.eigenschappen, naam, here) for form in forms}
    if len(folders) != 1:
        raise UsageError(
            "Deze formulieren horen bij verschillende beoordelingen. Lees de formulieren van elke "
            "beoordeling apart in."
        )
    (folder,) = folders
    return _Werk(here, folder, load(here / folder, known_as=folder.as_posix())).read(forms)


@dataclass
class _Werk:
    """Reading the forms of one record."""

    here: Path
    folder: Path
    record: Record
    _facts: list[Beslissing] = field(default_factory=list)
    _texts: list[Voorstel] = field(default_factory=list)
    _files: dict[str, Bestandsbron] = field(default_factory=dict)

    def read(self, forms: Sequence["Bestand"]) -> Inlezing:
        read = tuple(self._form(form) for form in forms)
        data = {sleutel: self._data(bron) for sleutel, bron in self._files.items()}
        facts = together(readable(together(self._facts), data))
        bodies = {sleutel: _source(bron).body for sleutel, bron in self._files.items()}
        taken, conflicts = decide(self._texts, bodies)
        new = self._contents(facts, taken, data)
        return Inlezing(
            self.folder.as_posix(),
            read,
            tuple(facts),
            taken,
            conflicts,
            tuple(self._findings(new)) if new else (),
            {self.here / self.folder / pad: raw for pad, raw in new.items()},
        )

    def _form(self, form: "Bestand") -> Gelezen:
        properties = form.terug.eigenschappen
        schema = properties.get("Schema", "")
        if properties.get(FORMULIER) != SOORT or schema != str(SCHEMA):
            raise UsageError(
                f"'{form.path}' is gemaakt met een andere versie van het programma (schema "
                f"{schema or 'onbekend'}; nu is het {SCHEMA}). Maak een nieuw formulier en neem de "
                "antwoorden daarin over."
            )
        remarks: list[str] = []
        asked = [k.removeprefix(VINGERAFDRUK) for k in properties if k.startswith(VINGERAFDRUK)]
        bases = self._bases(form, asked)
        for sleutel in (s for s in (*PROZA, *PUNTEN) if s in asked):
            if sleutel not in bases:
                remarks.append(
                    f"'{title_of(sleutel)}' is niet gelezen: uit welke stand van het dossier het "
                    "formulier is gemaakt, is niet meer te vinden. Maak een nieuw formulier."
                )
                continue
            remarks += self._point(form, sleutel, bases[sleutel])
        return Gelezen(
            form.path.name,
            properties.get("Eigenaar", ""),
            properties.get("Versie") or properties.get("Commit", "")[:12],
            tuple(dict.fromkeys(remarks)),
            form.terug.opmerkingen,
        )

    def _bases(self, form: "Bestand", asked: Sequence[str]) -> dict[str, Uitgangspunt]:
        """What the record said when the form was made: from git, else from the form itself."""
        commit = form.terug.eigenschappen.get("Commit", "")
        stored = dict(form.terug.uitgangspunten)
        if not commit:
            return stored
        optie = form.terug.eigenschappen.get("Optie", "")
        with earlier(self.here / self.folder, commit.removesuffix(_CHANGED)) as then:
            if then is None or not (then / "dossier.yaml").exists():
                return stored
            record = load(then)
        found = {s: _source(file_of(record, optie, s)) for s in asked}
        known = {s: Uitgangspunt(x.data or {}, x.body) for s, x in found.items() if not x.broken}
        # What was not committed yet is only in the form.
        return {**known, **stored} if commit.endswith(_CHANGED) else {**stored, **known}

    def _point(self, form: "Bestand", sleutel: str, base: Uitgangspunt) -> list[str]:
        """Gather what the form says of one point; gives what a person must know."""
        titel = title_of(sleutel)
        bron = file_of(self.record, form.terug.eigenschappen.get("Optie", ""), sleutel)
        self._files[sleutel] = bron
        if _source(bron).broken:
            return [
                f"'{titel}' is niet gelezen: {bron.bestand} is nu niet helemaal te lezen. Herstel "
                f"eerst wat 'toetsingskader toets {self.folder.as_posix()}' daar ongeldig noemt."
            ]
        then = replace(bron, source=Source(base.gegevens, body=base.tekst))
        asked = form_of(then, "")
        back = form.point(asked)
        remarks = []
        if sleutel in PUNTEN:
            compared = Vergelijking(form.path.name, asked, back, self._data(bron))
            self._facts += compared.decisions()
            remarks += [f"{titel}: {x}" for x in compared.meldingen]
        if sleutel in form.double:
            remarks.append(
                f"{titel}: de tekst staat meer dan eens in het bestand en is niet gelezen."
            )
        elif back.tekst is None:
            remarks.append(
                f"{titel}: het vak met de tekst is uit het bestand verdwenen. De tekst in het "
                "dossier is zo gelaten."
            )
        else:
            # Of a text that only was wrapped anew since, the lines of today stay.
            body = _source(bron).body
            own = body if body.split() == base.tekst.split() else base.tekst
            text = with_paragraphs(own, back.tekst)
            self._texts.append(Voorstel(sleutel, form.path.name, own, text))
        return remarks

    def _data(self, bron: Bestandsbron) -> Data:
        return _source(bron).data or {}

    def _contents(
        self, facts: Sequence[Beslissing], texts: Sequence[Overname], data: Mapping[str, Data]
    ) -> dict[str, bytes]:
        """The new files, by their path in the record."""
        found = {}
        for sleutel, bron in self._files.items():
            own = [
                b.voorstel
                for b in facts
                if b.voorstel.punt == sleutel and b.uitkomst is Uitkomst.OVERNEMEN
            ]
            body = next((o.nieuw for o in texts if o.punt == sleutel), None)
            if not own and body is None:
                continue
            path = self.here / self.folder / bron.bestand
            raw = read_file(path) if path.exists() else b""
            new = applied(PUNTEN[sleutel], data[sleutel], own) if own else data[sleutel]
            try:
                found[bron.bestand] = rewrite(raw, new, body)
            except UnsafeEditError as error:
                raise InputError(
                    f"'{self.folder / bron.bestand}' kan niet veilig worden gewijzigd; er is niets "
                    "geschreven. Wijzig dit bestand met de hand."
                ) from error
        return found

    def _findings(self, new: Mapping[str, bytes]) -> list[Bevinding]:
        """What `toets` would say more, were these files written."""
        now = assess_record(self.record, self.here / self.folder, None).toetsing.bevindingen
        known = {(b.code, b.punt, b.tekst) for b in now}
        with tempfile.TemporaryDirectory() as name:
            place = Path(name) / self.folder.name
            shutil.copytree(self.here / self.folder, place)
            for pad, raw in new.items():
                (place / pad).parent.mkdir(parents=True, exist_ok=True)
                (place / pad).write_bytes(raw)
            record = load(place, known_as=self.folder.as_posix())
            then = assess_record(record, self.here / self.folder, None).toetsing.bevindingen
        return [
            b
            for b in then
            if (b.code, b.punt, b.tekst) not in known and b.ernst is not Ernst.TER_INFORMATIE
        ]


def _source(bron: Bestandsbron) -> Source:
    return bron.source or Source({})
