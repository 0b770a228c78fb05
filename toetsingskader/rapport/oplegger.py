"""The oplegger: the report on two pages of paper, for a meeting and for who gets no HTML.

A `Document`, so that it takes the letter's path to Word and PDF. What does not fit on two pages is
counted and left to the whole report; what is unreadable or contradictory comes before the rest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from toetsingskader.document import (
    MARKER,
    OPLEGGER,
    Blok,
    Briefhoofd,
    Document,
    Tabel,
    escape,
)
from toetsingskader.rapport import parafen, zinnen
from toetsingskader.rapport.inert import inert_toetsing
from toetsingskader.rapport.passend import as_many_as_fit, bullets, height, lines_of, shortened
from toetsingskader.rapport.samenvatting import (
    NIEMAND,
    Punttelling,
    Samenvatting,
    vat_samen,
    vragen_op_termijn,
)
from toetsingskader.toetsing import Bestemming, Bevinding, Toetsing

_BELET, _MINST_BELET, _MINSTENS = 30, 24, 8
"""Lines for what blocks a final letter, and the fewest of them when other sections need room; of
them at least so many for what is missing per point."""
_TAKEN, _VRAGEN, _VOORWAARDEN, _STUKKEN = 9, 4, 4, 2
_NIET_AKKOORD, _GEWIJZIGD = 4, 3
"""Rows for who acts; items in the lists of questions, conditions and confidential papers."""
_TITEL, _CEL, _ZIN, _ALINEA = 120, 50, 140, 420
"""Characters of a title, a name in a table, an item of a list, a text of the record."""
_NIET_OP_EEN_OPLEGGER = (
    *("afzender", "directie", "retouradres", "datum", "onze_referentie", "uw_referentie"),
    *("kamerdossiers", "contact", "bijlagen", "aanhef", "mede_namens"),
)
_RAPPORT = "zie het volledige rapport"


@dataclass(frozen=True)
class Toelichting:
    """What an oplegger says that a `Toetsing` does not hold; all as Dutch text."""

    markering: str = ""
    """"CONCEPT", "FICTIEF" and the like, as on the letter."""
    versie: str = ""
    """The version of the record, as letters print it."""
    vertrouwelijk: tuple[str, ...] = ()
    """Per point where its confidential answers are kept; never what they are."""


def oplegger(toetsing: Toetsing, toelichting: Toelichting) -> Document:
    """The oplegger to this result."""
    veilig, toe = inert_toetsing(toetsing), inert_toetsing(toelichting)
    titel = shortened(veilig.titel, _TITEL) or veilig.slug
    blad = _Blad(veilig, toe, vat_samen(veilig))
    skelet = "\n\n".join((f"# {escape(titel)}", *blad.alineas()))
    return Document(
        titel=" – ".join(filter(None, (toe.markering, "Oplegger", titel))),
        onderwerp=titel,
        hoofd=_hoofd(titel, toe.markering),
        skelet=skelet,
        blokken=blad.tabellen,
        vorm=OPLEGGER,
    )


def _hoofd(titel: str, markering: str) -> Briefhoofd:
    """An oplegger is no letter: it has no address, and nobody signs it."""
    return Briefhoofd(
        betreft=titel,
        markering=markering,
        **dict.fromkeys(_NIET_OP_EEN_OPLEGGER, ""),
        adres=(),
        ondertekenaars=(),
    )


@dataclass
class _Blad:
    """The paragraphs of the pages, and the tables they have a place for."""

    toetsing: Toetsing
    toe: Toelichting
    s: Samenvatting
    tabellen: dict[str, Blok] = field(default_factory=dict)

    def alineas(self) -> Iterator[str]:
        """Every section in the order of the page; one with nothing to say is left out."""
        yield from self._kop()
        parafen_, gewijzigd = list(self._parafen()), list(self._gewijzigd())
        ruimte = _BELET - sum(map(height, (parafen_, gewijzigd)))
        for titel, deel in (
            ("Wat wordt gevraagd", self._gevraagd()),
            ("Stand", self._stand()),
            ("Parafen", parafen_),
            ("Gewijzigd sinds de vorige versie", gewijzigd),
            ("Wat een definitieve brief tegenhoudt", self._belet(max(ruimte, _MINST_BELET))),
            ("Wie is aan zet", self._taken()),
            ("Minimale voorwaarden", self._voorwaarden()),
            ("Gevoelig", self._gevoelig()),
        ):
            if alineas := list(deel):
                yield f"## {titel}"
                yield from alineas

    def _kop(self) -> Iterator[str]:
        t = self.toetsing
        kenmerken = [
            f"Oplegger bij de {t.briefsoort}",
            f"peildatum {t.peildatum or 'niet ingevuld'}",
            f"stand van het besluit: {t.uitkomst or 'niet ingevuld'}",
        ]
        kenmerken += [f"volgende stap: {w}" for n, w in zinnen.kenmerken(t) if n == "Volgende stap"]
        kenmerken += [f"optie: {t.optie}"] if t.optie else []
        kenmerken += [f"versie {self.toe.versie}"] if self.toe.versie else []
        yield f"{escape('; '.join(shortened(k, _ZIN) for k in kenmerken))}."
        if t.fictief:
            yield escape(zinnen.FICTIEF)
        yield escape(f"{t.waarschuwing} {zinnen.GEEN_OORDEEL}")

    def _gevraagd(self) -> Iterator[str]:
        yield escape(
            shortened(self.toetsing.gevraagd_besluit, _ALINEA)
            or "Dat is nog niet ingevuld ('geadviseerd_besluit' onder 'beslisnota' in "
            "dossier.yaml)."
        )

    def _stand(self) -> Iterator[str]:
        s = self.s
        verstreken = f", waarvan {s.verstreken_vragen} verstreken" if s.verstreken_vragen else ""
        yield escape(
            f"{s.punten.zin} ({s.niet_van_toepassing} niet van toepassing, {s.niet_gevraagd} niet "
            f"gevraagd); {s.vragen.zin}; "
            f"{zinnen.aantal(s.open_vragen, 'open vraag', 'open vragen')}{verstreken}. "
            f"Bevindingen: {zinnen.tel_ernst(self.toetsing.bevindingen)}."
        )
        rijen = [
            (
                shortened(p.titel, _CEL),
                p.ingevuld.kort,
                p.beantwoord.kort,
                str(sum(len(punt.open_vragen) for punt in p.punten)),
            )
            for p in s.pijlers
        ]
        koppen = ("Pijler", "Punten ingevuld", "Vereiste vragen beantwoord", "Open vragen")
        yield from self._tabel("stand", koppen, rijen, rechts={3})

    def _belet(self, ruimte: int) -> Iterator[str]:
        """In so many lines of the page."""
        s = self.s
        yield escape(zinnen.belet_zin(s))
        in_full = ruimte - min(_MINSTENS, len(s.ontbreekt_per_punt))
        voorop, rest = as_many_as_fit(list(map(_bevinding, s.belet_voorop)), in_full)
        yield from bullets(voorop, rest, f" die ongeldig of tegenstrijdig zijn; {_RAPPORT}")
        over = ruimte - sum(map(lines_of, voorop))
        yield from self._ontbreekt(max(over, _MINSTENS))

    def _ontbreekt(self, ruimte: int) -> Iterator[str]:
        """Counts per point; those of the point with most first when not all fit."""
        tellingen: Sequence[Punttelling] = self.s.ontbreekt_per_punt
        getoond = sorted(tellingen, key=lambda t: -t.aantal)[:ruimte]
        rijen = [
            (
                shortened(t.titel[:1].upper() + t.titel[1:], _CEL),
                str(t.aantal),
                shortened(t.wie, _CEL),
            )
            for t in tellingen
            if t in getoond
        ]
        koppen = ("Punt waarbij iets ontbreekt", "Bevindingen", "Aan zet")
        yield from self._tabel("ontbreekt", koppen, rijen, rechts={1})
        if rest := [t for t in tellingen if t not in getoond]:
            punten = zinnen.aantal(len(rest), "punt", "punten")
            telling = zinnen.aantal(sum(t.aantal for t in rest), "bevinding", "bevindingen")
            yield f"En nog {punten}, met {telling}; {_RAPPORT}."

    def _parafen(self) -> Iterator[str]:
        s = self.s
        yield escape(parafen.sentence(s))
        regels = [*map(parafen.refusal, s.niet_akkoord), *map(parafen.voided, s.vervallen)]
        getoond = [shortened(regel, _ZIN) for regel in regels[:_NIET_AKKOORD]]
        yield from bullets(getoond, len(regels) - len(getoond), f"; {_RAPPORT}")

    def _gewijzigd(self) -> Iterator[str]:
        if w := self.toetsing.wijzigingen:
            yield escape(f"{shortened(zinnen.sinds_titel(w), _ZIN)}:")
            regels = zinnen.sinds_regels(w)
            getoond = [shortened(regel, _ZIN) for regel in regels[:_GEWIJZIGD]]
            yield from bullets(getoond, len(regels) - len(getoond), f"; {_RAPPORT}")

    def _taken(self) -> Iterator[str]:
        taken = self.s.taken
        rijen = [
            (
                shortened(t.wie, _CEL),
                str(t.belet or "–"),
                str(t.let_op or "–"),
                str(t.open_vragen or "–"),
                shortened(t.termijn or "–", _CEL) + (" (verstreken)" if t.verstreken else ""),
            )
            for t in taken[:_TAKEN]
        ]
        koppen = ("Wie", "Houdt tegen", "Let op", "Open vragen", "Eerste termijn")
        yield from self._tabel("taken", koppen, rijen, rechts={1, 2, 3})
        if len(taken) > _TAKEN:
            partijen = zinnen.aantal(len(taken) - _TAKEN, "partij", "partijen")
            yield f"En nog {partijen}; {_RAPPORT}."
        if taken:
            yield escape(zinnen.telwijze_zin(self.s))
        if vragen := vragen_op_termijn(self.toetsing):
            yield "De vragen met de eerste termijnen:"
            regels = [f"{v.uiterlijk}, {v.wie or NIEMAND}: {v.vraag}" for v in vragen[:_VRAGEN]]
            rest = self.s.open_vragen - len(regels)
            yield from bullets([shortened(x, _ZIN) for x in regels], rest, f"; {_RAPPORT}")

    def _voorwaarden(self) -> Iterator[str]:
        voorwaarden = self.toetsing.voorwaarden
        if voorwaarden and self.toetsing.voorwaarden_bron:
            yield escape(shortened(f"Volgens {self.toetsing.voorwaarden_bron}:", _ZIN))
        regels = [
            f"{v.code} {v.titel}: {v.staat}" + (f" ({v.toelichting})" if v.toelichting else "")
            for v in voorwaarden
        ]
        getoond = [shortened(regel, _ZIN) for regel in regels[:_VOORWAARDEN]]
        yield from bullets(getoond, len(regels) - len(getoond), f"; {_RAPPORT}")

    def _gevoelig(self) -> Iterator[str]:
        t = self.toetsing
        gegevens = [*t.dossier_gegevens, *(g for p in t.punten for g in p.gegevens)]
        alle = zinnen.aantal(len(gegevens), "gegeven", "gegevens")
        delen = [
            f"{n} {woord}"
            for b, woord in (
                (Bestemming.NOTA, "voor de nota"),
                (Bestemming.INTERN, "alleen intern"),
            )
            if (n := sum(g.bestemming is b for g in gegevens))
        ]
        if delen:
            yield f"Niet in de brief: van {alle} {' en '.join(delen)}. Hier staan alleen aantallen."
        if self.toe.vertrouwelijk:
            yield "Vertrouwelijke antwoorden worden elders bewaard:"
            getoond = [shortened(stuk, _ZIN) for stuk in self.toe.vertrouwelijk[:_STUKKEN]]
            rest = len(self.toe.vertrouwelijk) - len(getoond)
            yield from bullets(getoond, rest, "; zie het dossier")

    def _tabel(
        self, naam: str, koppen: tuple[str, ...], rijen: Sequence[tuple[str, ...]], rechts: set[int]
    ) -> Iterator[str]:
        if rijen:
            self.tabellen[naam] = Tabel("", koppen, tuple(rijen), frozenset(rechts))
            yield f"{MARKER}{naam}{MARKER}"


def _bevinding(bevinding: Bevinding) -> str:
    tekst = shortened(f"{bevinding.ernst.label} {bevinding.code}: {bevinding.tekst}", _ALINEA)
    return f"{tekst} → {shortened(', '.join(bevinding.wie), _CEL)}" if bevinding.wie else tekst
