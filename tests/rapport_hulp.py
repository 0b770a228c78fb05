"""Helpers for the tests of the reports: reading a page or a Markdown text back as structure."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from html.parser import HTMLParser
from typing import Any

import pypandoc

from toetsingskader.toetsing import Toetsing

_LEEG = {"meta", "link", "br", "hr", "img", "input"}


class Pagina(HTMLParser):
    """An HTML page as a list of elements and its visible text, in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elementen: list[tuple[str, dict[str, str]]] = []
        self.teksten: list[str] = []
        self.stijl = ""
        self.scripts: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open, f"not closed: {self._open}"

    @property
    def tekst(self) -> str:
        """All visible text with single spaces."""
        return " ".join(" ".join(self.teksten).split())

    @property
    def geraamte(self) -> list[tuple[str, tuple[str, ...]]]:
        """Tags with the names of their attributes: what data may never change."""
        return [(tag, tuple(attrs)) for tag, attrs in self.elementen]

    def waarden(self, attribuut: str) -> list[str]:
        """All values of an attribute."""
        return [attrs[attribuut] for _, attrs in self.elementen if attribuut in attrs]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.append((tag, {naam: waarde or "" for naam, waarde in attrs}))
        if tag not in _LEEG:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.append((tag, {naam: waarde or "" for naam, waarde in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            self.stijl += data
        elif "script" in self._open:
            self.scripts.append(data)
        elif "head" not in self._open:
            self.teksten.append(data)


def with_texts(toetsing: Toetsing, change: Callable[[str], str]) -> Toetsing:
    """The same result in which every text that is not empty was changed."""
    return _changed(toetsing, change)  # type: ignore[no-any-return]


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return change(value) if value else value
    if isinstance(value, tuple):
        return tuple(_changed(part, change) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{f.name: _changed(getattr(value, f.name), change) for f in fields(value)}
        )
    return value


def parse_markdown(text: str) -> Any:
    """The blocks of a text as the Markdown of code platforms has them (pandoc's tree)."""
    result = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", "gfm", "-t", "json"],
        input=text.encode("utf-8"),
        capture_output=True,
        check=True,
    )
    return json.loads(result.stdout)["blocks"]


def skeleton(node: Any) -> Any:
    """The kinds of nodes without their texts; words that follow each other count as one."""
    if isinstance(node, list):
        parts = [part for part in map(skeleton, node) if part is not None]
        return [p for i, p in enumerate(parts) if p != "tekst" or i == 0 or parts[i - 1] != "tekst"]
    if isinstance(node, dict):
        if node.get("t") in {"Str", "Space", "SoftBreak"}:
            return "tekst"
        if node.get("t") == "Header":
            return ["Header", node["c"][0]]
        return [node.get("t"), skeleton(node.get("c"))]
    return None


def raw_html(node: Any) -> list[str]:
    """All raw HTML in a parsed Markdown text."""
    if isinstance(node, list):
        return [raw for part in node for raw in raw_html(part)]
    if isinstance(node, dict):
        if node.get("t") in {"RawBlock", "RawInline"}:
            return [node["c"][1]]
        return raw_html(node.get("c"))
    return []
