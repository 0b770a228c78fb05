"""Rules about the decision, the letter that tells it, the options, and who signs."""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.kunnen.eenheden import Eenheden
from toetsingskader.kader.kunnen.samenhang import Samenhang
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.regels.perioden import days_old, ends_before
from toetsingskader.regels.regel import Melding, Regel, numbered
from toetsingskader.toetsing import Ernst, Maatstaf

_BESLUIT = ("positief", "gedeeltelijk", "beeindiging")
_UITKOMSTEN = {
    Briefsoort.KENNISGEVING: ("in_onderzoek",),
    Briefsoort.STAND_VAN_ZAKEN: ("in_onderzoek",),
    Briefsoort.ARTIKEL_100: _BESLUIT,
    Briefsoort.VERLENGING: _BESLUIT,
    Briefsoort.AANVULLEND: _BESLUIT,
    Briefsoort.ARTIKEL_97: _BESLUIT,
    Briefsoort.NEGATIEF: ("negatief",),
}
"""Which state of the decision each kind of letter tells; other kinds tell any."""


def _no_decision_yet(b: Beoordeling) -> Iterator[Melding]:
    if b.dossier.besluit.uitkomst.waarde == "in_onderzoek":
        yield Melding(
            "dossier",
            ("besluit", "uitkomst"),
            "Er is nog geen besluit. Aan de Kamer wordt een besluit voorgelegd, geen voornemen: "
            "vul 'uitkomst' in zodra het kabinet heeft besloten. Tot die tijd passen een "
            "kennisgeving of een stand-van-zakenbrief.",
        )


def _wrong_letter(b: Beoordeling) -> Iterator[Melding]:
    uitkomst = b.dossier.besluit.uitkomst.waarde
    for pad, brief in numbered("brieven", b.dossier.brieven):
        soort = Briefsoort(brief.soort.waarde) if brief.soort.waarde else None
        if soort is None or uitkomst is None or brief.verzonden_op.bekend:
            continue
        fits = _UITKOMSTEN.get(soort)
        undecided = uitkomst == "in_onderzoek"
        if fits and uitkomst not in fits and not undecided:
            yield Melding(
                "dossier",
                (*pad, "soort"),
                f"Een {soort.label} past niet bij een besluit dat "
                f"'{uitkomst.replace('_', ' ')}' is. Kies een andere soort brief, of corrigeer de "
                "uitkomst.",
            )


def _decided_after_letter(b: Beoordeling) -> Iterator[Melding]:
    besluit = b.dossier.besluit.datum.waarde
    for pad, brief in numbered("brieven", b.dossier.brieven):
        tells_decision = brief.soort.waarde not in (
            None, "kennisgeving", "stand_van_zaken", "voortgangsrapportage", "beslisnota",
        )  # fmt: skip
        if tells_decision and ends_before(brief.dagtekening, besluit):
            yield Melding(
                "dossier",
                (*pad, "datum"),
                f"De brief is van {brief.dagtekening}, maar het besluit dat hij meldt is van "
                f"{besluit}. Corrigeer een van beide data.",
            )


def _sent_too_early(b: Beoordeling) -> Iterator[Melding]:
    for pad, brief in numbered("brieven", b.dossier.brieven):
        if ends_before(brief.verzonden_op.waarde, brief.verzenden_na.waarde):
            yield Melding(
                "dossier",
                (*pad, "verzonden_op"),
                f"De brief is verzonden op {brief.verzonden_op.waarde}, terwijl hij pas na "
                f"{brief.verzenden_na.waarde} mocht worden verzonden. Corrigeer een van beide "
                "data.",
            )


def _own_number(b: Beoordeling) -> Iterator[Melding]:
    for pad, brief in numbered("brieven", b.dossier.brieven):
        waited = days_old(brief.verzonden_op.waarde, b.peildatum)
        if waited > 14 and not brief.kamerstuk_tk.bekend:
            yield Melding(
                "dossier",
                pad,
                f"De brief is {waited} dagen geleden verzonden en het Kamerstuknummer is nog niet "
                "ingevuld. Vul 'kamerstuk_tk' in; de volgende brief verwijst ernaar.",
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
        "BRIEF-UITKOMST",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "De soort brief past bij de stand van het besluit.",
        "brieven en besluit.uitkomst in het dossier",
        ("dossier.brieven.soort", "dossier.besluit.uitkomst"),
        _wrong_letter,
    ),
    Regel(
        "BESLUIT-NA-BRIEF",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Een besluit is genomen voordat de brief het meldt.",
        "besluit.datum en brieven in het dossier",
        ("dossier.besluit.datum", "dossier.brieven.datum", "dossier.brieven.verzonden_op"),
        _decided_after_letter,
    ),
    Regel(
        "BRIEF-EMBARGO",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Een brief wordt niet verzonden voordat dat mag.",
        "brieven in het dossier",
        ("dossier.brieven.verzonden_op", "dossier.brieven.verzenden_na"),
        _sent_too_early,
    ),
    Regel(
        "BRIEF-KAMERSTUK",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Van een verzonden brief is binnen twee weken het Kamerstuknummer ingevuld.",
        "brieven in het dossier",
        ("dossier.brieven.verzonden_op", "dossier.brieven.kamerstuk_tk"),
        _own_number,
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
