"""Rules about the letters: which kind fits the decision and the article, and their dates."""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.regels.perioden import days_old, ends_before
from toetsingskader.regels.regel import Melding, Regel, numbered
from toetsingskader.source import Pad
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
_ARTIKEL_100 = (Briefsoort.ARTIKEL_100, Briefsoort.VERLENGING, Briefsoort.AANVULLEND)


def _letters(b: Beoordeling) -> Iterator[tuple[Pad, Briefsoort]]:
    """The letters that are still to be sent, and where they stand; also the one that is asked."""
    rows = [(pad, x) for pad, x in numbered("brieven", b.dossier.brieven) if x.soort.waarde]
    for pad, brief in rows:
        if not brief.verzonden_op.bekend:
            yield (*pad, "soort"), Briefsoort(str(brief.soort.waarde))
    if b.gevraagd and not any(brief.soort.waarde == b.gevraagd for _, brief in rows):
        yield ("besluit", "uitkomst"), b.gevraagd


def _wrong_letter(b: Beoordeling) -> Iterator[Melding]:
    uitkomst = b.dossier.besluit.uitkomst.waarde
    for pad, soort in _letters(b) if uitkomst else ():
        fits = _UITKOMSTEN.get(soort)
        undecided = uitkomst == "in_onderzoek"
        if uitkomst and fits and uitkomst not in fits and not undecided:
            yield Melding(
                "dossier",
                pad,
                f"Een {soort.label} past niet bij een besluit dat "
                f"'{uitkomst.replace('_', ' ')}' is. Kies een andere soort brief, of corrigeer de "
                "uitkomst.",
            )


def _wrong_article(b: Beoordeling) -> Iterator[Melding]:
    soort, artikel = b.gevraagd, b.dossier.artikel.waarde
    if soort is None:
        return
    if soort is Briefsoort.ARTIKEL_97 and artikel == "artikel_100_lid_1":
        of_record, fitting = "artikel 100", "artikel 100-brief"
    elif soort in _ARTIKEL_100 and artikel == "artikel_97":
        of_record, fitting = "artikel 97", "artikel 97-brief"
    else:
        return
    yield Melding(
        "dossier",
        ("artikel",),
        f"Een {soort.label} past niet bij {of_record}, dat in dit dossier de grondslag is. Maak "
        f"een {fitting}, of corrigeer het artikel; dienen beide, kies dan 'samenloop'.",
    )


def _older_than_facts(b: Beoordeling) -> Iterator[Melding]:
    if b.gevraagd is None:
        return
    brief = b.dossier.brief(b.gevraagd)
    if not brief.verzonden_op.bekend and ends_before(brief.dagtekening, b.dossier.peildatum.waarde):
        yield Melding(
            "dossier",
            ("peildatum",),
            f"De {b.gevraagd.label} is van {brief.dagtekening}, en de gegevens zijn bijgewerkt tot "
            f"{b.dossier.peildatum.waarde}: er kan in staan wat bij het schrijven niet bekend was. "
            "Corrigeer een van beide data.",
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


REGELS = (
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
        "BRIEF-ARTIKEL",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "De soort brief past bij het artikel van de Grondwet.",
        "artikel in het dossier en de soort brief die wordt gevraagd",
        ("dossier.artikel",),
        _wrong_article,
        soorten="AVL",
    ),
    Regel(
        "BRIEF-PEILDATUM",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Een brief is niet ouder dan de gegevens die erin staan.",
        "brieven en peildatum in het dossier",
        ("dossier.brieven.datum", "dossier.peildatum"),
        _older_than_facts,
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
)
