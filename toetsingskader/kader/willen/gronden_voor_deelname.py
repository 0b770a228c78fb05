"""Gronden voor deelname: why the Netherlands takes part, which interests, at what risk.

Source: point 1 of the working list; article 97 of the constitution; policy brief, p. 5-7.
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import BronVeld, Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Onderbouwd, Punt, Rij
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import DatumVeld, JaNee, Orgaan, Regel, Tekst, keuze

Grondwettelijk = Annotated[
    str,
    keuze(
        "verdediging bescherming_belangen internationale_rechtsorde humanitaire_hulp",
        verdediging="verdediging van het Koninkrijk en het bondgenootschap",
        bescherming_belangen="bescherming van de belangen van het Koninkrijk",
        internationale_rechtsorde="handhaving en bevordering van de internationale rechtsorde",
        humanitaire_hulp="humanitaire hulp bij een gewapend conflict",
    ),
]


class Belang(Rij):
    """A Dutch interest that the deployment serves."""

    belang: Feit[
        Annotated[
            str,
            keuze(
                "vrede_en_veiligheid bondgenootschap europese_veiligheid "
                "rechtsorde_en_mensenrechten humanitair economie migratie anders",
                europese_veiligheid="Europese veiligheid",
            ),
        ]
    ] = veld("Belang", nodig="!")
    toelichting: Feit[Tekst] = veld(
        "Toelichting", "Hoe de inzet dit belang dient, in een of twee zinnen.", nodig="!"
    )


class BeoogdEffect(Onderbouwd):
    """The effect that is hoped for, and how sure it is."""

    tekst: Feit[Tekst] = veld("Beoogd effect", nodig="!")
    zekerheid: Feit[Annotated[str, keuze("aangetoond aannemelijk onzeker")]] = veld(
        "Zekerheid", "Hoe zeker het is dat de inzet dit effect heeft."
    )


class GevolgZonderInzet(Rij):
    """What happens, or may happen, without the deployment."""

    gevolg: Feit[
        Annotated[
            str,
            keuze(
                "hernieuwde_oorlog politieke_instabiliteit dreiging_navo "
                "verdeeldheid_bondgenootschap vluchtelingen anders",
                dreiging_navo="dreiging tegen de NAVO",
                verdeeldheid_bondgenootschap="verdeeldheid in het bondgenootschap",
            ),
        ]
    ] = veld("Gevolg", nodig="!")
    toelichting: Feit[Tekst] = veld("Toelichting", nodig="!")


class OnlosmakelijkVerbonden(Onderbouwd):
    """The key question of the brief (p. 6-7); answering it is a political act."""

    waarde: Feit[Annotated[str, keuze("ja nee deels")]] = veld("Antwoord", nodig="!")
    motivering: Feit[Tekst] = veld("Motivering", nodig="!")
    lotsverbondenheid: Feit[Tekst] = veld("Lotsverbondenheid")
    dreigingsperceptie: Feit[Tekst] = veld("Inschatting van de dreiging")
    beantwoord_door: Feit[Orgaan] = veld("Beantwoord door", nodig="!")
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")


class Dreigingsbeeld(Onderbouwd):
    """A threat that is expected, with the conditions it depends on."""

    omschrijving: Feit[Tekst] = veld("Omschrijving", nodig="!")
    termijn: Feit[Regel] = veld("Termijn")
    hangt_af_van: Lijst[Regel] = lijst("Hangt af van")
    bron: Feit[BronVeld] = veld("Bron", nodig="!")


class Risicobereidheid(Onderbouwd):
    """Whether the risks to life, and of war, are accepted; by whom."""

    oordeel: Feit[Annotated[str, keuze("aanvaard niet_aanvaard nog_niet_besloten")]] = veld(
        "Oordeel", nodig="!"
    )
    gesneuvelden: Feit[JaNee] = veld("Het risico op gesneuvelden is aanvaard")
    rechtstreekse_oorlog: Feit[JaNee] = veld("Het risico op een rechtstreekse oorlog is aanvaard")
    besloten_door: Feit[Orgaan] = veld("Besloten door", nodig="!")
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")


class GrondenVoorDeelname(Punt):
    """Gronden voor deelname."""

    kader: ClassVar = Aandachtspunt(
        sleutel="gronden-voor-deelname",
        pijler="willen",
        titel="Gronden voor deelname",
        vraag="Waarom neemt Nederland deel: welk grondwettelijk doel, welke "
        "Nederlandse belangen, en wat gebeurt er als wij niets doen?",
        waarom="Deelname is nooit vanzelfsprekend: de Kamer wil weten welk doel de inzet "
        "rechtvaardigt en welk Nederlands belang ermee is gediend. Van het doel hangt ook af welk "
        "artikel van de Grondwet geldt: 97 of 100.",
        goed=(
            "Noem het grondwettelijk doel en zeg waaruit het blijkt.",
            "Houd het doel van de missie en dat van de Nederlandse bijdrage uit elkaar.",
            "Zeg bij elk Nederlands belang hoe de inzet het dient.",
            "Zeg wat er zonder de inzet kan gebeuren, en hoe zeker dat is.",
            "Noem bij een politiek oordeel wie het gaf en wanneer.",
        ),
        eigenaar="BZ/DVB",
        kop="Gronden voor deelname",
        nummer="1",
        soorten="A V L",
    )

    grondwettelijk_doel: Lijst[Grondwettelijk] = lijst(
        "Doel volgens de Grondwet",
        "Waarvoor de krijgsmacht hier wordt ingezet (artikel 97 en 100).",
        nodig="A V L!",
        naar="b",
    )
    bijdrage_rechtsorde: Feit[Tekst] = veld(
        "Bijdrage aan de internationale rechtsorde", nodig="A V", naar="b"
    )
    nederlandse_belangen: Lijst[Belang] = lijst("Nederlandse belangen", nodig="A V L", naar="b")
    doel_missie: Feit[Tekst] = veld("Doel van de missie", nodig="K A V L!", naar="b")
    doel_bijdrage: Feit[Tekst] = veld(
        "Doel van de Nederlandse bijdrage",
        "Wat de Nederlandse bijdrage zelf moet bereiken, naast het doel van de missie.",
        nodig="A V L!",
        naar="b",
    )
    politieke_doelen: Lijst[
        Annotated[
            str,
            keuze(
                "solidariteit invloed_op_uitkomst andere_landen_bewegen afschrikking "
                "geruststelling anders",
                invloed_op_uitkomst="invloed op de uitkomst",
            ),
        ]
    ] = lijst("Politieke doelen", naar="n b")
    beoogd_effect: BeoogdEffect = blok(BeoogdEffect, "Beoogd effect", nodig="A V B", naar="b")
    gevolgen_zonder_inzet: Lijst[GevolgZonderInzet] = lijst(
        "Gevolgen zonder inzet", nodig="A V B", naar="b"
    )
    houding: Feit[Annotated[str, keuze("proactief aansluitend afwachtend")]] = veld(
        "Houding", "Of Nederland vooroploopt, aansluit of afwacht.", naar="n"
    )
    hoofdplicht: Feit[Tekst] = veld(
        "Hoofdplicht", "Wat de veiligheid van Nederland en de NAVO daartegenover vraagt.", naar="b"
    )
    onlosmakelijk_verbonden: OnlosmakelijkVerbonden = blok(
        OnlosmakelijkVerbonden,
        "Is onze veiligheid onlosmakelijk met die van het gastland verbonden",
        "Dit antwoord is een politiek oordeel: noem wie het gaf en wanneer.",
        naar="n b",
    )
    dreigingsbeeld: Dreigingsbeeld = blok(Dreigingsbeeld, "Dreigingsbeeld", naar="n", v=True)
    risicobereidheid: Risicobereidheid = blok(Risicobereidheid, "Risicobereidheid", naar="n")
