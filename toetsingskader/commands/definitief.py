"""A final letter: what keeps it back, and the one folder with all that is to be filed."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import file_digest, sha256
from itertools import groupby
from pathlib import Path

from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.commands.exemplaar import Exemplaar
from toetsingskader.errors import InputError, UsageError, reason
from toetsingskader.kader import EIGENAAR_DOSSIER, Beoordeling
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.toetsing import Bevinding, Ernst, Plaats, Toetsing
from toetsingskader.toetsing.paraafstand import Paraafstaat
from toetsingskader.totstandkoming import Herkomst

DOSSIER = "dossier"
"""The folder with the copy of the record."""
CONTROLEGETALLEN = "SHA256SUMS"


def blocked(
    b: Beoordeling, toetsingen: Sequence[Toetsing], exemplaren: Sequence[Exemplaar]
) -> Toetsing:
    """The result for the letter, with what else keeps it from being final.

    An open place nearly always has a finding of its own, and is not said again beside it. What is
    left when those are mended, or were accepted, would be printed as a hole in a sentence. The
    approvals that lack are said in any case: others are at work on those.
    """
    first, *others = toetsingen
    more = [x for other in others for x in other.belet_definitief]
    toetsing = first.plus(tuple(x for x in more if x not in first.bevindingen))
    holes = () if toetsing.belet_definitief else _holes(b, exemplaren)
    lacking = dict.fromkeys(x for t in toetsingen for x in _unapproved(b, t))
    return toetsing.plus((*holes, *lacking))


def _holes(b: Beoordeling, exemplaren: Sequence[Exemplaar]) -> tuple[Bevinding, ...]:
    """What is still open in the letters."""
    letter = exemplaren[0].soort
    places = [
        ("brief" if exemplaar.soort is letter else exemplaar.soort.label, plek)
        for exemplaar in exemplaren
        for plek in exemplaar.open_plekken
    ]
    dag = b.dossier.brief(letter).dagtekening
    if dag and not dag.exact:
        places.append(("brief", f"de dag, want er staat alleen '{dag}'"))
    return tuple(_open(b, *place) for place in dict.fromkeys(places))


def _unapproved(b: Beoordeling, toetsing: Toetsing) -> Iterator[Bevinding]:
    """Per point the approvals that lack, and those that cover an older text.

    Who refuses is a finding already.
    """
    needed = [stand for stand in toetsing.parafen if stand.nodig]
    for punt, group in groupby(needed, key=lambda stand: stand.punt):
        own = list(group)
        absent = [s for s in own if s.staat is Paraafstaat.ONTBREEKT]
        if absent:
            which = "; ".join(f"{s.soort} van {s.wie}" for s in absent)
            yield _approval(b, punt, "PARAAF-ONTBREEKT", absent[0].titel, f"nog nodig: {which}")
        for stand in own:
            if stand.staat is Paraafstaat.VERVALLEN:
                changed = ", ".join(stand.gewijzigd)
                what = (
                    f"de {stand.soort} van {stand.wie} op {stand.gelezen} is vervallen; "
                    f"sindsdien gewijzigd: {changed}"
                )
                yield _approval(b, punt, "PARAAF-VERVALLEN", stand.titel, what)


def _approval(b: Beoordeling, punt: str, code: str, titel: str, wat: str) -> Bevinding:
    who = b.punten[punt].eigenaar if punt in b.punten else EIGENAAR_DOSSIER
    return Bevinding(
        code,
        Ernst.ONTBREEKT,
        Plaats(b.bestanden["parafen"].pad),
        f"Bij '{titel}': {wat}. Registreer de paraaf met 'toetsingskader paraaf {punt}'.",
        (who,),
        punt=punt if punt in b.punten else None,
        veld=f"parafen.{punt}",
    )


def _open(b: Beoordeling, waarin: str, wat: str) -> Bevinding:
    return Bevinding(
        "BRIEF-OPEN",
        Ernst.ONTBREEKT,
        Plaats(b.bestanden["dossier"].pad),
        f"In de {waarin} staat nog een open plek: {wat}. Vul dit in voordat de brief definitief "
        "is.",
        (EIGENAAR_DOSSIER,),
    )


def final_name(b: Beoordeling, soort: Briefsoort, exemplaar: Exemplaar | None = None) -> str:
    """Name of the folder, such as "2026-05-15-artikel-100-brief-<slug>", or of a letter in it."""
    dag = b.dossier.brief(soort).dagtekening
    assert dag is not None  # without a date it was refused
    bestand = SOORTEN[exemplaar.soort if exemplaar else soort].bestand
    chamber = exemplaar.kenmerk if exemplaar else ""
    return f"{dag.van.isoformat()}-{bestand}-{b.slug}{chamber}"


def check_not_sent(b: Beoordeling, soort: Briefsoort, target: Path) -> None:
    """Raise UsageError when the folder may hold the very files that were sent."""
    if target.exists() and b.dossier.brief(soort).verzonden_op.bekend:
        raise UsageError(
            f"Deze {soort.label} is volgens het dossier al verzonden, en '{target}' bestaat. Die "
            "map wordt niet overschreven. Verplaats haar eerst als u de brief toch opnieuw wilt "
            "maken."
        )


def folder_contents(
    letters: Mapping[str, bytes], reports: Mapping[str, bytes], record: Mapping[str, Path]
) -> dict[str, bytes | Path]:
    """All that is filed together, by path in the folder, with a checksum of every file.

    Raises InputError when a file of the record cannot be read.
    """
    files: dict[str, bytes | Path] = {**letters, **reports}
    files |= {f"{DOSSIER}/{naam}": path for naam, path in record.items()}
    # The form of the program sha256sum, which checks them with -c.
    sums = (f"{_checksum(files[naam])}  {naam}\n" for naam in sorted(files))
    return {**files, CONTROLEGETALLEN: "".join(sums).encode("utf-8")}


def _checksum(content: bytes | Path) -> str:
    if isinstance(content, bytes):
        return sha256(content).hexdigest()
    try:
        with content.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"'{content}' kan niet worden gelezen ({reason(error)}).") from error


def to_record(letters: Mapping[Kamer, bytes], herkomst: Herkomst) -> tuple[str, ...]:
    """What to write in dossier.yaml, at this letter under `brieven`, once it has been sent."""
    lines = ["verzonden_op:"]
    if herkomst.commit and not herkomst.gewijzigd:
        # By this the next letter finds what changed since.
        lines.append(f"versie: {herkomst.commit[:12]}")
    for kamer, pdf in letters.items():
        lines.append(f"kamerstuk_{kamer.afkorting}:")
        lines.append(f"sha256_{kamer.afkorting}: {sha256(pdf).hexdigest()}")
    return tuple(lines)
