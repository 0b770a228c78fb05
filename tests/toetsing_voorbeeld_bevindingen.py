"""The findings of the fictitious `Toetsing`: every severity and yardstick, one of them accepted."""

from toetsingskader.toetsing import Aanvaarding, Bevinding, Ernst, Maatstaf, Plaats

MAP = "assessments/zandovia"
_MANDAAT = f"{MAP}/mogen/mandaat.md"
_EENHEDEN = f"{MAP}/kunnen/eenheden.md"
_FINANCIEN = f"{MAP}/kunnen/financien.md"
_GRONDEN = f"{MAP}/willen/gronden-voor-deelname.md"
_DOSSIER = f"{MAP}/dossier.yaml"

ONGELDIG = Bevinding(
    code="VORM-YAML",
    ernst=Ernst.ONGELDIG,
    plaats=Plaats(f"{MAP}/kunnen/risicos.md", 7, 12),
    tekst=(
        "Na 'belangrijkste risico' staat nog een dubbele punt met een spatie, en dan weet het "
        "programma niet waar de waarde begint; zet de tekst tussen aanhalingstekens."
    ),
    wie=("Defensie/DOPS",),
    punt="risicos",
)
TEGENSTRIJDIG_DOSSIER = Bevinding(
    code="EENHEDEN-TOTAAL",
    ernst=Ernst.TEGENSTRIJDIG,
    plaats=Plaats(_EENHEDEN, 14, 3),
    tekst=(
        "De eenheden tellen op tot 190 militairen, maar het besluit noemt er ten hoogste 175; "
        "pas één van beide aan."
    ),
    wie=("Defensie/DOPS", "BZ/DVB"),
    maatstaf=Maatstaf.DOSSIER,
    punt="eenheden",
)
TEGENSTRIJDIG_RECHT = Bevinding(
    code="TK-S7",
    ernst=Ernst.TEGENSTRIJDIG,
    plaats=Plaats(_DOSSIER, 9, 1),
    tekst=(
        "De inzet begint op 1 maart 2026, vóór de dag waarop de brief naar de Kamer gaat; "
        "artikel 100, eerste lid, vraagt om inlichtingen vooraf."
    ),
    wie=("BZ/DVB",),
    maatstaf=Maatstaf.RECHT,
    bron="Grondwet, artikel 100, eerste lid",
)
TEGENSTRIJDIG_BRON = Bevinding(
    code="MC1",
    ernst=Ernst.TEGENSTRIJDIG,
    plaats=Plaats(_MANDAAT, 5, 3),
    tekst=(
        "Het mandaat is nog niet verkregen; dat wijkt af van Voorbeeldinstituut, p. 12, dat een "
        "duidelijk mandaat een minimale voorwaarde noemt."
    ),
    wie=("BZ/DJZ",),
    maatstaf=Maatstaf.BRON,
    bron="Voorbeeldinstituut (2025), p. 12",
    punt="mandaat",
)
ONTBREEKT_MANDAAT = Bevinding(
    code="MANDAAT-RECHTSGRONDEN",
    ernst=Ernst.ONTBREEKT,
    plaats=Plaats(_MANDAAT, 4, 1),
    tekst="Er staat geen enkele rechtsgrond; noem ten minste één rechtsgrond met haar status.",
    wie=("BZ/DJZ",),
    maatstaf=Maatstaf.RECHT,
    bron="Notitie rechtsgrondslag en mandaat (29 521, nr. 41)",
    punt="mandaat",
    veld="mandaat.rechtsgronden",
)
ONTBREEKT_DEKKING = Bevinding(
    code="FINANCIEN-DEKKING",
    ernst=Ernst.ONTBREEKT,
    plaats=Plaats(_FINANCIEN, 2, 1),
    tekst="De dekking van de kosten staat er niet; vul 'dekking' in, of schrijf 'onbekend'.",
    wie=("Defensie/FEZ",),
    punt="financien",
)
ONTBREEKT_KERN = Bevinding(
    code="KERN-LEEG",
    ernst=Ernst.ONTBREEKT,
    plaats=Plaats(f"{MAP}/kern.md", 1, 1),
    tekst="De kern van het besluit heeft nog geen tekst; schrijf haar in ten hoogste zes zinnen.",
    wie=("BZ/DVB",),
)
LET_OP = Bevinding(
    code="M2B",
    ernst=Ernst.LET_OP,
    plaats=Plaats(_GRONDEN, 31, 8),
    tekst=(
        "'De Kamer geeft toestemming': artikel 100 kent geen toestemming; controleer of de zin "
        "inlichten bedoelt."
    ),
    wie=("BZ/DVB",),
    maatstaf=Maatstaf.RECHT,
    bron="Grondwet, artikel 100",
    punt="gronden-voor-deelname",
)
TER_INFORMATIE = Bevinding(
    code="BRON-OUD",
    ernst=Ernst.TER_INFORMATIE,
    plaats=Plaats(f"{MAP}/bronnen.yaml", 22, 3),
    tekst="De bron 'vn-rapport' is ouder dan een jaar; kijk of er een nieuwere is.",
    wie=(),
)
AANVAARD = Bevinding(
    code="EENHEDEN-AFLOSSING",
    ernst=Ernst.ONTBREEKT,
    plaats=Plaats(_EENHEDEN, 20, 5),
    tekst="De eenheid 'genie' heeft geen aflossing; noem wie aflost en wanneer.",
    wie=("Defensie/DOPS",),
    punt="eenheden",
    aanvaard=Aanvaarding(
        reden="De genie blijft drie maanden; aflossing is niet aan de orde.",
        besloten_door="Defensie/DOPS",
        op="2 februari 2026",
    ),
)

BEVINDINGEN = (
    TER_INFORMATIE,
    TEGENSTRIJDIG_RECHT,
    ONTBREEKT_KERN,
    TEGENSTRIJDIG_DOSSIER,
    AANVAARD,
    ONTBREEKT_DEKKING,
    ONGELDIG,
    ONTBREEKT_MANDAAT,
    TEGENSTRIJDIG_BRON,
    LET_OP,
)
