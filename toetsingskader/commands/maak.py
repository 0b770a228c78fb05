"""`maak`: the letter in Word and PDF, and the reports."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING

from toetsingskader import git
from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.commands.definitief import (
    blocked,
    check_not_sent,
    final_name,
    folder_contents,
    to_record,
)
from toetsingskader.commands.exemplaar import Exemplaar, write_out
from toetsingskader.commands.oplegger import make_oplegger
from toetsingskader.commands.sinds import with_history
from toetsingskader.commands.toets import OPLEGGER, RAPPORTEN, Getoetst, assess_record
from toetsingskader.commands.vorige import letter_before
from toetsingskader.errors import ExitCode, UsageError
from toetsingskader.kader import EIGENAAR_DOSSIER, Beoordeling
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.kader.zoek import find_text
from toetsingskader.output import write_all, write_folder
from toetsingskader.rapport import FORMATEN
from toetsingskader.record import Record, load
from toetsingskader.record.schijf import all_files
from toetsingskader.sjablonen import BRIEFSJABLONEN
from toetsingskader.toetsing import Bevinding, Ernst, Toetsing
from toetsingskader.totstandkoming import PARAFEN, Herkomst, origin

if TYPE_CHECKING:
    from toetsingskader.render import Resultaat
    from toetsingskader.render.pandoc import Pandoc

UITVOER = "uitvoer"
GEHEIM = "TK-S7"
"""The rule about secret deployment: of that no letter is made here, not even a draft."""


@dataclass(frozen=True)
class Gemaakt:
    """What `maak` wrote for one record, or why it did not."""

    toetsing: Toetsing
    bestanden: tuple[Path, ...]
    geweigerd: tuple[Bevinding, ...] = ()
    """What kept the letter from being written."""
    vast_te_leggen: tuple[str, ...] = ()
    """What to write in the record about a final letter, once it has been sent."""
    eerder_verzonden_op: str = ""
    """The day on which this letter was sent, when it was made anew after that."""

    @property
    def exit_code(self) -> ExitCode:
        """What the shell gets for this record."""
        return ExitCode.BEVINDINGEN if self.geweigerd else ExitCode.GOED


def make(
    folder: Path,
    here: Path,
    *,
    soort: Briefsoort | None = None,
    kamer: Kamer | None = None,
    definitief: bool = False,
    sjablonen: Path = BRIEFSJABLONEN,
) -> Gemaakt:
    """Check one record and write its letter and reports to `uitvoer/<slug>/`.

    Of a letter to parliament each chamber gets its copy, or only the one that is asked for. A
    final letter goes with all that is filed into a folder of its own in there. It is refused
    while something is missing or contradictory; the reports then still appear, and an earlier
    letter stays as it was. Raises UsageError when its folder may hold the very files that were
    sent.
    """
    # Imported here: checking must not pay for the letter.
    from toetsingskader.render.pandoc import Pandoc

    record = load(folder)
    herkomst = origin(folder, sjablonen)
    # Pandoc reads the prose while the record is checked.
    texts = [record.bronteksten, *(o.bronteksten for o in record.opties.values())]
    bodies = (source.body for sources in texts for source in sources.values())
    with Pandoc(herkomst.tijdstip, bodies) as pandoc:
        werk = _Werk(folder, here, record, kamer, herkomst, sjablonen, pandoc)
        getoetst = with_history(assess_record(record, folder, soort))
        return werk.final(getoetst) if definitief else werk.concept(getoetst)


@dataclass(frozen=True)
class _Werk:
    """Making the letter of one record."""

    folder: Path
    here: Path
    record: Record
    kamer: Kamer | None
    """The only copy that is wanted; without it each chamber gets one."""
    herkomst: Herkomst
    sjablonen: Path
    pandoc: "Pandoc"

    @property
    def target(self) -> Path:
        return self.here / UITVOER / self.record.slug

    def concept(self, getoetst: Getoetst) -> Gemaakt:
        """Letter and reports, whatever was found."""
        toetsing = getoetst.toetsing
        if secret := _secret(toetsing):
            return self._refused(getoetst, secret)
        exemplaren = [*self._written_out(getoetst, definitief=False)]
        letters, toetsing, reports = self._rendered(getoetst, exemplaren)
        files = self._placed(
            {f"{e.bestand}.{extension}": data for e, extension, data in letters} | reports
        )
        write_all(files)
        return Gemaakt(toetsing, tuple(files))

    def final(self, getoetst: Getoetst) -> Gemaakt:
        """The folder to be filed, or what keeps the letter back."""
        b, toetsing, soort = getoetst.beoordeling, getoetst.toetsing, getoetst.soort
        if secret := _secret(toetsing):
            return self._refused(getoetst, secret)
        together = self._together(getoetst)
        exemplaren = [e for x in together for e in self._written_out(x, definitief=True)]
        toetsing = blocked(b, [x.toetsing for x in together], exemplaren)
        getoetst = replace(getoetst, toetsing=toetsing)
        if toetsing.belet_definitief:
            return self._refused(getoetst, toetsing.belet_definitief)
        if git.is_changed(self.folder, PARAFEN):
            raise UsageError(
                f"In '{self.folder}' zijn wijzigingen die nog niet zijn "
                "vastgelegd. Leg ze vast met 'git commit' en geef die stand een naam met "
                "'toetsingskader versie'; een brief die is verzonden, moet terug te vinden zijn."
            )
        target = self.target / final_name(b, soort)
        check_not_sent(b, soort, target)
        letters, toetsing, reports = self._rendered(getoetst, exemplaren, definitief=True)
        named = {f"{final_name(b, soort, e)}.{extension}": data for e, extension, data in letters}
        files = folder_contents(named, reports, all_files(self.folder))
        write_folder(target, files)
        sent = {e.kamer: d for e, x, d in letters if x == "pdf" and e.soort is soort}
        paths = tuple(target / naam for naam in files)
        before = str(b.dossier.brief(soort).verzonden_op.waarde or "")
        return Gemaakt(
            toetsing,
            paths,
            vast_te_leggen=to_record(sent, self.herkomst),
            eerder_verzonden_op=before,
        )

    def _together(self, getoetst: Getoetst) -> list[Getoetst]:
        """The letter, and the note to the ministers when the record has one."""
        nota = Briefsoort.BESLISNOTA
        present = getoetst.beoordeling.dossier.beslisnota.bekend
        if getoetst.soort is nota or not present:
            return [getoetst]
        return [getoetst, assess_record(self.record, self.folder, nota)]

    def _written_out(self, getoetst: Getoetst, *, definitief: bool) -> Iterator[Exemplaar]:
        """A copy for each chamber that is to have one; a note to ministers has only one."""
        to_parliament = SOORTEN[getoetst.soort].aan_kamer
        vorige = letter_before(self.folder, getoetst.beoordeling, getoetst.soort)
        for kamer in ((self.kamer,) if self.kamer else Kamer) if to_parliament else (Kamer.TWEEDE,):
            yield write_out(
                getoetst, kamer, self.herkomst, self.sjablonen, vorige, definitief=definitief
            )

    def _rendered(
        self, getoetst: Getoetst, exemplaren: list[Exemplaar], *, definitief: bool = False
    ) -> tuple[list[tuple[Exemplaar, str, bytes]], Toetsing, dict[str, bytes]]:
        """The files of every copy, the result with what they lack, and its reports."""
        # The reports are made while pandoc and typst work on the letter.
        with ThreadPoolExecutor(max_workers=1) as pool:
            rendering = pool.submit(self._files, exemplaren)
            reports = self._reports(getoetst, definitief=definitief)
            letters, results = rendering.result()
        b = getoetst.beoordeling
        if found := tuple(dict.fromkeys(x for result in results for x in _lacking(b, result))):
            getoetst = replace(getoetst, toetsing=getoetst.toetsing.plus(found))
            reports = self._reports(getoetst, definitief=definitief)
        return letters, getoetst.toetsing, reports

    def _reports(self, getoetst: Getoetst, *, definitief: bool = False) -> dict[str, bytes]:
        """The reports by file name, the one on paper too."""
        paper = make_oplegger(getoetst, self.herkomst, definitief=definitief)
        reports = {
            f"volledigheid.{extension}": FORMATEN[formaat](getoetst.toetsing).encode("utf-8")
            for formaat, extension in RAPPORTEN.items()
        }
        return {f"{OPLEGGER}.{extension}": data for extension, data in paper.items()} | reports

    def _files(
        self, exemplaren: list[Exemplaar]
    ) -> tuple[list[tuple[Exemplaar, str, bytes]], list["Resultaat"]]:
        """Each copy as Word and PDF, and the results they come from."""
        from toetsingskader.render import render

        documents = [e.document for e in exemplaren]
        # The pandoc that has read the prose already is for the first letter.
        workers = chain([self.pandoc], repeat(None))
        with ThreadPoolExecutor(len(documents)) as pool:
            results = [*pool.map(render, documents, repeat(self.sjablonen), workers)]
        files = []
        for exemplaar, result in zip(exemplaren, results, strict=True):
            files += [(exemplaar, "docx", result.docx), (exemplaar, "pdf", result.pdf)]
        return files, results

    def _refused(self, getoetst: Getoetst, why: tuple[Bevinding, ...]) -> Gemaakt:
        """Write the reports and no letter; an earlier letter stays as it was."""
        reports = self._placed(self._reports(getoetst))
        write_all(reports)
        return Gemaakt(getoetst.toetsing, tuple(reports), why)

    def _placed(self, files: dict[str, bytes]) -> dict[Path, bytes]:
        return {self.target / name: data for name, data in files.items()}


def _secret(toetsing: Toetsing) -> tuple[Bevinding, ...]:
    return tuple(x for x in toetsing.bevindingen if x.code == GEHEIM)


def _lacking(b: Beoordeling, result: "Resultaat") -> Iterator[Bevinding]:
    """A finding for everything that could not be shown."""
    yield from (_replaced(b, teken) for teken in result.vervangen)
    yield from (_not_drawn(b, pad) for pad in result.niet_getoond)


def _not_drawn(b: Beoordeling, pad: str) -> Bevinding:
    """A finding about a drawing that turned out to be none."""
    sleutel, plaats = find_text(b, pad)
    return Bevinding(
        "FIGUUR-BESTAND",
        Ernst.ONGELDIG,
        plaats,
        f"De figuur '{pad}' kan niet worden getekend. Bewaar de afbeelding als PNG en gebruik die.",
        (EIGENAAR_DOSSIER,),
        punt=sleutel if sleutel in b.punten else None,
    )


def _replaced(b: Beoordeling, teken: str) -> Bevinding:
    """A finding about a character that the fonts of the PDF lack."""
    code = " ".join(f"U+{ord(c):04X}" for c in teken)
    sleutel, plaats = find_text(b, teken)
    return Bevinding(
        "PDF-TEKEN",
        Ernst.LET_OP,
        plaats,
        f"Het teken '{teken}' ({code}) zit niet in het lettertype van de PDF en staat daar als "
        f"[{code}]; in Word staat het wel. Gebruik een ander teken als dat niet de bedoeling is.",
        (EIGENAAR_DOSSIER,),
        punt=sleutel if sleutel in b.punten else None,
    )
