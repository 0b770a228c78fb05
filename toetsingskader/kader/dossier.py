"""dossier.yaml: what holds for the assessment as a whole: missions, decision, letters, signers."""

from typing import Annotated

from toetsingskader.kader.antwoord import Blok, BronVeld, Feit, Lijst
from toetsingskader.kader.punt import Onderbouwd, Periode, Rij
from toetsingskader.kader.veld import Briefsoort, blok, lijst, veld
from toetsingskader.kader.versie import UITLEG_KADER, UITLEG_SCHEMA, KaderVeld, SchemaVeld
from toetsingskader.waarden import (
    AantalVeld,
    Datum,
    DatumVeld,
    JaNee,
    KamerstukVeld,
    LandOfRegel,
    LandVeld,
    Orgaan,
    Regel,
    Sleutel,
    Tekst,
    keuze,
)

Kamer = Annotated[str, keuze("tweede eerste beide")]
ARTIKEL = keuze(
    "artikel_100_lid_1 artikel_100_lid_2 artikel_97 samenloop_97_en_100 geen",
    artikel_100_lid_1="artikel 100, eerste lid, van de Grondwet",
    artikel_100_lid_2="artikel 100, tweede lid, van de Grondwet",
    artikel_97="artikel 97 van de Grondwet",
    samenloop_97_en_100="samenloop van artikel 97 en artikel 100 van de Grondwet",
)
UITKOMST = keuze(
    "in_onderzoek positief negatief gedeeltelijk beeindiging", beeindiging="beëindiging"
)

OPENING = keuze("formule belang_eerst", belang_eerst="het belang eerst")

STAP = keuze(
    "kennisgeving inventarisatie militair_advies ambtelijk_voorportaal onderraad ministerraad "
    "verzending technische_briefing feitelijke_vragen antwoorden commissiedebat plenair_debat "
    "begin_inzet evaluatiemoment einde_inzet eindevaluatie"
)
"""The steps of a procedure, in the order they are taken."""


class Gastland(Rij):
    """A host state."""

    land: Feit[LandVeld] = veld("Land", nodig="!")
    navo_bondgenoot: Feit[JaNee] = veld("NAVO-bondgenoot")
    eu_lidstaat: Feit[JaNee] = veld("EU-lidstaat")


class Missie(Rij):
    """A mission the assessment is about."""

    sleutel: Feit[Sleutel] = veld("Sleutel", nodig="!")
    naam: Feit[Regel] = veld("Naam", nodig="!")
    afkorting: Feit[Regel] = veld("Afkorting")
    gastlanden: Lijst[Gastland] = lijst("Gastlanden")
    inzetgebied: Feit[Regel] = veld("Inzetgebied")


class Aanleiding(Onderbouwd):
    """What led to the assessment."""

    soort: Feit[
        Annotated[
            str,
            keuze("verzoek besluit_organisatie aflopend_mandaat eigen_initiatief motie"),
        ]
    ] = veld("Soort", nodig="!")
    door: Feit[LandOfRegel] = veld("Door", nodig="!")
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")
    inhoud: Feit[Tekst] = veld("Inhoud", nodig="!")
    bron: Feit[BronVeld] = veld("Bron", nodig="!")


class EerdereAankondiging(Onderbouwd):
    """An earlier letter that announced it."""

    kamerstuk: Feit[KamerstukVeld] = veld("Kamerstuk")
    inhoud: Feit[Tekst] = veld("Inhoud")


class Maximum(Rij):
    """A part of the contribution and how many may go."""

    onderdeel: Feit[Regel] = veld("Onderdeel", nodig="!")
    aantal_huidig: Feit[AantalVeld] = veld("Nu")
    aantal_max: Feit[AantalVeld] = veld("Maximaal", nodig="!")
    in_totaal_begrepen: Feit[JaNee] = veld("In het totaal begrepen")


def _inzet(besluit: "Besluit") -> bool:
    return besluit.uitkomst.waarde not in ("negatief", "beeindiging")


class Besluit(Blok):
    """The decision of the cabinet."""

    uitkomst: Feit[Annotated[str, UITKOMST]] = veld(
        "Stand van het besluit", nodig="K A V N S L R B!", naar="b"
    )
    orgaan: Feit[Annotated[str, keuze("ministerraad rijksministerraad")]] = veld(
        "Genomen door", nodig="A V N L!", naar="b"
    )
    datum: Feit[DatumVeld] = veld("Datum van het besluit", nodig="A V N L!", naar="b")
    inhoud: Feit[Tekst] = veld("Inhoud van het besluit", nodig="A V N L B!", naar="b")
    periode: Periode = blok(Periode, "Periode", nodig="A V L!", naar="b", als=_inzet)
    maxima: Lijst[Maximum] = lijst("Maximale aantallen", nodig="A V L!", naar="b", als=_inzet)
    totaal_maximaal: Feit[AantalVeld] = veld(
        "Maximaal totaal", nodig="A V L!", naar="b", als=_inzet
    )
    reden_negatief: Feit[Tekst] = veld("Reden van het negatieve besluit", nodig="N!", naar="b")
    wat_veranderde: Feit[Tekst] = veld("Wat er veranderde", nodig="N!", naar="b")
    wat_resteert: Feit[Tekst] = veld("Wat resteert", naar="b")
    toelichting: Feit[Tekst] = veld("Toelichting", naar="i")


