"""The preview in a browser: the last letter and report, on this computer only.

It serves five things from memory and nothing from the disk, so no path leads anywhere else. The
address holds a secret word, for whoever else uses this computer; and it answers only to the name of
this computer itself, so that no page elsewhere can pass for it (DNS rebinding).
"""

import json
import secrets
from dataclasses import dataclass, replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from types import TracebackType
from typing import Any, Self

from toetsingskader.sjablonen import SJABLONEN

HIER = "127.0.0.1"
_NAMEN = frozenset({HIER, "localhost"})
_HARTSLAG = 15.0
"""Seconds after which an open page is told that nothing happened, or found to be closed."""
_VEILIG = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_PAGINA = (
    "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What the page itself may load; the report says that of itself, in its own head."""
_DEEL = "frame-ancestors 'self'"
_BESTANDEN = {
    "": ("voorvertoning.html", "text/html; charset=utf-8"),
    "voorvertoning.js": ("voorvertoning.js", "text/javascript; charset=utf-8"),
    "voorvertoning.css": ("voorvertoning.css", "text/css; charset=utf-8"),
}


@dataclass(frozen=True)
class Vertoning:
    """What the page shows now."""

    titel: str = ""
    stand: str = "de eerste brief wordt gemaakt"
    """How many findings there are."""
    fout: str = ""
    """Why what is shown is not what was saved last; empty when it is."""
    brief: bytes = b""
    rapport: bytes = b""
    versie: int = 0
    """Another one for every letter or report."""

    @property
    def bericht(self) -> bytes:
        """What the page is told."""
        told = {
            "titel": self.titel,
            "stand": self.stand,
            "fout": self.fout,
            "brief": bool(self.brief),
            "rapport": bool(self.rapport),
            "versie": self.versie,
        }
        return f"data: {json.dumps(told)}\n\n".encode()


class Voorvertoning:
    """A running preview; a context manager that stops it."""

    def __init__(self) -> None:
        self._vertoning = Vertoning()
        self._nieuws = Condition()
        self._gestopt = False
        self._geheim = secrets.token_urlsafe(16)
        self._files = {
            name: ((SJABLONEN / "voorvertoning" / file).read_bytes(), kind)
            for name, (file, kind) in _BESTANDEN.items()
        }
        self._server = _Server((HIER, 0), self._handler())
        self._thread = Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)

    @property
    def adres(self) -> str:
        """What to type in a browser."""
        return f"http://{HIER}:{self._server.server_address[1]}/{self._geheim}/"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        with self._nieuws:
            self._gestopt = True
            self._nieuws.notify_all()
        self._server.shutdown()
        self._server.server_close()

    def show(self, **nieuw: Any) -> None:
        """Show these fields of `Vertoning` anew; an open page follows at once."""
        with self._nieuws:
            before = self._vertoning
            after = replace(before, **nieuw)
            if (after.brief, after.rapport) != (before.brief, before.rapport):
                after = replace(after, versie=before.versie + 1)
            self._vertoning = after
            self._nieuws.notify_all()

    def find(self, path: str) -> tuple[bytes, str] | None:
        """What stands at this path and its kind; None when nothing does."""
        voor, _, naam = path.partition("?")[0].removeprefix("/").partition("/")
        if not secrets.compare_digest(voor.encode(), self._geheim.encode()):
            return None
        made = {
            "rapport.html": (self._vertoning.rapport, "text/html; charset=utf-8"),
            "brief.pdf": (self._vertoning.brief, "application/pdf"),
        }
        found = {**self._files, **made}.get(naam)
        return found if found and found[0] else None

    def is_news(self, path: str) -> bool:
        """Whether an open page asks here to be told what happens."""
        return path == f"/{self._geheim}/nieuws"

    def next_news(self, seen: Vertoning | None) -> Vertoning | None:
        """What is shown, as soon as that is something else; None when nothing happened for long."""
        with self._nieuws:
            if self._vertoning is seen and not self._gestopt:
                self._nieuws.wait(_HARTSLAG)
            return None if self._vertoning is seen else self._vertoning

    @property
    def gestopt(self) -> bool:
        """Whether nothing more will happen."""
        return self._gestopt

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        return type("Verzoek", (_Verzoek,), {"voorvertoning": self})


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A page that was closed halfway is no error."""


class _Verzoek(BaseHTTPRequestHandler):
    """One request of a browser."""

    voorvertoning: Voorvertoning
    server_version = "toetsingskader"
    sys_version = ""
    path = ""

    def do_GET(self) -> None:
        """Give what is asked for, to who may ask."""
        host = self.headers.get("Host", "")
        if (host.rpartition(":")[0] or host) not in _NAMEN:
            zin = "Open het voorbeeld met het adres dat 'toetsingskader volg' noemt."
            self._refuse(HTTPStatus.FORBIDDEN, zin)
        elif self.voorvertoning.is_news(self.path):
            self._tell()
        elif found := self.voorvertoning.find(self.path):
            self._give(HTTPStatus.OK, *found)
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "Dit is er niet, of nog niet.")

    def _give(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self._begin(status, kind, _PAGINA if self.path.endswith("/") else _DEEL)
        self.wfile.write(content)

    def _refuse(self, status: HTTPStatus, zin: str) -> None:
        self._give(status, f"{zin}\n".encode(), "text/plain; charset=utf-8")

    def _begin(self, status: HTTPStatus, kind: str, policy: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", policy)
        for name, value in _VEILIG.items():
            self.send_header(name, value)
        self.end_headers()

    def _tell(self) -> None:
        """Tell an open page what happens, until it is closed."""
        self._begin(HTTPStatus.OK, "text/event-stream", _DEEL)
        seen: Vertoning | None = None
        while not self.voorvertoning.gestopt:
            nieuw = self.voorvertoning.next_news(seen)
            seen = nieuw or seen
            self.wfile.write(nieuw.bericht if nieuw else b": niets nieuws\n\n")
            self.wfile.flush()

    def send_error(self, code: int, *_: Any) -> None:
        """What the library refuses by itself, without its page in English."""
        self._refuse(HTTPStatus(code), "Dit kan het voorbeeld niet.")

    def log_message(self, *_: Any) -> None:
        """Nothing: the screen belongs to who follows the record."""
