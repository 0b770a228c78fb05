"""dossier.yaml of a follow-up: what was about the letter and decision of then begins anew.

All else stays byte for byte, and the letters that were sent are added to the history.
"""

from collections.abc import Iterator, Mapping

from toetsingskader.commands.aanvullen import insert_row
from toetsingskader.errors import InputError
from toetsingskader.kader.dossier import Brief, Dossier
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.scaffold import Opgave, first_facts
from toetsingskader.scaffold.uitleg import Veldtekst, dossier_fields
from toetsingskader.source import Data, Lines, Source, parse_yaml, yaml_value

OPNIEUW = (
    "aanleiding", "eerdere_aankondiging", "besluit", "opties", "brieven", "planning",
    "aanvaarde_bevindingen", "beslisnota",
)  # fmt: skip
"""What was about the letter and the decision of then."""
_VERVANGEN = ("titel", "peildatum")
_VOORVAL = {
    Briefsoort.KENNISGEVING: "kennisgeving",
    Briefsoort.ARTIKEL_100: "artikel_100_brief",
    Briefsoort.VERLENGING: "artikel_100_brief",
    Briefsoort.AANVULLEND: "aanvullende_brief",
    Briefsoort.STAND_VAN_ZAKEN: "stand_van_zaken",
    Briefsoort.VOORTGANGSRAPPORTAGE: "voortgangsrapportage",
    Briefsoort.NEGATIEF: "kamerbrief",
    Briefsoort.ARTIKEL_97: "kamerbrief",
}
"""What a letter is called in the history; a beslisnota is no letter to parliament."""


def carry_dossier(raw: bytes, dossier: Dossier, opgave: Opgave) -> bytes:
    """The dossier for the follow-up; raises InputError when it cannot be made safely."""
    facts = first_facts(opgave)
    before = parse_yaml(raw)
    lines = Lines(raw)
    texts = {v.naam: v for v in dossier_fields(facts)}
    for naam, first, last in reversed(list(_spans(lines, before))):
        if naam in OPNIEUW:
            lines.put(first - _guidance_above(lines, first), last, _with_guidance(texts[naam]))
        elif naam in _VERVANGEN:
            lines.put(first, last, texts[naam].waarde)
    there = before.data if isinstance(before.data, dict) else {}
    for naam in (*_VERVANGEN, *OPNIEUW):
        if naam not in there and naam in facts:
            lines.insert(_last_line(lines), ["", *texts[naam].waarde])
    for row in _history(dossier):
        _insert(lines, row)
    return _checked(lines, there, facts)


def _spans(lines: Lines, source: Source) -> Iterator[tuple[str, int, int]]:
    """Each field with its first and last line; remarks above the next field are that one's."""
    starts = [(str(pad[0]), place.regel) for pad, place in source.places.items() if len(pad) == 1]
    ends = [start - 1 for _, start in starts[1:]]
    for (naam, first), end in zip(starts, [*ends, len(lines.lines)], strict=True):
        last = end
        while last > first and (not lines.lines[last - 1] or lines.lines[last - 1][0] == "#"):
            last -= 1
        yield naam, first, last


def _guidance_above(lines: Lines, first: int) -> int:
    """How many lines of guidance of our own stand right above a field."""
    count = 0
    while first - count > 1 and lines.lines[first - count - 2].startswith("## "):
        count += 1
    return count


def _with_guidance(veld: Veldtekst) -> list[str]:
    return [
        *(f"## {line}" for line in veld.uitleg),
        *veld.waarde,
        *(f"# {line}" for line in veld.voorbeeld),
    ]


def _last_line(lines: Lines) -> int:
    return len(lines.lines) - (not lines.lines[-1])


def _insert(lines: Lines, row: dict[str, Data]) -> None:
    now = parse_yaml(lines.encode())
    insert_row(lines, now, "voorgeschiedenis", row, lambda _, value: yaml_value(value))


def _history(dossier: Dossier) -> Iterator[dict[str, Data]]:
    """The letters that were sent and the one that announced them, as far as not told yet."""
    told = {str(v.kamerstuk.waarde) for v in dossier.voorgeschiedenis}
    days = {(v.soort.waarde, str(v.datum.waarde)) for v in dossier.voorgeschiedenis}
    eerder = dossier.eerdere_aankondiging
    stuk = eerder.kamerstuk.waarde
    if stuk and str(stuk) not in told:
        yield _event(
            "kamerbrief", stuk.kamer, str(stuk), str(eerder.datum.waarde or ""),
            eerder.inhoud.waarde or "Eerdere aankondiging",
        )  # fmt: skip
    for brief in dossier.brieven:
        soort = _VOORVAL.get(Briefsoort(brief.soort.waarde)) if brief.soort.waarde else None
        if soort is None or not was_sent(brief):
            continue
        datum = str(brief.verzonden_op.waarde or brief.datum.waarde or "")
        onderwerp = brief.betreft.waarde or dossier.titel.waarde or "Brief"
        numbers = [k.waarde for k in (brief.kamerstuk_tk, brief.kamerstuk_ek) if k.waarde]
        for number in numbers:
            if str(number) not in told:
                yield _event(soort, number.kamer, str(number), datum, onderwerp)
        if not numbers and (soort, datum) not in days:
            yield _event(soort, "beide", "", datum, onderwerp)


def was_sent(brief: Brief) -> bool:
    """Whether the record says that a letter went to parliament."""
    return any(f.bekend for f in (brief.verzonden_op, brief.kamerstuk_tk, brief.kamerstuk_ek))


def _event(soort: str, kamer: str, stuk: str, datum: str, onderwerp: str) -> dict[str, Data]:
    row = {"soort": soort, "kamer": kamer, "kamerstuk": stuk, "datum": datum}
    filled: dict[str, Data] = {naam: waarde for naam, waarde in row.items() if waarde}
    return {**filled, "onderwerp": " ".join(onderwerp.split())}


def _checked(lines: Lines, before: Mapping[str, Data], facts: Mapping[str, Data]) -> bytes:
    """The file, when it says what it must: what was carried over, and what begins anew."""
    raw = lines.encode()
    after = parse_yaml(raw)
    data = after.data if isinstance(after.data, dict) else {}
    renewed = (*OPNIEUW, *_VERVANGEN)
    expected = {k: v for k, v in before.items() if k not in renewed}
    expected |= {k: facts[k] for k in renewed if k in facts}
    apart = "voorgeschiedenis"
    same = {k: v for k, v in data.items() if k != apart} == {
        k: v for k, v in expected.items() if k != apart
    }
    if after.broken or not same or not _begins_with(data.get(apart), before.get(apart)):
        raise InputError(
            "dossier.yaml kan niet veilig worden overgenomen; er is niets gemaakt. Zet elk veld "
            "in dat bestand op een eigen regel, zonder haakjes om het geheel."
        )
    return raw


def _begins_with(rows: Data, earlier: Data) -> bool:
    if not isinstance(rows, list):
        return rows == earlier
    return rows[: len(earlier)] == earlier if isinstance(earlier, list) else not earlier