class Optie(Rij):
    """An option that was examined."""

    sleutel: Feit[Sleutel] = veld("Sleutel", nodig="!")
    titel: Feit[Regel] = veld("Titel", nodig="!")
    status: Feit[Annotated[str, keuze("onderzocht gekozen afgevallen")]] = veld("Status", nodig="!")
    reden: Feit[Tekst] = veld("Reden")


class Voorval(Rij):
    """Something in parliament that went before."""

    soort: Feit[
        Annotated[
            str,
            keuze(
                "kennisgeving artikel_100_brief aanvullende_brief stand_van_zaken kamerbrief "
                "voortgangsrapportage technische_briefing vertrouwelijke_briefing "
                "feitelijke_vragen commissiedebat plenair_debat motie toezegging evaluatie "
                "incident",
                artikel_100_brief="artikel 100-brief",
                kamerbrief="Kamerbrief",
            ),
        ]
    ] = veld("Soort", nodig="!")
    kamer: Feit[Kamer] = veld("Kamer")
    kamerstuk: Feit[KamerstukVeld] = veld("Kamerstuk")
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")
    onderwerp: Feit[Tekst] = veld("Onderwerp", nodig="!")
    status: Feit[Annotated[str, keuze("open aangenomen verworpen afgedaan")]] = veld("Status")


class Afzender(Blok):
    """Who sends the letter."""

    ministerie: Feit[Regel] = veld("Ministerie", nodig="!")
    directie: Feit[Regel] = veld("Directie", nodig="!")
    retouradres: Feit[Regel] = veld("Retouradres", nodig="!")
    contact: Feit[Regel] = veld("Contact")


class Ondertekenaar(Rij):
    """Who signs: the office as it is printed, and the name."""

    ambt: Feit[Regel] = veld("Ambt", "Zoals 'minister van Defensie'.", nodig="!")
    naam: Feit[Regel] = veld("Naam", nodig="!")
    plaats: Feit[Annotated[str, keuze("eerste mede", mede="mede-ondertekenaar")]] = veld("Plaats")


class Brief(Rij):
    """A letter that is being made or was sent."""

    soort: Feit[Annotated[str, keuze(" ".join(Briefsoort))]] = veld("Soort", nodig="!")
    kenmerk: Feit[Regel] = veld("Ons kenmerk")
    uw_kenmerk: Feit[Regel] = veld("Uw kenmerk")
    betreft: Feit[Regel] = veld("Betreft")
    opening: Feit[Annotated[str, OPENING]] = veld(
        "Opening", "Waarmee de brief begint; leeg is met de formule."
    )
    bijlagen: Feit[Regel] = veld("Bijlagen")
    verzenden_na: Feit[DatumVeld] = veld("Verzenden na")
    verzonden_op: Feit[DatumVeld] = veld("Verzonden op")
    kamerstuk_tk: Feit[KamerstukVeld] = veld("Kamerstuk Tweede Kamer")
    kamerstuk_ek: Feit[KamerstukVeld] = veld("Kamerstuk Eerste Kamer")
    versie: Feit[Regel] = veld(
        "Versie", "De versie of commit van het dossier waaruit de verzonden brief is gemaakt."
    )
    sha256_tk: Feit[Regel] = veld("Controlegetal Tweede Kamer")
    sha256_ek: Feit[Regel] = veld("Controlegetal Eerste Kamer")
    ondertekenaars: Lijst[Ondertekenaar] = lijst("Ondertekenaars van deze brief")

    @property
    def dagtekening(self) -> Datum | None:
        """The date it carries: the one it was given, else the day it was sent."""
        return self.datum.waarde or self.verzonden_op.waarde


class Stap(Rij):
    """A step in the planning."""

    stap: Feit[Annotated[str, STAP]] = veld("Stap", nodig="!")
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")
    status: Feit[Annotated[str, keuze("gepland gereed vervallen")]] = veld("Status")
    wie: Feit[Orgaan] = veld("Wie")


class AanvaardeBevinding(Rij):
    """A finding somebody accepted, with the reason."""

    code: Feit[Regel] = veld("Code", nodig="!")
    plaats: Feit[Regel] = veld("Plaats", "Punt en veld, zoals in de bevinding.", nodig="!")
    reden: Feit[Tekst] = veld("Reden", nodig="!")
    besloten_door: Feit[Orgaan] = veld("Besloten door", nodig="!")
    op: Feit[DatumVeld] = veld("Op", nodig="!")
    tot: Feit[DatumVeld] = veld("Tot")


