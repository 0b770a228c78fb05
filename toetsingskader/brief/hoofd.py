"""The letterhead: sender, address, date, reference, signers, marking; all as Dutch text."""

from pathlib import Path

from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.brief.woorden import enumerate_dutch
from toetsingskader.document import Briefhoofd, Ondertekenaar
from toetsingskader.errors import ToolError
from toetsingskader.kader import EIGENAAR_DOSSIER, Beoordeling
from toetsingskader.kader.antwoord import Feit
from toetsingskader.kader.dossier import Ondertekenaar as Signer
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.sjablonen import ADRESSEN, find_sjabloon
from toetsingskader.source import parse_yaml

OPEN = "[Nog in te vullen: "


def placeholder(wat: str, wie: str) -> str:
    """The mark of an open place: what belongs there and who fills it in."""
    return f"{OPEN}{wat} – {wie}]"


def marking(b: Beoordeling, soort: Briefsoort, *, definitief: bool) -> str:
    """What stands on every page, above the text and in the title; empty when there is nothing."""
    parts = ["FICTIEF"] if b.dossier.fictief.waarde == "ja" else []
    parts += [] if definitief else ["CONCEPT"]
    brief = b.dossier.brief(soort)
    if brief.verzenden_na.bekend and not brief.verzonden_op.bekend:
        parts.append(f"Embargo tot {brief.verzenden_na.waarde}")
    return " – ".join(parts)


def letterhead(
    b: Beoordeling, soort: Briefsoort, kamer: Kamer, sjablonen: Path, *, definitief: bool
) -> Briefhoofd:
    """Everything on the letter that is not running text."""
    dossier, brief = b.dossier, b.dossier.brief(soort)
    afzender, wie = dossier.afzender, EIGENAAR_DOSSIER
    signers = brief.ondertekenaars.rijen or dossier.ondertekenaars.rijen
    to_chamber = SOORTEN[soort].aan_kamer
    name = "brief" if to_chamber else "nota"

    def text(feit: Feit[str], wat: str) -> str:
        return feit.waarde or placeholder(wat, wie)

    return Briefhoofd(
        afzender=text(afzender.ministerie, "ministerie"),
        directie=afzender.directie.waarde or "",
        retouradres=text(afzender.retouradres, "retouradres"),
        adres=address(kamer, sjablonen) if to_chamber else _to_ministers(signers),
        datum=str(brief.dagtekening or placeholder(f"datum van de {name}", wie)),
        betreft=brief.betreft.waarde or text(dossier.titel, "onderwerp"),
        onze_referentie=text(brief.kenmerk, "kenmerk"),
        uw_referentie=brief.uw_kenmerk.waarde or "",
        kamerdossiers="\n".join(dossier.kamerdossiers.rijen),
        contact=afzender.contact.waarde or "",
        bijlagen=brief.bijlagen.waarde or "",
        aanhef="Geachte voorzitter," if to_chamber else "",
        markering=marking(b, soort, definitief=definitief),
        ondertekenaars=tuple(_signature(s, wie) for s in signers) if to_chamber else (),
        mede_namens=_on_behalf(dossier.mede_namens.rijen) if to_chamber else "",
    )


def _to_ministers(signers: tuple[Signer, ...]) -> tuple[str, ...]:
    """A note goes to those who sign the letter that comes with it."""
    wie = placeholder("ambt", EIGENAAR_DOSSIER)
    return tuple(f"Aan de {s.ambt.waarde}" if s.ambt.waarde else wie for s in signers)


def _signature(signer: Signer, wie: str) -> Ondertekenaar:
    ambt = signer.ambt.waarde or placeholder("ambt", wie)
    if not ambt.lower().startswith(("de ", "het ", "[")):
        ambt = f"De {ambt}"
    ambt = ambt[0].upper() + ambt[1:].rstrip(",")
    return Ondertekenaar(f"{ambt},", signer.naam.waarde or placeholder("naam", wie))


def _on_behalf(ambten: tuple[str, ...]) -> str:
    named = [a if a.startswith("de ") else f"de {a}" for a in ambten]
    return f"Mede namens {enumerate_dutch(named)}," if named else ""


def address(kamer: Kamer, sjablonen: Path) -> tuple[str, ...]:
    """The address of a chamber, from adressen.yaml beside the letter templates.

    Raises ToolError when that file does not give it.
    """
    path = find_sjabloon(sjablonen, ADRESSEN)
    try:
        data = parse_yaml(path.read_bytes()).data
    except OSError as error:
        raise ToolError(f"Het bestand met adressen kan niet worden gelezen: {path}.") from error
    lines = data.get(kamer.value) if isinstance(data, dict) else None
    texts = tuple(x for x in lines if isinstance(x, str)) if isinstance(lines, list) else ()
    if not texts or len(texts) != len(lines or ()):
        raise ToolError(
            f"In {path} staan onder '{kamer.value}' geen adresregels. Zet er een lijst van regels; "
            "een regel met een dubbele punt hoort tussen aanhalingstekens."
        )
    return texts
