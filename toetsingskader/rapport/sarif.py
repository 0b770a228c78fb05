"""The findings as SARIF 2.1.0, for code review and editors; each record is a run of its own.

The level `error` has exactly what makes `toets` give 1. What is still missing in a draft is a
`warning`, and so is a contradiction with a publication only: a draft on schedule raises no alarm.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from toetsingskader import __version__
from toetsingskader.rapport import zinnen
from toetsingskader.rapport.inert import inert_toetsing
from toetsingskader.toetsing import Bevinding, Ernst, Plaats, Toetsing

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {
    Ernst.ONGELDIG: "error",
    Ernst.TEGENSTRIJDIG: "error",
    Ernst.ONTBREEKT: "warning",
    Ernst.LET_OP: "note",
    Ernst.TER_INFORMATIE: "none",
}
_FINGERPRINT = "codeEnVeld/v1"


def sarif(toetsingen: Sequence[Toetsing], uitleg: Callable[[str], str]) -> str:
    """The runs of all records as indented JSON; `uitleg` says what a code means, or nothing."""
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [_run(inert_toetsing(t), uitleg) for t in toetsingen],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(toetsing: Toetsing, uitleg: Callable[[str], str]) -> dict[str, Any]:
    codes = list(dict.fromkeys(b.code for b in toetsing.bevindingen))
    prints = _fingerprints(toetsing)
    return {
        "tool": {
            "driver": {
                "name": "toetsingskader",
                "version": __version__,
                "language": "nl",
                "rules": [_rule(code, uitleg(code)) for code in codes],
            }
        },
        "automationDetails": {"id": f"toetsingskader/{toetsing.slug}/{toetsing.briefsoort}"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(toetsing)],
        "results": [
            _result(b, codes.index(b.code), print_)
            for b, print_ in zip(toetsing.bevindingen, prints, strict=True)
        ],
        "properties": {
            "waarschuwing": toetsing.waarschuwing,
            "fictief": toetsing.fictief,
            "titel": toetsing.titel,
            "briefsoort": toetsing.briefsoort,
            "peildatum": toetsing.peildatum,
            "uitkomst": toetsing.uitkomst,
        },
    }


def _rule(code: str, zin: str) -> dict[str, Any]:
    return {"id": code} | ({"shortDescription": {"text": _message(zin)}} if zin else {})


def _invocation(toetsing: Toetsing) -> dict[str, Any]:
    """Rules that could not look are told apart from rules that found nothing."""
    notes = [
        {
            "descriptor": {"id": n.code},
            "level": "note",
            "message": {"text": _message(f"Niet beoordeeld: {n.zin}")},
        }
        for n in toetsing.niet_beoordeeld
    ]
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}


def _result(bevinding: Bevinding, index: int, fingerprint: str) -> dict[str, Any]:
    wie = f" → {', '.join(bevinding.wie)}" if bevinding.wie else ""
    result: dict[str, Any] = {
        "ruleId": bevinding.code,
        "ruleIndex": index,
        "kind": "informational" if bevinding.ernst is Ernst.TER_INFORMATIE else "fail",
        "level": _level(bevinding),
        "message": {"text": _message(f"{bevinding.ernst.label}: {bevinding.tekst}{wie}")},
        "locations": [_location(bevinding.plaats)],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
        "properties": {
            "ernst": bevinding.ernst.value,
            "wie": list(bevinding.wie),
            "maatstaf": bevinding.maatstaf.value if bevinding.maatstaf else "",
            "bron": bevinding.bron,
            "punt": bevinding.punt or "",
            "veld": bevinding.veld,
        },
    }
    if bevinding.aanvaard:
        reden = zinnen.aanvaarding(bevinding.aanvaard)
        result["suppressions"] = [{"kind": "external", "justification": reden}]
    return result


def _level(bevinding: Bevinding) -> str:
    """That of its severity; an accepted finding keeps it, and is suppressed."""
    return "warning" if bevinding.alleen_bron else _LEVELS[bevinding.ernst]


def _location(plaats: Plaats) -> dict[str, Any]:
    region = {"startLine": max(plaats.regel, 1), "startColumn": max(plaats.kolom, 1)}
    return {
        "physicalLocation": {"artifactLocation": {"uri": _uri(plaats.bestand)}, "region": region}
    }


def _uri(bestand: str) -> str:
    """Relative to where the program was started, unless the path is absolute."""
    if Path(bestand).is_absolute():
        return Path(bestand).as_uri()
    # A colon in the first part of a relative address would make it a scheme.
    return quote(PurePath(bestand).as_posix(), safe="/")


def _message(text: str) -> str:
    """Text that holds no link and no placeholder, which messages here may have."""
    return re.sub(r"\{(\d+)\}", r"{{\1}}", text.replace("](", "\\]("))


def _fingerprints(toetsing: Toetsing) -> Iterable[str]:
    """By code and field: a finding stays the same when lines move; its equals are numbered."""
    seen: Counter[tuple[str, str]] = Counter()
    for b in toetsing.bevindingen:
        what = (b.code, b.veld or b.plaats.bestand)
        seen[what] += 1
        yield sha256("\0".join((toetsing.slug, *what, str(seen[what]))).encode()).hexdigest()