class NietOpenbaar(Rij):
    """A passage that stays out of the published note."""

    passage_over: Feit[Tekst] = veld("Passage over", nodig="!")
    grond: Feit[Tekst] = veld("Grond", nodig="!")


class Beslisnota(Blok):
    """What only the decision note says."""

    aanleiding: Feit[Tekst] = veld("Aanleiding")
    geadviseerd_besluit: Feit[Tekst] = veld("Geadviseerd besluit", nodig="B")
    kernpunten: Feit[Tekst] = veld("Kernpunten", nodig="B")
    politieke_context: Feit[Tekst] = veld("Politieke context")
    financiele_overwegingen: Feit[Tekst] = veld("Financiële overwegingen")
    juridische_overwegingen: Feit[Tekst] = veld("Juridische overwegingen")
    krachtenveld: Feit[Tekst] = veld("Krachtenveld")
    strategie: Feit[Tekst] = veld("Strategie")
    uitvoering: Feit[Tekst] = veld("Uitvoering")
    communicatie: Feit[Tekst] = veld("Communicatie")
    niet_openbaar: Lijst[NietOpenbaar] = lijst("Niet openbaar")


def _samenloop(dossier: "Dossier") -> bool:
    return dossier.artikel.waarde in ("samenloop_97_en_100", "artikel_97")


ALLE = "K A V N S L R B"


class Dossier(Blok):
    """Gegevens van deze beoordeling."""

    schema_: Feit[SchemaVeld] = veld(
        "Schema", UITLEG_SCHEMA, nodig=f"{ALLE}!", naar="i", alias="schema"
    )
    kader: Feit[KaderVeld] = veld("Kader", UITLEG_KADER, nodig=f"{ALLE}!", naar="i")
    regelsets: Lijst[Annotated[str, keuze("oekraine-2025")]] = lijst("Regelsets", naar="i")
    titel: Feit[Regel] = veld("Titel", nodig=ALLE, naar="b")
    korte_naam: Feit[Regel] = veld("Korte naam", naar="i")
    fictief: Feit[JaNee] = veld("Fictief", naar="b")
    peildatum: Feit[DatumVeld] = veld(
        "Peildatum", "De dag waarop de gegevens zijn bijgewerkt.", nodig=f"{ALLE}!", naar="i"
    )
    missies: Lijst[Missie] = lijst("Missies", nodig=f"{ALLE}!", naar="b")
    artikel: Feit[Annotated[str, ARTIKEL]] = veld(
        "Artikel van de Grondwet", nodig="K A V L S B!", naar="b"
    )
    artikel_motivering: Feit[Tekst] = veld(
        "Waarom dit artikel", nodig="L B A V", naar="b n", als=_samenloop
    )
    aanleiding: Aanleiding = blok(Aanleiding, "Aanleiding", nodig="K A V L", naar="b")
    eerdere_aankondiging: EerdereAankondiging = blok(
        EerdereAankondiging, "Eerdere aankondiging", naar="b"
    )
    besluit: Besluit = blok(Besluit, "Besluit", naar="b")
    opties: Lijst[Optie] = lijst("Opties", nodig="B", naar="n")
    voorgeschiedenis: Lijst[Voorval] = lijst("Voorgeschiedenis", nodig="A V N S R", naar="b")
    kamerdossiers: Lijst[Regel] = lijst(
        "Kamerdossiers",
        "Het nummer en de titel, zoals '29 521 Nederlandse deelname aan vredesmissies'.",
        naar="b",
    )
    brieven: Lijst[Brief] = lijst("Brieven", naar="b")
    afzender: Afzender = blok(Afzender, "Afzender", nodig=f"{ALLE}!", naar="b")
    ondertekenaars: Lijst[Ondertekenaar] = lijst("Ondertekenaars", nodig=f"{ALLE}!", naar="b")
    mede_namens: Lijst[Regel] = lijst("Mede namens", naar="b")
    planning: Lijst[Stap] = lijst("Planning", naar="i")
    aanvaarde_bevindingen: Lijst[AanvaardeBevinding] = lijst("Aanvaarde bevindingen", naar="i")
    beslisnota: Beslisnota = blok(Beslisnota, "Beslisnota", nodig="B", naar="n")

    def brief(self, soort: Briefsoort) -> Brief:
        """The next letter of this kind: not sent yet, else the last that was; else an empty one."""
        brieven = [b for b in self.brieven if b.soort.waarde == soort]
        unsent = [b for b in brieven if not b.verzonden_op.bekend]
        return (unsent[:1] or brieven[-1:] or [Brief()])[0]

    def volgende_brief(self) -> Briefsoort:
        """The kind of the first letter that was not sent yet; else the article 100 letter."""
        for brief in self.brieven:
            if brief.soort.waarde and not brief.verzonden_op.bekend:
                return Briefsoort(brief.soort.waarde)
        return Briefsoort.ARTIKEL_100
