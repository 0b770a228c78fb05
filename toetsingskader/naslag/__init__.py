"""Reference pages: the rule book and the framework, as text, Markdown and JSON."""

from toetsingskader.naslag.kaderboek import kader
from toetsingskader.naslag.regelboek import regels

__all__ = ["kader", "regels"]
