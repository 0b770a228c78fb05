"""parafen.yaml: who approved which point in which version; a registration, the paraaf is elsewhere.

Rows are added by the command `paraaf` and never changed: what was approved stays in the record.
"""

import re
from collections.abc import Iterable
from typing import Annotated

from toetsingskader.kader.antwoord import Blok, Feit, Lijst
from toetsingskader.kader.veld import lijst, veld
from toetsingskader.kader.versie import ALGORITME
from toetsingskader.waarden import DatumVeld, Orgaan, Regel, Sleutel, Tekst, Waardetype, keuze
from toetsingskader.waarden.orgaan import same_orgaan
from toetsingskader.waarden.waardetype import refuse

SOORT = keuze("paraaf medeparaaf")
UITKOMST = keuze("akkoord akkoord_met_opmerking niet_akkoord")
MET_REDEN = frozenset({"akkoord_met_opmerking", "niet_akkoord"})
"""The outcomes that say nothing without a reason."""


def _parse_print(text: str) -> str:
    found = re.fullmatch(r"([1-9][0-9]{0,3}):[0-9a-f]{64}", text.strip())
    if not found:
        raise refuse(
            "VINGERAFDRUK",
            f"'{text}' is geen vingerafdruk. Die schrijft het programma zelf: zet terug wat er "
            "stond, of registreer de paraaf opnieuw met 'toetsingskader paraaf'.",
        )
    if int(found[1]) > ALGORITME:
        raise refuse(
            "VINGERAFDRUK",
            f"Deze vingerafdruk is gemaakt op wijze {found[1]}, en dit programma kent de wijzen "
            f"tot en met {ALGORITME}. Gebruik een nieuwere versie van het programma.",
        )
    return text.strip()


VINGERAFDRUK = Waardetype("een vingerafdruk", _parse_print, str, f"{ALGORITME}:… (64 tekens)")


class Paraaf(Blok):
    """One approval, or refusal, of one point in one version."""

    punt: Feit[Sleutel] = veld("Punt", "De sleutel van het punt, of kern of afweging.", nodig="!")
    versie: Feit[Regel] = veld("Versie", "De versie die is gelezen.", nodig="!")
    vingerafdruk: Feit[Annotated[str, VINGERAFDRUK]] = veld(
        "Vingerafdruk", "Van gegevens, tekst en aangehaalde bronnen in die versie.", nodig="!"
    )
    namens: Feit[Orgaan] = veld("Namens", nodig="!")
    rol: Feit[Regel] = veld("Rol", "De functie, nooit een naam.")
    soort: Feit[Annotated[str, SOORT]] = veld("Soort", nodig="!")
    uitkomst: Feit[Annotated[str, UITKOMST]] = veld("Uitkomst", nodig="!")
    reden: Feit[Tekst] = veld("Reden", "Nodig bij een opmerking en bij niet akkoord.")
    op: Feit[DatumVeld] = veld("Op", nodig="!")
    kenmerk: Feit[Regel] = veld("Kenmerk", "Waar de paraaf zelf in het DMS staat.")

    @property
    def bezwaar(self) -> bool:
        """Whether it refuses."""
        return self.uitkomst.waarde == "niet_akkoord"

    @property
    def met_reden(self) -> bool:
        """Whether its outcome needs a reason."""
        return self.uitkomst.waarde in MET_REDEN


class Parafen(Blok):
    """Alle geregistreerde parafen, in volgorde van registratie."""

    parafen: Lijst[Paraaf] = lijst("Parafen", naar="i")

    def laatste(self, punt: str) -> list[Paraaf]:
        """The rows about a point that count: of each office and kind the newest.

        Of rows of one day the last one counts; in the order of registration. A refusal counts from
        when it is registered, whatever its day, until a later row of no earlier day takes it back.
        """
        newest: list[Paraaf] = []
        for rij in self.parafen:
            if rij.punt.waarde != punt or not rij.namens.waarde:
                continue
            same = next((p for p in newest if _same(p, rij)), None)
            if same is None:
                newest.append(rij)
            elif rij.bezwaar or _day(same) <= _day(rij):
                newest[newest.index(same)] = rij
        return newest


def is_one_of(naam: str, organen: Iterable[str]) -> bool:
    """Whether this office is among them, however it is typed."""
    return any(same_orgaan(naam, other) for other in organen)


def _same(a: Paraaf, b: Paraaf) -> bool:
    same_kind = a.soort.waarde == b.soort.waarde
    return same_kind and same_orgaan(a.namens.waarde or "", b.namens.waarde or "")


def _day(rij: Paraaf) -> str:
    return rij.op.waarde.van.isoformat() if rij.op.waarde else ""
