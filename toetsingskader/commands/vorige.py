"""The letter before: the last one that was sent, and the record as it was then."""

from pathlib import Path

from toetsingskader import git
from toetsingskader.brief.soorten import SOORTEN
from toetsingskader.brief.wijzigingen import Vorige
from toetsingskader.commands.gelezen import read_version
from toetsingskader.kader import Beoordeling
from toetsingskader.kader.dossier import Brief
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.versies import find_version


def letter_before(folder: Path, b: Beoordeling, soort: Briefsoort) -> Vorige | None:
    """For a kind of letter that tells what changed; None without a letter, or outside git.

    The version stands in the record at the letter that was sent; without it the last commit up to
    the day of sending counts. `folder` is where git knows the record.
    """
    sent = [x for x in b.dossier.brieven if _went_before(x, b.dossier.brief(soort))]
    if not SOORTEN[soort].vergelijkt or not sent:
        return None
    last = max(sent, key=_day)
    then = read_version(folder, _commit(folder, last))
    return Vorige(str(last.verzonden_op.waarde), then) if then else None


def _went_before(brief: Brief, this: Brief) -> bool:
    kind = brief.soort.waarde
    to_parliament = kind is not None and SOORTEN[Briefsoort(kind)].aan_kamer
    return to_parliament and brief is not this and brief.verzonden_op.bekend


def _day(brief: Brief) -> str:
    sent = brief.verzonden_op.waarde
    return sent.tot_en_met.isoformat() if sent else ""


def _commit(folder: Path, brief: Brief) -> str:
    named = brief.versie.waarde or ""
    version = find_version(folder, named) if named else None
    if version or named:
        return version.commit if version else named
    sent = brief.verzonden_op.waarde
    return git.commit_before(folder, sent.tot_en_met) if sent else ""
