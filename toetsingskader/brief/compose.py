"""A checked record → a `Document`: the letter, complete, for the renderers to turn into files."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from toetsingskader.afbeelding import Afbeelding
from toetsingskader.brief.blokken import Blokken
from toetsingskader.brief.hoofd import OPEN, letterhead, placeholder
from toetsingskader.brief.sjabloon import fill
from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.brief.voorgeschiedenis import history
from toetsingskader.brief.wijzigingen import Vorige
from toetsingskader.brief.woorden import enumerate_dutch
from toetsingskader.document import Blok, Document, Proza, Tabel
from toetsingskader.kader import EIGENAAR_DOSSIER, Beoordeling
from toetsingskader.kader.dossier import Brief, Dossier
from toetsingskader.kader.feiten import FEIT, find_fact
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.kader.weergave import decapitalise
from toetsingskader.sjablonen import find_sjabloon
from toetsingskader.source import find_citations, find_figures
from toetsingskader.toetsing import Toetsing

LOCAL = frozenset({"delen", "rijen"})
"""What one template sets for another that it includes."""


def open_places(document: Document) -> list[str]:
    """The placeholders that a reader of this letter would meet."""
    texts = [document.skelet.replace("\\", ""), *_strings(asdict(document.hoofd))]
    texts += document.feiten.values()
    for blok in document.blokken.values():
        shown = not (isinstance(blok, Proza) and blok.tekst.strip())
        texts += _strings(asdict(blok)) if shown else []
    found = [part.partition("]")[0] for text in texts for part in text.split(OPEN)[1:]]
    return list(dict.fromkeys(found))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)


def compose(
    b: Beoordeling,
    toetsing: Toetsing,
    soort: Briefsoort,
    kamer: Kamer,
    sjablonen: Path,
    vorige: Vorige | None = None,
    *,
    definitief: bool,
) -> Document:
    """Compose one letter to one chamber; `vorige` is the letter before, and its record then.

    Raises ToolError when a template is wrong.
    """
    blokken = Blokken(b, toetsing, soort, kamer, sjablonen, vorige, definitief=definitief)
    values = _values(b, soort, kamer, vorige) | {"delen": blokken.parts()}
    template = find_sjabloon(sjablonen, SOORTEN[soort].sjabloon)
    skelet = fill(template, blokken.functions(), values)
    hoofd = letterhead(b, soort, kamer, sjablonen, definitief=definitief)
    return Document(
        # A page header is not read aloud; the title of the document is.
        titel=" – ".join(x for x in (hoofd.markering, soort.label, hoofd.betreft) if x),
        onderwerp=hoofd.betreft,
        hoofd=hoofd,
        skelet=skelet,
        blokken=blokken.blokken,
        referenties=tuple(_references(b, kamer, skelet, blokken.blokken)),
        feiten=_facts(b, blokken.blokken),
        figuren=_figures(b, blokken.blokken),
    )


def template_names(
    b: Beoordeling, toetsing: Toetsing, soort: Briefsoort, sjablonen: Path
) -> tuple[frozenset[str], frozenset[str]]:
    """What a text template may call, and the plain values it may use."""
    blokken = Blokken(b, toetsing, soort, Kamer.TWEEDE, sjablonen, definitief=False)
    values = {*_values(b, soort, Kamer.TWEEDE, None), *LOCAL}
    return frozenset(blokken.functions()), frozenset(values)


def _values(
    b: Beoordeling, soort: Briefsoort, kamer: Kamer, vorige: Vorige | None
) -> dict[str, Any]:
    """Plain values a template may use."""
    dossier, brief = b.dossier, b.dossier.brief(soort)
    namen = [m.naam.waarde for m in dossier.missies if m.naam.waarde]
    geheim = dossier.beslisnota.niet_openbaar
    return {
        "uitkomst": dossier.besluit.uitkomst.waarde or "",
        "missies": enumerate_dutch(namen) or placeholder("missie", EIGENAAR_DOSSIER),
        "artikel_97": dossier.artikel.waarde == "artikel_97",
        "belang_eerst": brief.opening.waarde == "belang_eerst",
        # An empty list is an answer: there is nothing of the kind.
        "alles_openbaar": geheim.bekend and not geheim.rijen,
        "uw_kenmerk": brief.uw_kenmerk.waarde or "",
        "vorige_van": vorige.datum if vorige else "",
        "eerder_aangekondigd": _announced_before(dossier, brief),
        "peildatum": str(dossier.peildatum.waarde or ""),
        **history(b, kamer),
    }


def _announced_before(dossier: Dossier, brief: Brief) -> bool:
    """Whether the announcement in the record is another letter than this one, and older."""
    announced, dag = dossier.eerdere_aankondiging, brief.dagtekening
    stuk = announced.kamerstuk.waarde
    same = stuk is not None and stuk in (brief.kamerstuk_tk.waarde, brief.kamerstuk_ek.waarde)
    when = announced.datum.waarde
    return not same and not (when and dag and when.van >= dag.van)


def _cited(skelet: str, blokken: Mapping[str, Blok]) -> Iterator[str]:
    """The keys of all that this letter cites."""
    # The words around a key may hold signs with a backslash.
    texts = [skelet.replace("\\", "")]
    for blok in blokken.values():
        if isinstance(blok, Proza):
            texts.append(blok.tekst)
        elif isinstance(blok, Tabel):
            texts += (text.replace("\\", "") for text in _strings(asdict(blok)))
    for text in texts:
        yield from (v.sleutel for v in find_citations(text))


def _references(
    b: Beoordeling, kamer: Kamer, skelet: str, blokken: Mapping[str, Blok]
) -> Iterator[dict[str, Any]]:
    """The sources that this letter cites, each once, in the order of bronnen.yaml."""
    cited = set(_cited(skelet, blokken))
    for sleutel, bron in b.bronnen.bronnen.items():
        if sleutel in cited:
            yield bron.csl(kamer)


def _facts(b: Beoordeling, blokken: Mapping[str, Blok]) -> dict[str, str]:
    """The text of every fact that the prose of this letter asks for, or a placeholder."""
    names = (s.removeprefix(FEIT) for s in _cited("", blokken) if s.startswith(FEIT))
    return {naam: _fact(b, naam) for naam in dict.fromkeys(names)}


def _figures(b: Beoordeling, blokken: Mapping[str, Blok]) -> dict[str, Afbeelding]:
    """The pictures that the prose of this letter shows, in its order."""
    texts = [blok.tekst for blok in blokken.values() if isinstance(blok, Proza)]
    shown = dict.fromkeys(figuur.pad for text in texts for figuur in find_figures(text))
    return {pad: b.figuren[pad] for pad in shown if pad in b.figuren}


def _fact(b: Beoordeling, naam: str) -> str:
    found = find_fact(b, naam)
    if found and found.afdrukbaar:
        return found.tekst
    wie = b.punten[found.punt].eigenaar if found and found.punt else EIGENAAR_DOSSIER
    # What stays out of the letter is not even named by its label.
    return placeholder(decapitalise(found.label) if found and found.openbaar else naam, wie)
