"""Reference pages: the rule book, the framework and guidance, as text, Markdown and JSON."""

from toetsingskader.naslag.kaderboek import kader
from toetsingskader.naslag.regelboek import regels
from toetsingskader.naslag.uitlegboek import uitleg

__all__ = ["kader", "regels", "uitleg"]
