"""`toets`: read and check a record, and report what was found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from toetsingskader.commands.vervallen import with_changes
from toetsingskader.errors import ExitCode, UsageError
from toetsingskader.kader import Beoordeling
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.output import write_all
from toetsingskader.rapport import FORMATEN
from toetsingskader.record import Record, load
from toetsingskader.regels import REGELS, check
from toetsingskader.toetsing import Toetsing
from toetsingskader.validation import validate

RAPPORTEN = {"html": "html", "markdown": "md", "json": "json"}
"""The reports that are files of their own: format to file extension."""
OPLEGGER = "oplegger"
"""The report on paper, which is made with the tools of the letter."""
VOLUIT = "voluit"
"""Plain text with, of each point, its text and facts too."""
VORMEN = {
    "tekst": "txt",
    VOLUIT: "",
    **RAPPORTEN,
    **{"sarif": "sarif", "junit": "xml", OPLEGGER: "docx pdf", "kort": ""},
}
"""All that can be asked for, with their extensions; the first is the default."""


@dataclass(frozen=True)
class Getoetst:
    """A record that was read and checked."""

    map: Path
    geheel: Beoordeling
    """With all options, none taken."""
    soort: Briefsoort
    toetsing: Toetsing
    optie: str | None = None
    """The option that was asked for, instead of the chosen one."""

    @property
    def beoordeling(self) -> Beoordeling:
        """With the option that was asked for, or else the chosen one."""
        return self.geheel.voor_optie(self.optie or self.geheel.gekozen)


def assess(folder: Path, soort: Briefsoort | None = None, optie: str | None = None) -> Getoetst:
    """Read and check one record, for this kind of letter or the next one the record names.

    With `optie` as if that option were taken, else with the chosen one. Raises UsageError for an
    option that the record does not have.
    """
    return assess_record(load(folder), folder, soort, optie)


def assess_record(
    record: Record, folder: Path, soort: Briefsoort | None, optie: str | None = None
) -> Getoetst:
    """The same for a record that was read already."""
    b, gelezen = validate(record)
    known = [o.sleutel.waarde for o in b.dossier.opties if o.sleutel.waarde]
    if optie and optie not in known:
        there = f" Kies uit: {', '.join(known)}." if known else " Dit dossier heeft geen opties."
        raise UsageError(f"De optie '{optie}' staat niet in {record.pad('dossier')}.{there}")
    soort, taken = soort or b.dossier.volgende_brief(), optie or b.gekozen
    toetsing = with_changes(check(b, gelezen, soort, taken), b.voor_optie(taken), folder)
    return Getoetst(folder, b, soort, toetsing, optie)


def exit_code(toetsing: Toetsing, *, streng: bool) -> ExitCode:
    """What `toets` gives the shell for this result."""
    if toetsing.tegenstrijdig_volgens_dossier:
        return ExitCode.BEVINDINGEN
    if streng and toetsing.belet_definitief:
        return ExitCode.BEVINDINGEN
    return ExitCode.GOED


def report(
    toetsingen: Iterable[Toetsing], formaat: str, *, streng: bool = False, kleur: bool = False
) -> str:
    """The reports of these results in one text.

    `streng` is of the forms that say what fails (JUnit, kort), `kleur` of plain text.

    Raises UsageError when a format that holds one result is asked for several.
    """
    results = list(toetsingen)
    if formaat in ("html", "json"):
        require_one(results, formaat.upper())
    if formaat == "sarif":
        from toetsingskader.rapport.sarif import sarif

        return sarif(results, _meaning)
    if formaat == "junit":
        from toetsingskader.rapport.junit import junit

        return junit(results, streng=streng)
    if formaat == "kort":
        from toetsingskader.rapport.kort import kort

        return kort(results, streng=streng)
    if formaat in ("tekst", VOLUIT):
        from toetsingskader.rapport.tekst import tekst

        return "\n".join(tekst(t, kleur=kleur, voluit=formaat == VOLUIT) for t in results)
    return "\n".join(FORMATEN[formaat](t) for t in results)


def require_one(results: Sequence[object], vorm: str) -> None:
    """Raise UsageError when a report in this form would be about none or several."""
    if len(results) != 1:
        raise UsageError(f"Een rapport in {vorm} gaat over één beoordeling. Noem welke u wilt.")


def _meaning(code: str) -> str:
    """The sentence of a rule, or what another code means; empty when neither is known."""
    from toetsingskader.naslag.codes import explain

    return next((regel.zin for regel in REGELS if regel.code == code), "") or explain(code)


def format_for(
    target: Path | None, formaat: str | None = None, vormen: Mapping[str, str] = VORMEN
) -> str:
    """The format that was asked, or else that the name of a file asks for.

    `vormen` are formats with their extensions, the default first. Raises UsageError for a name
    that promises what is not among them, such as a Word file for a list, or another format than
    was asked.
    """
    suffix = target.suffix.removeprefix(".").lower() if target else ""
    by_name = {ext: f for f, extensions in vormen.items() for ext in extensions.split()}
    if suffix and suffix not in by_name:
        known = ", ".join(f".{extension}" for extension in by_name)
        raise UsageError(
            f"Een bestand in de vorm '.{suffix}' kan deze opdracht niet schrijven. Kies voor "
            f"'{target}' een naam die eindigt op een van: {known}."
        )
    fitting = formaat or by_name.get(suffix, next(iter(vormen)))
    if (fitting == OPLEGGER) != (by_name.get(suffix) == OPLEGGER):
        raise UsageError(
            "Een oplegger is een bestand in Word of PDF, en een ander rapport niet. Kies bij "
            f"'--formaat {OPLEGGER}' met '--naar' een naam die eindigt op .docx of .pdf."
        )
    return fitting


def write_report(content: str | bytes, target: Path) -> None:
    """Write a report, or another file, to a place outside the records.

    Raises OutputError, and UsageError for a place inside an assessment: nothing is written there.
    """
    require_outside(target)
    write_all({target: content.encode("utf-8") if isinstance(content, str) else content})


def require_outside(target: Path) -> None:
    """Raise UsageError for a place inside an assessment: nothing is written there."""
    if any((folder / "dossier.yaml").exists() for folder in target.absolute().parents):
        raise UsageError(
            f"'{target}' ligt in de map van een beoordeling, en daar schrijft het programma niet. "
            "Kies een plek daarbuiten."
        )
