"""The preview in a browser: what it gives to whom, and that an open page follows."""

import json
import re
import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teksten import pdf_text
from toetsingskader.sjablonen import SJABLONEN
from toetsingskader.voorvertoning import HIER, Voorvertoning
from volgen import MADE, followed
from voorbeelden.draaien import prepare
from voorbeelden.samenstellen import GOED

FILES = SJABLONEN / "voorvertoning"


@pytest.fixture
def voorbeeld() -> Iterator[Voorvertoning]:
    """A preview that shows something."""
    with Voorvertoning() as running:
        running.show(titel="Titel", stand="2 ontbreekt", brief=b"%PDF-", rapport=b"<!doctype html>")
        yield running


def ask(
    adres: str, naam: str = "", host: str | None = None, method: str = "GET"
) -> tuple[int, bytes, dict[str, str]]:
    """Ask for something below an address; `host` is the name that a browser would send."""
    at = urlsplit(adres)
    connection = HTTPConnection(at.hostname or "", at.port or 0, timeout=20)
    connection.putrequest(method, at.path + naam, skip_host=True)
    connection.putheader("Host", host or at.netloc)
    connection.endheaders()
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, content, dict(answer.getheaders())


def test_page_and_what_it_shows(voorbeeld: Voorvertoning) -> None:
    status, page, headers = ask(voorbeeld.adres)
    assert status == 200
    assert page == (FILES / "voorvertoning.html").read_bytes()
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'")
    assert ask(voorbeeld.adres, "brief.pdf?v=3")[:2] == (200, b"%PDF-")
    assert ask(voorbeeld.adres, "rapport.html")[:2] == (200, b"<!doctype html>")
    for naam in re.findall(r'(?:src|href)="([^"]+)"', page.decode()):
        assert ask(voorbeeld.adres, naam)[0] == 200
    assert {h["Cache-Control"] for _, _, h in [ask(voorbeeld.adres, "brief.pdf")]} == {"no-store"}


def test_page_asks_nothing_of_the_outside() -> None:
    for path in FILES.iterdir():
        assert "//" not in re.sub(
            r"^// .*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE
        )


def test_only_this_computer_can_ask(voorbeeld: Voorvertoning) -> None:
    """Bound to the one address; what is bound to all answers at another of this computer too."""
    at = urlsplit(voorbeeld.adres)
    assert at.hostname == HIER
    with pytest.raises((ConnectionRefusedError, TimeoutError)):
        socket.create_connection(("127.0.0.2", at.port or 0), 2)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.", "127.0.0.2"]
)
def test_another_name_is_refused(host: str, voorbeeld: Voorvertoning) -> None:
    """A page elsewhere whose name was made to lead here still has its own name."""
    status, content, _ = ask(voorbeeld.adres, "brief.pdf", host)
    assert (status, content.startswith(b"Open het voorbeeld")) == (403, True)


@pytest.mark.parametrize("host", ["localhost", "localhost:1234", "127.0.0.1"])
def test_own_names_are_known(host: str, voorbeeld: Voorvertoning) -> None:
    assert ask(voorbeeld.adres, "brief.pdf", host)[0] == 200


def test_who_lacks_the_secret_gets_nothing(voorbeeld: Voorvertoning) -> None:
    at = urlsplit(voorbeeld.adres)
    for path in ("/", "/brief.pdf", "/x/brief.pdf", f"{at.path[:-2]}/brief.pdf", "/nieuws"):
        assert ask(f"http://{at.netloc}{path}")[0] == 404


@given(st.text(st.sampled_from("abcdepf./%2eE\\~:?#-_"), max_size=30))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
def test_no_path_leads_elsewhere(voorbeeld: Voorvertoning, path: str) -> None:
    known = {"", "voorvertoning.js", "voorvertoning.css", "brief.pdf", "rapport.html"}
    found = voorbeeld.find(urlsplit(voorbeeld.adres).path + path)
    assert (found is not None) == (path.partition("?")[0] in known)
    outside = voorbeeld.find(urlsplit(voorbeeld.adres).path + "../" + path)
    assert outside is None


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "HEAD", "OPTIONS", "X"])
def test_other_requests_are_refused_in_dutch(method: str, voorbeeld: Voorvertoning) -> None:
    status, content, headers = ask(voorbeeld.adres, method=method)
    assert status == 501
    assert content in (b"Dit kan het voorbeeld niet.\n", b"")
    assert headers["Server"].strip() == "toetsingskader"


def test_nonsense_does_not_end_it(
    voorbeeld: Voorvertoning, capfd: pytest.CaptureFixture[str]
) -> None:
    at = urlsplit(voorbeeld.adres)
    for raw in (
        b"\x00\xff\n\n",
        b"GET\n\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"",
        b"GET " + b"x" * 70000,
    ):
        with socket.create_connection((HIER, at.port or 0), 5) as connection:
            connection.sendall(raw)
    assert ask(voorbeeld.adres)[0] == 200
    assert capfd.readouterr() == ("", "")


def _news(answer: HTTPResponse) -> dict[str, object]:
    line = answer.readline().decode()
    while not line.startswith("data: "):
        line = answer.readline().decode()
    told: dict[str, object] = json.loads(line.removeprefix("data: "))
    return told


def test_open_page_is_told_of_news(voorbeeld: Voorvertoning) -> None:
    at = urlsplit(voorbeeld.adres)
    connection = HTTPConnection(at.hostname or "", at.port or 0, timeout=20)
    connection.request("GET", f"{at.path}nieuws")
    answer = connection.getresponse()
    first = _news(answer)
    assert (first["titel"], first["stand"], first["brief"]) == ("Titel", "2 ontbreekt", True)
    voorbeeld.show(fout="Half bestand.")
    failed = _news(answer)
    assert (failed["fout"], failed["versie"]) == ("Half bestand.", first["versie"])
    voorbeeld.show(fout="", brief=b"%PDF-2")
    renewed = _news(answer)
    assert renewed["fout"] == ""
    assert renewed["versie"] != first["versie"]
    voorbeeld.__exit__(None, None, None)
    assert answer.read().replace(b": niets nieuws", b"").strip() == b""
    connection.close()


def test_following_shows_what_was_saved(tmp_path: Path) -> None:
    prepare(GOED / "volledig", tmp_path)
    kern = tmp_path / "assessments/dossier/kern.md"
    with followed(tmp_path) as volg:
        adres = re.findall(r"http://\S+", volg.until(MADE))[0]
        assert "Dit is nieuw." not in pdf_text(ask(adres, "brief.pdf")[1])
        kern.write_text("Dit is nieuw.\n\n" + kern.read_text(encoding="utf-8"), encoding="utf-8")
        volg.until(MADE)
        assert "Dit is nieuw." in pdf_text(ask(adres, "brief.pdf")[1])
        written = (tmp_path / "uitvoer/dossier/volledigheid.html").read_bytes()
        assert ask(adres, "rapport.html")[1] == written
        volg.stop()
    with pytest.raises(ConnectionRefusedError):
        ask(adres)
