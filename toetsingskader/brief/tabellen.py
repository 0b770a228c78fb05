"""Which facts a letter shows as tables: one row here per table, at most five columns.

Only what the framework sends to the letter appears; an empty table does not.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from toetsingskader.document import Tabel
from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Antwoord, Blok, Lijst, Staat
from toetsingskader.kader.punt import GEMEENSCHAPPELIJK, Punt, Rij
from toetsingskader.kader.veld import Veldbeschrijving, beschrijf
from toetsingskader.kader.weergave import ADMINISTRATIVE, show
from toetsingskader.regels.gegevens import destination
from toetsingskader.toetsing import Bestemming

ONBEKEND = "nog niet bekend"


@dataclass(frozen=True)
class Tabelsoort:
    """A table of the rows of one list: its title and the fields that are columns."""

    titel: str
    kolommen: tuple[str, ...]


_CIJFER = ("omschrijving", "waarde", "eenheid", "aard", "datum")

TABELLEN: dict[str, Tabelsoort] = {
    "dossier.besluit.maxima": Tabelsoort(
        "Maximale aantallen militairen", ("onderdeel", "aantal_huidig", "aantal_max")
    ),
    "gronden-voor-deelname.nederlandse_belangen": Tabelsoort(
        "Nederlandse belangen", ("belang", "toelichting")
    ),
    "gronden-voor-deelname.gevolgen_zonder_inzet": Tabelsoort(
        "Gevolgen zonder inzet", ("gevolg", "toelichting")
    ),
    "politieke-context.actoren": Tabelsoort(
        "Actoren en hun houding", ("naam", "soort", "houding_missie", "belang", "peildatum")
    ),
    "politieke-context.krachtsverhoudingen": Tabelsoort("Krachtsverhoudingen", _CIJFER),
    "politieke-context.scenarios": Tabelsoort(
        "Scenario's", ("naam", "omschrijving", "gevolg_voor_inzet")
    ),
    "invloed.fora": Tabelsoort(
        "Waar over de missie wordt besloten", ("naam", "niveau", "zetel", "besluit_over")
    ),
    "invloed.posten": Tabelsoort(
        "Nederlandse functies in hoofdkwartieren",
        ("plaats", "functie", "rang", "aantal", "status"),
    ),
    "mandaat.rechtsgronden": Tabelsoort("Rechtsgronden", ("soort", "door", "geldig", "status")),
    "mandaat.mandaten": Tabelsoort(
        "Mandaat", ("verband", "gegeven_door", "taken", "geldig", "status")
    ),
    "toestemming-partijen.partijen": Tabelsoort(
        "Standpunten van de partijen", ("partij", "rol", "standpunt", "peildatum")
    ),
    "steun-bondgenoten.bondgenoten": Tabelsoort(
        "Steun van bondgenoten",
        ("naam", "steun", "rugdekking_bij_gevecht", "luchtsteun", "peildatum"),
    ),
    "operatie.mission_creep": Tabelsoort(
        "Handelwijze als de taak dreigt te verschuiven",
        ("aanleiding", "handelwijze", "wie_besluit", "kamer_geinformeerd"),
    ),
    "haalbaarheid.aannames": Tabelsoort("Aannames", ("aanname", "vervalt_als")),
    "haalbaarheid.vergelijkingen": Tabelsoort(
        "Vergelijking met andere missies",
        ("missie_elders", "jaar", "omvang", "lengte_km", "verhouding"),
    ),
    "haalbaarheid.lessen": Tabelsoort(
        "Lessen uit eerdere missies", ("uit", "les", "toegepast_hoe")
    ),
    "deelnemende-landen.landen": Tabelsoort(
        "Deelnemende landen", ("land", "rol", "bijdrage", "aantal", "status")
    ),
    "bevelsstructuur.bevelslijn": Tabelsoort(
        "Bevelslijn", ("niveau", "hoofdkwartier", "plaats", "land_commandant")
    ),
    "geweldsinstructie.nationale_beperkingen": Tabelsoort(
        "Nationale beperkingen", ("beperking", "reden")
    ),
    "risicos.register": Tabelsoort("Risico's en maatregelen", ("omschrijving", "maatregelen")),
    "samenhang.sporen": Tabelsoort(
        "Andere bijdragen van Nederland", ("spoor", "bijdrage", "ministerie", "bedrag")
    ),
    "samenhang.deskundigen": Tabelsoort(
        "Individuele deskundigen (buiten het toetsingskader)",
        ("soort", "taak", "aantal", "periode"),
    ),
    "samenhang.geleverde_steun": Tabelsoort("Geleverde steun", _CIJFER),
    "financien.kosten": Tabelsoort(
        "Uitgaven in euro", ("post", "jaar", "bedrag", "fase", "dekking")
    ),
    "financien.ontvangsten": Tabelsoort("Ontvangsten in euro", ("van", "jaar", "bedrag")),
    "monitoring-evaluatie.indicatoren": Tabelsoort(
        "Indicatoren", ("doel", "indicator", "nulmeting", "streefwaarde", "meting_door")
    ),
    "monitoring-evaluatie.eerdere_evaluaties": Tabelsoort(
        "Eerdere evaluaties", ("kamerstuk", "datum", "bevinding", "gevolg")
    ),
    "eenheden.eenheden": Tabelsoort("Eenheden", ("naam", "taak", "aantal_max", "periode")),
    "eenheden.ten_koste_van": Tabelsoort("Waarvan de inzet ten koste gaat", ("wat", "toelichting")),
    "exit-strategie.succescriteria": Tabelsoort(
        "Wanneer het doel is bereikt", ("criterium", "vast_te_stellen_door", "meetbaar_aan")
    ),
    "exit-strategie.toetsmomenten": Tabelsoort(
        "Momenten van afweging", ("datum", "waarover", "wie_besluit")
    ),
    "exit-strategie.voortijdig_einde": Tabelsoort(
        "Voortijdig einde", ("aanleiding", "handelwijze", "wie_besluit")
    ),
}

_TITELS = {"operatie.operaties": "Kenmerken van de operatie"}
"""Titles of lists whose rows have too many fields for columns, where the label does not do."""
_BESIDE = ("Onderwerp", "Gegeven")


def tables_of(b: Beoordeling, sleutel: str) -> Iterator[Tabel]:
    """The tables of one point: its lists first, then its other facts together."""
    punt = b.punten[sleutel]
    for veld in _public(punt):
        antwoord = getattr(punt, veld.attribuut)
        soort = TABELLEN.get(f"{sleutel}.{veld.naam}")
        if isinstance(antwoord, Lijst) and veld.model:
            if soort:
                yield from rows_table(soort, antwoord, veld.model)
            else:
                titel = _TITELS.get(f"{sleutel}.{veld.naam}", veld.veld.label)
                yield from _described_rows(titel, antwoord, _missions(b))
    losse = tuple(_single_facts(punt))
    if losse:
        yield Tabel(f"{punt.kader.kop}: overige gegevens", _BESIDE, losse)


def rows_table(soort: Tabelsoort, lijst: Lijst[Blok], model: type[Blok]) -> Iterator[Tabel]:
    """A table of the rows of a list.

    An optional column that nobody filled is left out, and so is a table that knows nothing about
    its rows: what is not known stands together further on in the letter.
    """
    velden = [v for naam in soort.kolommen for v in beschrijf(model) if v.naam == naam]
    velden = [v for v in velden if v.veld.vereist.rij or _filled(v, lijst)]
    rijen = tuple(tuple(_cell(v, rij) for v in velden) for rij in _public_rows(lijst))
    if any(cel not in ("", ONBEKEND) for rij in rijen for cel in rij[1:]):
        koppen = tuple(v.veld.label for v in velden)
        rechts = frozenset(
            i for i, v in enumerate(velden) if v.waardetype is not None and v.waardetype.numeric
        )
        yield Tabel(soort.titel, koppen, rijen, rechts)


def _filled(veld: Veldbeschrijving, lijst: Lijst[Blok]) -> bool:
    return any(_cell(veld, rij) not in ("", ONBEKEND) for rij in _public_rows(lijst))


def _public_rows(lijst: Lijst[Blok]) -> Iterator[Blok]:
    return (rij for rij in lijst if not isinstance(rij, Rij) or rij.openbaar)


def _missions(b: Beoordeling) -> dict[str | None, str]:
    """What each mission is called, when there are several to tell apart."""
    missies = [m for m in b.dossier.missies if m.sleutel.waarde and m.naam.waarde]
    return {m.sleutel.waarde: f": {m.naam.waarde}" for m in missies} if len(missies) > 1 else {}


def _described_rows(
    titel: str, lijst: Lijst[Blok], missies: dict[str | None, str]
) -> Iterator[Tabel]:
    """Rows with too many fields for columns: one table per row, field beside answer."""
    for rij in _public_rows(lijst):
        missie = missies.get(rij.missie.waarde, "") if isinstance(rij, Rij) else ""
        cellen = tuple(
            (v.veld.label, _cell(v, rij))
            for v in beschrijf(type(rij))
            if v.naam not in ADMINISTRATIVE
            and _is_public(v)
            and _cell(v, rij) not in ("", ONBEKEND)
        )
        if cellen:
            yield Tabel(f"{titel}{missie}", _BESIDE, cellen)


def _single_facts(punt: Punt) -> Iterator[tuple[str, str]]:
    for veld in _public(punt):
        antwoord = getattr(punt, veld.attribuut)
        rows = isinstance(antwoord, Lijst) and veld.model
        text = "" if rows else _cell(veld, punt)
        if text and text != ONBEKEND:
            label = veld.veld.label
            yield label, text.removeprefix(f"{label}: ")


def _public(punt: Punt) -> Iterator[Veldbeschrijving]:
    for veld in beschrijf(type(punt)):
        if veld.naam not in GEMEENSCHAPPELIJK and _is_public(veld):
            yield veld


def _is_public(veld: Veldbeschrijving) -> bool:
    return destination(veld.veld.naar or "b") is Bestemming.BRIEF


def _cell(veld: Veldbeschrijving, rij: Blok) -> str:
    antwoord: Antwoord | Blok = getattr(rij, veld.attribuut)
    if antwoord.staat is Staat.ONBEKEND:
        return ONBEKEND
    if antwoord.staat is Staat.LEEG:
        return ""
    if isinstance(antwoord, Blok) and antwoord.bekend and not _says_something(antwoord):
        return ONBEKEND
    return show(veld, antwoord) or ONBEKEND


def _says_something(blok: Blok) -> bool:
    """Whether at least one of the fields it must have is known."""
    needed = [v for v in beschrijf(type(blok)) if v.veld.vereist.rij]
    return not needed or any(getattr(blok, v.attribuut).bekend for v in needed)
