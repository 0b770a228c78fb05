"""Rules about registered approvals, and where those that a final letter needs stand.

A missing approval, or one that covers an older text, is no finding: a draft on schedule has none
yet. Only a final letter wants them. A refusal is a finding at once.
"""

import difflib
from collections.abc import Iterator

from toetsingskader.kader import PROZA, PUNTEN, Beoordeling, parafen_of, title_of
from toetsingskader.kader.parafen import Paraaf, is_one_of
from toetsingskader.kader.punt import Paraafeis
from toetsingskader.kader.vingerafdruk import covers
from toetsingskader.regels.regel import Melding, Regel, numbered
from toetsingskader.source import Pad
from toetsingskader.toetsing import Ernst, Maatstaf
from toetsingskader.toetsing.paraafstand import Paraafstaat, Paraafstand

_FILE = "parafen"
_NEEDED = ("punt", "versie", "vingerafdruk", "namens", "soort", "uitkomst", "op")
_BEST_FIRST = (Paraafstaat.GELDIG, Paraafstaat.VERVALLEN, Paraafstaat.NIET_AKKOORD)


def states(b: Beoordeling, gevraagd: tuple[str, ...]) -> Iterator[Paraafstand]:
    """Per asked point where each approval it needs stands, then whatever else is registered.

    `gevraagd` are the points, and prose that is no point, that the letter asks.
    """
    for sleutel in (*PROZA, *PUNTEN):
        rijen = b.parafen.laatste(sleutel)
        for eis in parafen_of(sleutel) if sleutel in gevraagd else ():
            fitting = [rij for rij in rijen if _meets(b, sleutel, eis, rij)]
            # One who agrees is enough, but who refuses stands there as well.
            best = min(fitting, key=lambda r: _BEST_FIRST.index(_state(b, r)), default=None)
            if best is not None:
                rijen.remove(best)
                yield _registered(b, sleutel, best, needed=True)
            else:
                yield Paraafstand(
                    sleutel, title_of(sleutel), eis.soort, eis.namens, Paraafstaat.ONTBREEKT, True
                )
        for rij in rijen:
            if not _lacks(rij) or rij.bezwaar:
                yield _registered(b, sleutel, rij, needed=False)


def _meets(b: Beoordeling, sleutel: str, eis: Paraafeis, rij: Paraaf) -> bool:
    """Whether a registered row is the approval, or the refusal, that is needed."""
    if rij.soort.waarde != eis.soort or _lacks(rij):
        return False
    naam = rij.namens.waarde or ""
    if eis.namens:
        return is_one_of(naam, [eis.namens])
    return not is_one_of(naam, b.eigen_directies(sleutel))


def _state(b: Beoordeling, rij: Paraaf) -> Paraafstaat:
    """A refusal stands until the same office registers something else, whatever has changed."""
    if rij.bezwaar:
        return Paraafstaat.NIET_AKKOORD
    valid = covers(b, rij.punt.waarde or "", rij.vingerafdruk.waarde or "")
    return Paraafstaat.GELDIG if valid else Paraafstaat.VERVALLEN


def _registered(b: Beoordeling, sleutel: str, rij: Paraaf, *, needed: bool) -> Paraafstand:
    return Paraafstand(
        sleutel,
        title_of(sleutel),
        rij.soort.waarde or "paraaf",
        rij.namens.waarde or "",
        _state(b, rij),
        needed,
        rij.rol.waarde or "",
        str(rij.op.waarde or ""),
        rij.versie.waarde or "",
        rij.reden.waarde or "",
        rij.kenmerk.waarde or "",
    )


def _lacks(rij: Paraaf) -> list[str]:
    """The fields without which a row cannot count."""
    return [naam for naam in _NEEDED if not getattr(rij, naam).bekend]


def _current(b: Beoordeling) -> Iterator[tuple[Pad, Paraaf]]:
    """The rows that no later one of the same office replaces, each with its path."""
    for pad, rij in numbered("parafen", b.parafen.parafen):
        if any(rij is latest for latest in b.parafen.laatste(rij.punt.waarde or "")):
            yield pad, rij


def _refused(b: Beoordeling) -> Iterator[Melding]:
    for pad, rij in _current(b):
        if not rij.bezwaar:
            continue
        sleutel, wie = rij.punt.waarde or "", rij.namens.waarde or ""
        yield Melding(
            _FILE,
            pad,
            f"Met '{title_of(sleutel)}' is {wie} niet akkoord{_because(rij)}. Los dit samen op en "
            f"laat de nieuwe uitkomst registreren met 'toetsingskader paraaf {sleutel}'; tot die "
            "tijd wordt de brief niet definitief.",
            over=sleutel,
            wie=wie,
        )


