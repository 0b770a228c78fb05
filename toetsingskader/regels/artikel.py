"""Rules about the article of the constitution: which one fits this deployment.

Source: the table of cases in the domain notes (4.4), articles 97 and 100 of the constitution, and
the Kamerstukken named at each rule.
"""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.kunnen.eenheden import Eenheden
from toetsingskader.kader.kunnen.operatie import Operatie
from toetsingskader.kader.kunnen.samenhang import Samenhang
from toetsingskader.kader.willen.gronden_voor_deelname import GrondenVoorDeelname
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.toetsing import Ernst, Maatstaf

_ARTIKEL_100 = ("artikel_100_lid_1", "samenloop_97_en_100")
_BEVORDERT_RECHTSORDE = {"internationale_rechtsorde", "humanitaire_hulp"}
_ARTIKEL = ("artikel",)


def _secret(b: Beoordeling) -> Iterator[Melding]:
    if b.dossier.artikel.waarde == "artikel_100_lid_2":
        yield Melding(
            "dossier",
            _ARTIKEL,
            "Inlichten achteraf (artikel 100, tweede lid) geldt voor inzet die geheim moet "
            "blijven. Dit programma is daar niet voor en maakt geen brief. Zet zo'n dossier niet "
            "op dit systeem, of kies een ander artikel.",
        )


def _aims(b: Beoordeling) -> set[str]:
    return set(b.punt(GrondenVoorDeelname).grondwettelijk_doel)


def _no_legal_order(b: Beoordeling) -> Iterator[Melding]:
    doelen = _aims(b)
    if b.dossier.artikel.waarde in _ARTIKEL_100 and doelen and not doelen & _BEVORDERT_RECHTSORDE:
        yield Melding(
            "gronden-voor-deelname",
            ("grondwettelijk_doel",),
            "Artikel 100 gaat over de internationale rechtsorde en over humanitaire hulp; geen van "
            "beide staat bij het doel. Vul het doel aan, of kies in dossier.yaml artikel 97.",
        )


def _overlap(b: Beoordeling) -> Iterator[Melding]:
    doelen = _aims(b)
    both = "verdediging" in doelen and bool(doelen & _BEVORDERT_RECHTSORDE)
    if both and b.dossier.artikel.waarde in ("artikel_100_lid_1", "artikel_97"):
        yield Melding(
            "dossier",
            _ARTIKEL,
            "De inzet dient de verdediging en ook de internationale rechtsorde. Bij samenloop "
            "wordt de Kamer zoveel mogelijk langs de lijnen van het toetsingskader ingelicht; kies "
            "'samenloop' en motiveer dat, of schrijf in de tekst waarom niet.",
        )


def _allied_host(b: Beoordeling) -> Iterator[Melding]:
    hosts = [g for m in b.dossier.missies for g in m.gastlanden]
    allied = bool(hosts) and all(g.navo_bondgenoot.waarde == "ja" for g in hosts)
    if allied and b.dossier.artikel.waarde == "artikel_100_lid_1":
        yield Melding(
            "dossier",
            _ARTIKEL,
            "Het gastland is een bondgenoot in de NAVO. Inzet voor de verdediging van het "
            "bondgenootschap valt onder artikel 97; kies dat of 'samenloop', of schrijf in de "
            "tekst waarom artikel 100 geldt.",
        )


def _units_without_article(b: Beoordeling) -> Iterator[Melding]:
    civil = [o.civiel.waarde == "ja" for o in b.punt(Operatie).operaties]
    units = len(b.punt(Eenheden).eenheden) > 0
    if b.dossier.artikel.waarde == "geen" and units and not (civil and all(civil)):
        yield Melding(
            "dossier",
            _ARTIKEL,
            "Er gaan militaire eenheden, maar bij het artikel staat 'geen'. Kies artikel 100 of "
            "artikel 97, of haal de eenheden weg.",
        )


def _civil_monitors(b: Beoordeling) -> Iterator[Melding]:
    for i, operatie in enumerate(b.punt(Operatie).operaties):
        if operatie.soort.waarde == "monitoring" and operatie.civiel.waarde == "ja":
            yield Melding(
                "operatie",
                ("operaties", i, "civiel"),
                "Ongewapende civiele waarnemers zijn geen militaire inzet. Voor hen volstaat een "
                "gewone Kamerbrief; controleer of een artikel 100-brief hier nodig is.",
            )


