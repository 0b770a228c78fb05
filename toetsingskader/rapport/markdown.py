"""The report as Markdown that may be pasted under a merge request.

Data is inert there too: no markup, no links, nobody is mentioned, no quick action runs. Only the
`<details>` around each point is raw HTML, and it is ours.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum

from toetsingskader.rapport import parafen, zinnen
from toetsingskader.rapport.inert import inert_toetsing
from toetsingskader.rapport.markdown_tekens import NIETS, entities, escape, lijst, tabel
from toetsingskader.rapport.samenvatting import Pijler, Samenvatting, eigen_bevindingen, vat_samen
from toetsingskader.toetsing import Bevinding, Ernst, Gegeven, Puntverslag, Toetsing

HOOGSTENS = 65_000
"""Characters; platforms refuse comments longer than 65,536. Beyond this, parts are left out."""


class Omvang(IntEnum):
    """How much the report says about each point."""

    ZONDER_PUNTEN = 0
    ZONDER_GEGEVENS = 1
    ZONDER_TEKST = 2
    VOLLEDIG = 3

    @property
    def weggelaten(self) -> str:
        """What is left out, with its verb; empty when nothing is."""
        return (
            "De vragen, de tekst en de gegevens per punt zijn",
            "De tekst en de gegevens per punt zijn",
            "De tekst per punt is",
            "",
        )[self]


def markdown(toetsing: Toetsing) -> str:
    """The report, as much of it as fits in a comment; what is left out is named."""
    veilig = inert_toetsing(toetsing)
    tekst = ""
    for omvang in reversed(Omvang):
        tekst = _render(veilig, omvang)
        if len(tekst) <= HOOGSTENS:
            break
    return tekst


def _render(toetsing: Toetsing, omvang: Omvang) -> str:
    s = vat_samen(toetsing)
    delen: tuple[Iterable[str], ...] = (
        _kop(toetsing),
        _stand(toetsing, s, omvang),
        _wijzigingen(toetsing),
        _taken(s),
        _parafen(toetsing, s),
        _voorwaarden(toetsing),
        _opties(toetsing),
        *(_pijler(pijler) for pijler in s.pijlers),
        _bevindingen(s),
        _punten(toetsing, s, omvang),
        _kanttekeningen(toetsing),
        _niet_beoordeeld(toetsing),
        _dossier(toetsing),
    )
    blokken = [blok for deel in delen for blok in deel]
    return "\n\n".join(blokken) + "\n"


def _kop(toetsing: Toetsing) -> Iterator[str]:
    yield f"> **{escape(toetsing.waarschuwing)}**"
    if toetsing.fictief:
        yield f"**{escape(zinnen.FICTIEF)}**"
    yield f"# Volledigheid: {escape(toetsing.titel)}"
    yield lijst(
        f"Soort brief: {escape(toetsing.briefsoort)}",
        *(f"{naam}: {escape(waarde)}" for naam, waarde in zinnen.kenmerken(toetsing)),
        f"Peildatum: {escape(toetsing.peildatum)}",
        f"Stand van het besluit: {escape(toetsing.uitkomst)}",
        f"Regelsets: {escape(', '.join(toetsing.regelsets) or 'geen')}",
        f"Map: {escape(toetsing.map)}",
        *((f"Optie: {escape(toetsing.optie)}",) if toetsing.optie else ()),
    )


def _stand(toetsing: Toetsing, s: Samenvatting, omvang: Omvang) -> Iterator[str]:
    yield "## Stand"
    verstreken = f", waarvan {s.verstreken_vragen} verstreken" if s.verstreken_vragen else ""
    regels = [
        f"**{s.punten.zin}** ({s.niet_van_toepassing} niet van toepassing, "
        f"{s.niet_gevraagd} niet gevraagd)",
        f"**{s.vragen.zin}**; "
        f"{zinnen.aantal(s.open_vragen, 'open vraag', 'open vragen')}{verstreken}",
        f"Bevindingen: {zinnen.tel_ernst(toetsing.bevindingen)}",
    ]
    if s.volgens_bron:
        regels.append(
            f"Van de tegenstrijdige is {s.volgens_bron} alleen het oordeel van een publicatie"
        )
    regels.append(parafen.sentence(s).removesuffix("."))
    regels += [f"**{escape(parafen.refusal(stand))}**" for stand in s.niet_akkoord]
    regels += [escape(parafen.voided(stand)) for stand in s.vervallen]
    yield lijst(*regels)
    yield f"**{zinnen.belet_zin(s)}** {zinnen.GEEN_OORDEEL}"
    if s.belet_voorop:
        yield lijst(*map(_bevinding, s.belet_voorop))
    if s.ontbreekt_per_punt:
        tellingen = (f"{escape(t.titel)} {t.aantal}" for t in s.ontbreekt_per_punt)
        yield f"Er ontbreekt nog iets bij: {', '.join(tellingen)}."
    if s.buiten_brief and omvang > Omvang.ZONDER_GEGEVENS:
        yield zinnen.buiten_brief_zin(s)


def _wijzigingen(toetsing: Toetsing) -> Iterator[str]:
    if w := toetsing.wijzigingen:
        yield f"### {escape(zinnen.sinds_titel(w))}"
        yield lijst(*map(escape, zinnen.sinds_regels(w)))


def _taken(s: Samenvatting) -> Iterator[str]:
    if not s.taken:
        return
    yield "### Wie is aan zet"
    yield tabel(
        ("Wie", "Houdt tegen", "Let op", "Open vragen", "Eerste termijn"),
        [
            (
                taak.wie,
                str(taak.belet or NIETS),
                str(taak.let_op or NIETS),
                str(taak.open_vragen or NIETS),
                (taak.termijn or NIETS) + (" (verstreken)" if taak.verstreken else ""),
            )
            for taak in s.taken
        ],
    )
    yield zinnen.telwijze_zin(s)


def _parafen(toetsing: Toetsing, s: Samenvatting) -> Iterator[str]:
    if s.parafen_geregistreerd:
        yield f"## Parafen: {s.parafen.zin}"
        rest = escape(parafen.untouched(toetsing.parafen))
        yield f"{parafen.DMS} {rest}".rstrip()
        yield tabel(parafen.KOPPEN, parafen.rows(toetsing.parafen))


def _voorwaarden(toetsing: Toetsing) -> Iterator[str]:
    if not toetsing.voorwaarden:
        return
    yield "## Minimale voorwaarden"
    if toetsing.voorwaarden_bron:
        yield f"Volgens {escape(toetsing.voorwaarden_bron)}."
    breedte = 4 if zinnen.eigen_vindplaatsen(toetsing) else 3
    yield tabel(
        ("Voorwaarde", "In dit dossier", "Toelichting", "Vindplaats")[:breedte],
        [
            (f"{v.code} {v.titel}", v.staat, v.toelichting, v.bron)[:breedte]
            for v in toetsing.voorwaarden
        ],
    )


def _opties(toetsing: Toetsing) -> Iterator[str]:
    if toetsing.opties:
        yield "## Opties naast elkaar"
        yield tabel(("Aspect", *map(escape, toetsing.opties.titels)), toetsing.opties.rijen)


def _pijler(pijler: Pijler) -> Iterator[str]:
    yield f"## {escape(pijler.titel)}: {pijler.ingevuld.zin}"
    yield tabel(
        ("Punt", "Herkomst", "Toestand", "Vereiste vragen", "Bevindingen"),
        [
            (
                p.titel,
                zinnen.herkomst(p),
                zinnen.toestand(p),
                zinnen.antwoorden(p),
                zinnen.tel_ernst(p.bevindingen, NIETS),
            )
            for p in pijler.punten
        ],
    )


def _bevindingen(s: Samenvatting) -> Iterator[str]:
    yield "## Bevindingen"
    if not s.open and not s.aanvaard:
        yield "Er zijn geen bevindingen."
    for ernst in Ernst:
        groep = [b for b in s.open if b.ernst is ernst]
        if groep:
            yield f"### {ernst.label.capitalize()}: {len(groep)}"
            yield lijst(*map(_bevinding_voluit, groep))
    if s.aanvaard:
        yield f"### Aanvaard met reden: {len(s.aanvaard)}"
        yield lijst(*map(_bevinding_voluit, s.aanvaard))


def _punten(toetsing: Toetsing, s: Samenvatting, omvang: Omvang) -> Iterator[str]:
    if s.pijlers:
        yield "## Punt voor punt"
    if s.pijlers and (wat := omvang.weggelaten):
        yield f"{wat} hier weggelaten, omdat dit verslag anders te lang wordt."
    if omvang is Omvang.ZONDER_PUNTEN:
        return
    for pijler in s.pijlers:
        for p in pijler.punten:
            yield f"<details>\n<summary>{_summary(p)}</summary>"
            yield from _punt(p, toetsing.peildatum, omvang)
            yield "</details>"


def _summary(punt: Puntverslag) -> str:
    return f"{entities(punt.titel)}: {zinnen.toestand(punt)}, {zinnen.antwoorden(punt)}"


def _punt(punt: Puntverslag, peildatum: str, omvang: Omvang) -> Iterator[str]:
    yield f"*{escape(punt.vraag)}*" if punt.vraag else "Zonder vraag."
    regels = [
        f"Opsteller: {escape(punt.eigenaar)}",
        f"Bestand: {escape(punt.bestand)}",
        f"Herkomst: {escape(zinnen.herkomst(punt))}",
        f"Tekst voor de brief: {zinnen.tekst_zin(punt)}",
    ]
    if punt.nvt_reden:
        regels.append(f"Niet van toepassing: {escape(punt.nvt_reden)}")
    regels += [f"Open vraag: {escape(zinnen.open_vraag(v))}" for v in punt.open_vragen]
    regels += [f"Nog niet bekend: {escape(label)}" for label in punt.onbekend]
    regels += [_bevinding(b) for b in eigen_bevindingen(punt)]
    yield lijst(*regels)
    if punt.tekst and omvang > Omvang.ZONDER_TEKST:
        yield "\n>\n".join(f"> {escape(alinea)}" for alinea in punt.tekst)
    if punt.gegevens and omvang > Omvang.ZONDER_GEGEVENS:
        yield _gegevens(punt.gegevens, peildatum)


def _kanttekeningen(toetsing: Toetsing) -> Iterator[str]:
    regels = zinnen.kanttekeningen(toetsing)
    if regels:
        yield f"## {zinnen.KANTTEKENINGEN}"
        yield lijst(*map(escape, regels))


def _niet_beoordeeld(toetsing: Toetsing) -> Iterator[str]:
    if toetsing.niet_beoordeeld:
        yield "## Niet beoordeeld"
        yield lijst(*(f"{escape(n.code)}: {escape(n.zin)}" for n in toetsing.niet_beoordeeld))


def _dossier(toetsing: Toetsing) -> Iterator[str]:
    if toetsing.dossier_gegevens:
        yield "## Gegevens van het dossier"
        yield _gegevens(toetsing.dossier_gegevens, toetsing.peildatum)


def _bevinding(b: Bevinding) -> str:
    wie = f" → {escape(', '.join(b.wie))}" if b.wie else ""
    aanvaard = " (aanvaard)" if b.aanvaard else ""
    return f"**{b.ernst.label}** {escape(b.code)}{aanvaard}: {escape(b.tekst)}{wie}"


def _bevinding_voluit(b: Bevinding) -> str:
    delen = [escape(str(b.plaats))]
    if b.maatstaf:
        delen.append(f"maatstaf: {b.maatstaf.value} ({b.maatstaf.uitleg})")
    if b.veld:
        delen.append(f"veld: {escape(b.veld)}")
    if b.bron:
        delen.append(f"bron: {escape(b.bron)}")
    if b.aanvaard:
        delen.append(escape(zinnen.aanvaarding(b.aanvaard)))
    return f"{_bevinding(b)}<br>{' · '.join(delen)}"


def _gegevens(gegevens: Sequence[Gegeven], peildatum: str) -> str:
    return tabel(
        ("Gegeven", "Waarde", "Bron", "Datum", "Bestemming"),
        [
            (
                g.label,
                f"{g.waarde} ({g.toelichting})" if g.toelichting else g.waarde,
                zinnen.bron(g),
                zinnen.datum(g, peildatum),
                g.bestemming.value,
            )
            for g in gegevens
        ],
    )