def _because(rij: Paraaf) -> str:
    reden = " ".join((rij.reden.waarde or "").split()).rstrip(".")
    return f": {reden}" if reden else ""


def _unknown_point(b: Beoordeling) -> Iterator[Melding]:
    known = (*PROZA, *PUNTEN)
    for pad, rij in numbered("parafen", b.parafen.parafen):
        naam = rij.punt.waarde
        if naam and naam not in known:
            near = difflib.get_close_matches(naam, known, 1)
            hint = f"Bedoelde u '{near[0]}'? " if near else ""
            yield Melding(
                _FILE,
                (*pad, "punt"),
                f"Deze paraaf gaat over '{naam}', en zo'n punt is er niet. {hint}Zolang dit zo "
                f"staat, telt zij niet mee. Noem een van: {', '.join(known)}.",
            )


def _own_medeparaaf(b: Beoordeling) -> Iterator[Melding]:
    for pad, rij in _current(b):
        sleutel, naam = rij.punt.waarde or "", rij.namens.waarde
        own = b.eigen_directies(sleutel)
        named = [eis.namens for eis in parafen_of(sleutel) if eis.soort == "medeparaaf"]
        wanted = naam and is_one_of(naam, filter(None, named))
        if naam and rij.soort.waarde == "medeparaaf" and is_one_of(naam, own) and not wanted:
            yield Melding(
                _FILE,
                (*pad, "namens"),
                f"Een medeparaaf van {naam} telt bij '{title_of(sleutel)}' niet mee, want die "
                "directie heeft dit opgesteld. Laat een andere directie meeparaferen, of corrigeer "
                "de opsteller van het punt.",
                over=sleutel,
            )


def _no_reason(b: Beoordeling) -> Iterator[Melding]:
    for pad, rij in numbered("parafen", b.parafen.parafen):
        if rij.met_reden and not rij.reden.bekend:
            yield Melding(
                _FILE,
                pad,
                f"Bij '{(rij.uitkomst.waarde or '').replace('_', ' ')}' hoort een reden. Vul "
                "'reden' in: wat de opmerking is, of wat er moet veranderen.",
            )


def _incomplete(b: Beoordeling) -> Iterator[Melding]:
    for pad, rij in numbered("parafen", b.parafen.parafen):
        lacking = _lacks(rij)
        if lacking:
            fields = ", ".join(f"'{naam}'" for naam in lacking)
            yield Melding(
                _FILE,
                pad,
                f"Deze paraaf telt niet mee; nog niet ingevuld: {fields}. Vul dit aan, of haal de "
                "regel weg en registreer de paraaf met 'toetsingskader paraaf'.",
            )


REGELS = (
    Regel(
        "PARAAF-NIET-AKKOORD",
        Ernst.ONTBREEKT,
        Maatstaf.DOSSIER,
        "Geen directie is niet akkoord; haar nieuwste paraaf bij een punt telt. Deze bevinding kan "
        "niet worden aanvaard.",
        "parafen.yaml in het dossier",
        (
            "parafen.parafen.punt",
            "parafen.parafen.namens",
            "parafen.parafen.soort",
            "parafen.parafen.uitkomst",
            "parafen.parafen.op",
        ),
        _refused,
    ),
    Regel(
        "PARAAF-PUNT",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Een paraaf gaat over een punt dat er is, of over kern of afweging.",
        "de punten van het kader",
        ("parafen.parafen.punt",),
        _unknown_point,
    ),
    Regel(
        "PARAAF-MEDEPARAAF",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Een medeparaaf is van een andere directie dan de opsteller van het punt.",
        "de opsteller van het punt, of als die niet is ingevuld de eigenaar in het kader",
        ("parafen.parafen.punt", "parafen.parafen.namens", "parafen.parafen.soort"),
        _own_medeparaaf,
    ),
    Regel(
        "PARAAF-REDEN",
        Ernst.ONTBREEKT,
        Maatstaf.DOSSIER,
        "Bij een opmerking en bij niet akkoord staat de reden.",
        "parafen.yaml in het dossier",
        ("parafen.parafen.uitkomst", "parafen.parafen.reden"),
        _no_reason,
    ),
    Regel(
        "PARAAF-ONVOLLEDIG",
        Ernst.ONTBREEKT,
        Maatstaf.DOSSIER,
        "Een paraaf die meetelt, heeft punt, versie, vingerafdruk, directie, soort, uitkomst en "
        "dag.",
        "parafen.yaml in het dossier",
        tuple(f"parafen.parafen.{naam}" for naam in _NEEDED),
        _incomplete,
    ),
)