def _experts_only(b: Beoordeling) -> Iterator[Melding]:
    units = b.punt(Eenheden)
    experts = b.punt(Samenhang).deskundigen
    if len(experts) and not len(units.eenheden):
        yield Melding(
            "samenhang",
            ("deskundigen",),
            "Er gaan alleen individuele deskundigen. Zij vallen buiten het toetsingskader "
            "(27 925, nr. 637), maar worden wel vermeld. Controleer of een brief langs het "
            "toetsingskader hier nodig is.",
        )


def _contractors(b: Beoordeling) -> Iterator[Melding]:
    inhuur = b.punt(Eenheden).inhuur
    if inhuur.waarde.waarde == "ja":
        yield Melding(
            "eenheden",
            ("inhuur",),
            "Ingehuurde bedrijven vallen niet onder artikel 100 (29 521, nr. 195, antwoord 1). "
            "Beschrijf in de tekst wel waarvoor zij worden ingehuurd.",
        )


REGELS = (
    Regel(
        "TK-S7",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.RECHT,
        "Inzet die geheim moet blijven, staat niet in dit programma.",
        "artikel 100, tweede lid, van de Grondwet; 34 775 X, nr. 88",
        ("dossier.artikel",),
        _secret,
    ),
    Regel(
        "ARTIKEL-DOEL",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.RECHT,
        "Een inzet onder artikel 100 dient de internationale rechtsorde of humanitaire hulp.",
        "artikel 100, eerste lid, van de Grondwet",
        ("dossier.artikel", "gronden-voor-deelname.grondwettelijk_doel"),
        _no_legal_order,
    ),
    Regel(
        "TK-S3",
        Ernst.LET_OP,
        Maatstaf.RECHT,
        "Dient de inzet ook de verdediging, dan is er samenloop van artikel 97 en artikel 100.",
        "brief van 11 december 2012 (vervolg op 32 623, nr. 76); 31 847, nr. 18",
        ("dossier.artikel", "gronden-voor-deelname.grondwettelijk_doel"),
        _overlap,
    ),
    Regel(
        "ARTIKEL-BONDGENOOT",
        Ernst.LET_OP,
        Maatstaf.RECHT,
        "Inzet op het grondgebied van een bondgenoot valt in beginsel onder artikel 97.",
        "artikel 97 van de Grondwet; brief van 11 december 2012 (vervolg op 32 623, nr. 76)",
        ("dossier.artikel", "dossier.missies.gastlanden.navo_bondgenoot"),
        _allied_host,
    ),
    Regel(
        "ARTIKEL-GEEN",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.RECHT,
        "Inzet van militaire eenheden heeft een artikel van de Grondwet als basis.",
        "artikelen 97 en 100 van de Grondwet",
        ("dossier.artikel", "eenheden.eenheden", "operatie.operaties.civiel"),
        _units_without_article,
    ),
    Regel(
        "T1",
        Ernst.TER_INFORMATIE,
        Maatstaf.BEGRIP,
        "Ongewapende civiele waarnemers zijn geen militaire inzet.",
        "Clingendael Policy Brief 'Militaire inzet in Oekraïne' (2025), p. 4",
        ("operatie.operaties.soort", "operatie.operaties.civiel"),
        _civil_monitors,
    ),
    Regel(
        "TK-S2",
        Ernst.TER_INFORMATIE,
        Maatstaf.RECHT,
        "Individuele deskundigen vallen buiten het toetsingskader en worden wel vermeld.",
        "27 925, nr. 637",
        ("samenhang.deskundigen", "eenheden.eenheden"),
        _experts_only,
    ),
    Regel(
        "TK-S4",
        Ernst.TER_INFORMATIE,
        Maatstaf.RECHT,
        "Ingehuurde bedrijven vallen niet onder artikel 100.",
        "29 521, nr. 195, antwoord 1",
        ("eenheden.inhuur",),
        _contractors,
    ),
)
"""The article decision table; what is secret comes first."""
