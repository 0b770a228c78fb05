"""A fictitious `Toetsing` with every shape a report can meet. Nothing in it is real."""

from toetsing_voorbeeld_bevindingen import BEVINDINGEN, MAP
from toetsing_voorbeeld_punten import KUNNEN, MOGEN, WILLEN
from toetsingskader.toetsing import (
    Bestemming,
    Gegeven,
    NietBeoordeeld,
    Toetsing,
    Voorwaarde,
)
from toetsingskader.toetsing.paraafstand import Paraafstaat, Paraafstand
from toetsingskader.toetsing.wijzigingen import (
    Aard,
    Deelwijziging,
    Feitwijziging,
    Wijzigingen,
    Woorden,
)

PARAFEN = (
    Paraafstand(
        "mandaat",
        "Mandaat",
        "paraaf",
        "BZ/DJZ",
        Paraafstaat.VERVALLEN,
        True,
        op="3 februari 2026",
        versie="v3-naar-onderraad",
        kenmerk="DMS-2026-117",
        gewijzigd=("de tekst", "het veld 'Resoluties'"),
    ),
    Paraafstand(
        "mandaat",
        "Mandaat",
        "medeparaaf",
        "Defensie/DJZ",
        Paraafstaat.GELDIG,
        True,
        rol="hoofd",
        op="5 februari 2026",
        versie="v4",
        reden="Noem ook het advies van de volkenrechtelijk adviseur.",
    ),
    Paraafstand(
        "draagvlak", "Draagvlak", "paraaf", "BZ/DVB", Paraafstaat.GELDIG, True, op="5 februari 2026"
    ),
    Paraafstand("draagvlak", "Draagvlak", "medeparaaf", "", Paraafstaat.ONTBREEKT, True),
    Paraafstand(
        "draagvlak",
        "Draagvlak",
        "medeparaaf",
        "Defensie/FEZ",
        Paraafstaat.NIET_AKKOORD,
        False,
        op="6 februari 2026",
        versie="v4",
        reden="De kosten zijn <niet> gedekt.",
    ),
    Paraafstand("eenheden", "Eenheden", "paraaf", "Defensie/DOPS", Paraafstaat.ONTBREEKT, True),
)

WIJZIGINGEN = Wijzigingen(
    "versie 3, naar de onderraad (2 februari 2026)",
    "het dossier zoals het nu is",
    (
        Deelwijziging(
            "mandaat",
            "Mandaat",
            gegevens=(
                Feitwijziging("Einddatum", "1 mei 2026", "1 mei 2027", Bestemming.BRIEF),
                Feitwijziging("Advies", "", "gevraagd", Bestemming.NOTA),
                Feitwijziging("Steun", "onduidelijk", "", Bestemming.INTERN),
            ),
            tekst=(
                (
                    Woorden(Aard.OVERGESLAGEN, "…"),
                    Woorden(Aard.GELIJK, "de missie"),
                    Woorden(Aard.WEG, "begint"),
                    Woorden(Aard.ERBIJ, "eindigt"),
                ),
            ),
        ),
        Deelwijziging(
            "risicos",
            "Risico's",
            optie="Klein",
            gegevens=(Feitwijziging("Dreiging", "laag", "hoog", Bestemming.NOTA),),
        ),
    ),
    BEVINDINGEN[:1],
    BEVINDINGEN[1:2],
)

VOORBEELD = Toetsing(
    slug="zandovia",
    titel="Bijdrage aan de waarnemingsmissie in Zandovia",
    map=MAP,
    briefsoort="artikel 100-brief",
    peildatum="10 februari 2026",
    uitkomst="in onderzoek",
    regelsets=("voorbeeld-2026",),
    fictief=True,
    waarschuwing=(
        "De lijst van punten is een werklijst. Zij is nog niet vergeleken met de bijlage bij "
        "Kamerstuk 29 521, D (Toetsingskader 2014)."
    ),
    punten=(*WILLEN, *MOGEN, *KUNNEN),
    bevindingen=BEVINDINGEN,
    voorwaarden=(
        Voorwaarde(
            "MC1",
            "Een duidelijk mandaat",
            "niet vervuld",
            "De resolutie is aangevraagd, niet aangenomen.",
            "p. 12",
        ),
        Voorwaarde(
            "MC2",
            "Voldoende draagvlak",
            "niet aangetoond",
            "Het punt draagvlak is nog niet gevraagd.",
            "p. 12",
        ),
        Voorwaarde(
            "MC3",
            "Steun van bondgenoten",
            "aangetoond",
            "Drie bondgenoten hebben hun steun toegezegd.",
            "p. 13",
        ),
    ),
    voorwaarden_bron="Voorbeeldinstituut, Voorwaarden voor een waarnemingsmissie (2025)",
    niet_beoordeeld=(
        NietBeoordeeld(
            "R5",
            "Of elk risico een maatregel heeft, is niet nagegaan: het bestand "
            "kunnen/risicos.md is onleesbaar.",
        ),
    ),
    dossier_gegevens=(
        Gegeven("artikel", "Artikel van de Grondwet", "artikel 100, eerste lid", Bestemming.BRIEF),
        Gegeven(
            "besluit.totaal_maximaal",
            "Militairen, ten hoogste",
            "175",
            Bestemming.BRIEF,
            "ontwerpbesluit",
            "5 februari 2026",
        ),
        Gegeven("planning", "Ministerraad", "6 maart 2026 (gepland)", Bestemming.INTERN),
    ),
    parafen=PARAFEN,
    wijzigingen=WIJZIGINGEN,
)

LEEG = Toetsing(
    slug="leeg",
    titel="Nieuwe beoordeling",
    map="assessments/leeg",
    briefsoort="kennisgevingsbrief",
    peildatum="10 februari 2026",
    uitkomst="in onderzoek",
    regelsets=(),
    fictief=False,
    waarschuwing=VOORBEELD.waarschuwing,
    punten=(),
    bevindingen=(),
)
