"""Rules about the decision, the options, and who signs."""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.kunnen.eenheden import Eenheden
from toetsingskader.kader.kunnen.samenhang import Samenhang
from toetsingskader.regels.regel import Melding, Regel, numbered
from toetsingskader.toetsing import Ernst, Maatstaf


def _no_decision_yet(b: Beoordeling) -> Iterator[Melding]:
    if b.dossier.besluit.uitkomst.waarde == "in_onderzoek":
        yield Melding(
            "dossier",
            ("besluit", "uitkomst"),
            "Er is nog geen besluit. Aan de Kamer wordt een besluit voorgelegd, geen voornemen: "
            "vul 'uitkomst' in zodra het kabinet heeft besloten. Tot die tijd passen een "
            "kennisgeving of een stand-van-zakenbrief.",
        )


def _chosen(b: Beoordeling) -> Iterator[Melding]:
    opties = list(b.dossier.opties)
    gekozen = [o.titel.waarde or "" for o in opties if o.status.waarde == "gekozen"]
    decided = b.dossier.besluit.uitkomst.waarde in ("positief", "gedeeltelijk")
    if len(gekozen) > 1:
        yield Melding(
            "dossier",
            ("opties",),
            f"Er zijn {len(gekozen)} opties gekozen ({', '.join(gekozen)}). Laat er bij één "
            "'gekozen' staan; de brief gaat over die ene.",
        )
    elif opties and decided and not gekozen:
        yield Melding(
            "dossier",
            ("opties",),
            "Het besluit is genomen, maar bij geen van de opties staat 'gekozen'. Vul bij de "
            "gekozen optie 'status: gekozen' in.",
            Ernst.ONTBREEKT,
        )


def _signers(b: Beoordeling) -> Iterator[Melding]:
    dossier = b.dossier
    signers = list(dossier.ondertekenaars)
    ambten = [o.ambt.waarde or "" for o in signers] + list(dossier.mede_namens)
    if not signers or not all(ambten):
        return
    first = next((o for o in signers if o.plaats.waarde == "eerste"), signers[0])
    if "Buitenlandse Zaken" not in (first.ambt.waarde or ""):
        yield Melding(
            "dossier",
            ("ondertekenaars",),
            "De minister van Buitenlandse Zaken is eerste ondertekenaar van een artikel 100-brief. "
            "Zet die minister bovenaan, met 'plaats: eerste'.",
        )
    for naam, ambt, waarom in _needed_offices(b):
        if not any(ambt in a for a in ambten):
            yield Melding(
                "dossier",
                ("ondertekenaars",),
                f"De inzet heeft {waarom}; dan ondertekent ook {naam}. Voeg die toe, of noem het "
                "ambt onder 'mede_namens'.",
            )


_VAN = ("Buitenlandse Zaken", "Defensie", "Justitie en Veiligheid", "Binnenlandse Zaken")
_VOOR = ("Buitenlandse Handel", "Ontwikkelingssamenwerking")
"""Who leads a ministry is minister *van*; a minister without one is minister *voor*."""


def _van_or_voor(b: Beoordeling) -> Iterator[Melding]:
    signers = list(numbered("ondertekenaars", b.dossier.ondertekenaars))
    places = [((*pad, "ambt"), s.ambt.waarde or "") for pad, s in signers]
    places += [(("mede_namens", i), ambt) for i, ambt in enumerate(b.dossier.mede_namens)]
    for pad, ambt in places:
        for gebied in (*_VAN, *_VOOR):
            begin, found, rest = ambt.partition(f"minister {gebied}")
            if found:
                right = "van" if gebied in _VAN else "voor"
                yield Melding(
                    "dossier",
                    pad,
                    f"'{ambt}': tussen 'minister' en het beleidsterrein hoort '{right}'. Schrijf "
                    f"'{begin}minister {right} {gebied}{rest}'.",
                )
        for wrong, right, gebieden in (("voor", "van", _VAN), ("van", "voor", _VOOR)):
            begin, _, gebied = ambt.partition(f"minister {wrong} ")
            if gebied.startswith(gebieden):
                yield Melding(
                    "dossier",
                    pad,
                    f"'{ambt}': wie een ministerie leidt, is minister van, wie er geen leidt, "
                    f"minister voor. Schrijf '{begin}minister {right} {gebied}', of laat het staan "
                    "als het ambt zo heet.",
                )


def _needed_offices(b: Beoordeling) -> Iterator[tuple[str, str, str]]:
    """Who signs besides Buitenlandse Zaken and Defensie, by what is in the record."""
    samenhang = b.punt(Samenhang)
    sporen = {s.spoor.waarde for s in samenhang.sporen}
    soorten = {d.soort.waarde for d in samenhang.deskundigen}
    delen = {e.krijgsmachtdeel.waarde for e in b.punt(Eenheden).eenheden}
    if "ontwikkeling" in sporen:
        bho = "de bewindspersoon voor Buitenlandse Handel en Ontwikkelingshulp"
        yield bho, "Ontwikkeling", "een spoor voor ontwikkeling"
    if sporen & {"politie", "justitie"} or "politie" in soorten or "marechaussee" in delen:
        jenv = "de minister van Justitie en Veiligheid"
        yield jenv, "Justitie", "een deel voor politie, justitie of de marechaussee"


REGELS = (
    Regel(
        "TK-S6",
        Ernst.ONTBREEKT,
        Maatstaf.RECHT,
        "Aan de Kamer wordt een besluit voorgelegd, geen voornemen.",
        "motie-Van Aartsen/Bos van 2 februari 2006; AIV-advies 56",
        ("dossier.besluit.uitkomst",),
        _no_decision_yet,
        soorten="AVL",
    ),
    Regel(
        "OPTIE-GEKOZEN",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Bij een positief besluit is precies één optie gekozen.",
        "opties en besluit.uitkomst in het dossier",
        ("dossier.opties.status", "dossier.besluit.uitkomst"),
        _chosen,
    ),
    Regel(
        "ONDERTEKENAARS",
        Ernst.LET_OP,
        Maatstaf.RECHT,
        "Buitenlandse Zaken ondertekent als eerste; wie een deel bijdraagt, ondertekent mee.",
        "Rijksbegroting V 2012, artikel 2; ondertekening van 27 925, nrs. 415, 630 en 943",
        (
            "dossier.ondertekenaars.ambt",
            "dossier.mede_namens",
            "samenhang.sporen.spoor",
            "samenhang.deskundigen.soort",
            "eenheden.eenheden.krijgsmachtdeel",
        ),
        _signers,
        soorten="KAVNSL",
    ),
    Regel(
        "ONDERTEKENAARS-AMBT",
        Ernst.LET_OP,
        Maatstaf.RECHT,
        "Een minister met een ministerie is minister van, een zonder ministerie minister voor.",
        "ondertekening van 27 925, nrs. 415, 630 en 943",
        ("dossier.ondertekenaars.ambt", "dossier.mede_namens"),
        _van_or_voor,
    ),
)
