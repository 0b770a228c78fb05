"""The report for a terminal: plain text of at most 80 columns, in colour when asked."""

from collections.abc import Iterable, Iterator

from toetsingskader.rapport import parafen, zinnen
from toetsingskader.rapport.inert import inert_toetsing
from toetsingskader.rapport.kolommen import BREEDTE, Kolom, afbreken, kleuren, tabel
from toetsingskader.rapport.punt_voor_punt import NAAR_MEER, punt_voor_punt
from toetsingskader.rapport.samenvatting import Pijler, Samenvatting, Taak, vat_samen
from toetsingskader.toetsing import Bevinding, Ernst, Herkomst, Puntverslag, Toetsing

_STIJL = {
    Ernst.ONGELDIG: "rood",
    Ernst.TEGENSTRIJDIG: "rood",
    Ernst.ONTBREEKT: "vet",
    Ernst.LET_OP: "geel",
    Ernst.TER_INFORMATIE: "grijs",
}
_PUNTKOLOMMEN = (
    Kolom("Punt", 26),
    Kolom("Nr.", 4),
    Kolom("Toestand", 14),
    Kolom("Antwoorden", 10),
    Kolom("Bevindingen", 16),
)
_TAAKKOLOMMEN = (
    Kolom("Wie", 25),
    Kolom("Houdt tegen", 11, rechts=True),
    Kolom("Let op", 6, rechts=True),
    Kolom("Open vragen", 11, rechts=True),
    Kolom("Eerste termijn", 17),
)
_PARAAFKOLOMMEN = tuple(map(Kolom, parafen.KOPPEN, (20, 21, 12, 21)))
_ASPECT, _SMALST = 14, 16
"""Widths in the table of options: of its first column, and at least of each option."""
_LEGENDA = (
    "Nr.: nummer in het Toetsingskader 2014; a = aanvulling; * = niet geverifieerd. "
    "Antwoorden: van de vereiste vragen; onbekend telt als antwoord."
)


def tekst(toetsing: Toetsing, *, kleur: bool = False, voluit: bool = False) -> str:
    """The report as plain text; `kleur` adds terminal colours, `voluit` each point in full."""
    veilig = inert_toetsing(toetsing)
    s = vat_samen(veilig)
    delen = (
        _kop(veilig, kleur),
        _stand(veilig, s, kleur),
        _wijzigingen(veilig, kleur),
        _taken(s, kleur),
        _parafen(veilig, s, kleur),
        _voorwaarden(veilig, kleur),
        _opties(veilig, kleur),
        _pijlers(s, kleur, voluit),
        *(punt_voor_punt(veilig, kleur=kleur) if voluit else ()),
        _bevindingen(veilig, s, kleur),
        _kanttekeningen(veilig, kleur),
        _niet_beoordeeld(veilig, kleur),
    )
    return "\n\n".join("\n".join(deel) for deel in map(list, delen) if deel) + "\n"


def _kop(toetsing: Toetsing, kleur: bool) -> Iterator[str]:
    yield from afbreken(toetsing.waarschuwing)
    if toetsing.fictief:
        yield from _stijl(afbreken(zinnen.FICTIEF), "vet", kleur)
    yield ""
    titel = afbreken(f"Volledigheid: {toetsing.titel}")
    yield from _stijl(titel, "vet", kleur)
    yield "═" * max(map(len, titel))
    for naam, waarde in (
        ("Soort brief", toetsing.briefsoort),
        *((naam, waarde) for naam, waarde in zinnen.kenmerken(toetsing)),
        ("Peildatum", toetsing.peildatum),
        ("Stand besluit", toetsing.uitkomst),
        ("Regelsets", ", ".join(toetsing.regelsets) or "geen"),
        ("Map", toetsing.map),
        ("Optie", toetsing.optie),
    ):
        if naam == "Optie" and not waarde:
            continue
        yield from afbreken(waarde, eerste=f"{naam:<18}")


def _stand(toetsing: Toetsing, s: Samenvatting, kleur: bool) -> Iterator[str]:
    yield from _titel("Stand", kleur)
    buiten = f"{s.niet_van_toepassing} niet van toepassing, {s.niet_gevraagd} niet gevraagd"
    yield from _regel(f"{s.punten.zin} ({buiten})")
    yield from _regel(s.vragen.zin)
    verstreken = f", waarvan {s.verstreken_vragen} verstreken" if s.verstreken_vragen else ""
    yield from _regel(zinnen.aantal(s.open_vragen, "open vraag", "open vragen") + verstreken)
    yield from _regel(f"bevindingen: {zinnen.tel_ernst(toetsing.bevindingen)}")
    if s.volgens_bron:
        yield from _regel(
            f"van de tegenstrijdige is {s.volgens_bron} alleen het oordeel van een publicatie"
        )
    yield from _regel(parafen.sentence(s).removesuffix("."))
    for stand in s.niet_akkoord:
        yield from _stijl(_regel(parafen.refusal(stand)), "rood", kleur)
    for stand in s.vervallen:
        yield from _regel(parafen.voided(stand))
    yield ""
    yield from afbreken(zinnen.belet_zin(s))
    yield from afbreken(zinnen.GEEN_OORDEEL)


def _wijzigingen(toetsing: Toetsing, kleur: bool) -> Iterator[str]:
    if w := toetsing.wijzigingen:
        yield from _titel(zinnen.sinds_titel(w), kleur)
        for regel in zinnen.sinds_regels(w):
            yield from _regel(regel)


def _taken(s: Samenvatting, kleur: bool) -> Iterator[str]:
    if not s.taken:
        return
    yield from _titel("Wie is aan zet", kleur)
    yield from tabel(_TAAKKOLOMMEN, [_taakrij(taak) for taak in s.taken], "")
    yield from afbreken(zinnen.telwijze_zin(s))


def _taakrij(taak: Taak) -> tuple[str, ...]:
    getallen = (str(n or "–") for n in (taak.belet, taak.let_op, taak.open_vragen))
    return (taak.wie, *getallen, taak.termijn + (" (verstreken)" if taak.verstreken else ""))


def _parafen(toetsing: Toetsing, s: Samenvatting, kleur: bool) -> Iterator[str]:
    if not s.parafen_geregistreerd:
        return
    yield from _titel(f"Parafen: {s.parafen.zin}", kleur)
    yield from afbreken(parafen.DMS)
    yield from tabel(_PARAAFKOLOMMEN, parafen.rows(toetsing.parafen), "")
    if rest := parafen.untouched(toetsing.parafen):
        yield from afbreken(rest)


def _voorwaarden(toetsing: Toetsing, kleur: bool) -> Iterator[str]:
    if not toetsing.voorwaarden:
        return
    yield from _titel("Minimale voorwaarden", kleur)
    if toetsing.voorwaarden_bron:
        yield from afbreken(f"Volgens {toetsing.voorwaarden_bron}")
    for v in toetsing.voorwaarden:
        toelichting = f" ({v.toelichting.removesuffix('.')})" if v.toelichting else ""
        yield from _regel(f"{v.code} {v.titel}: {v.staat}{toelichting}")


def _opties(toetsing: Toetsing, kleur: bool) -> Iterator[str]:
    """Side by side while that fits; else one after the other."""
    opties = toetsing.opties
    if not opties:
        return
    yield from _titel("Opties naast elkaar", kleur)
    breedte = (BREEDTE - _ASPECT) // len(opties.titels) - 2
    if breedte >= _SMALST:
        kolommen = [Kolom("", _ASPECT), *(Kolom(t, breedte) for t in opties.titels)]
        yield from tabel(kolommen, opties.rijen, "")
        return
    for i, titel in enumerate(opties.titels, 1):
        yield from afbreken(titel)
        for rij in opties.rijen:
            yield from _regel(f"{rij[0]}: {rij[i] or '–'}")


def _pijlers(s: Samenvatting, kleur: bool, voluit: bool) -> Iterator[str]:
    for pijler in s.pijlers:
        yield from _titel(f"{pijler.titel}: {pijler.ingevuld.zin}", kleur)
        yield from tabel(_PUNTKOLOMMEN, _puntrijen(pijler), "")
        yield ""
    if s.pijlers:
        yield from afbreken(_LEGENDA)
    if s.pijlers and not voluit:
        yield from afbreken(NAAR_MEER)


def _puntrijen(pijler: Pijler) -> list[tuple[str, ...]]:
    return [
        (
            p.titel,
            _nummer(p),
            zinnen.toestand(p),
            zinnen.antwoorden(p),
            zinnen.tel_ernst(p.bevindingen, "–"),
        )
        for p in pijler.punten
    ]


def _nummer(punt: Puntverslag) -> str:
    nummer = punt.nummer if punt.herkomst is Herkomst.TOETSINGSKADER else "a"
    return nummer if punt.geverifieerd else f"{nummer}*"


def _bevindingen(toetsing: Toetsing, s: Samenvatting, kleur: bool) -> Iterator[str]:
    yield from _titel("Bevindingen", kleur)
    if not toetsing.bevindingen:
        yield "Geen bevindingen."
    for b in toetsing.bevindingen:
        if b.aanvaard is None:
            yield from _stijl(_bevinding(b), _STIJL[b.ernst], kleur, eerste_alleen=True)
    if not s.aanvaard:
        return
    yield ""
    yield from _titel("Aanvaard met reden", kleur)
    for b in s.aanvaard:
        yield from _bevinding(b)
        if b.aanvaard:
            yield from afbreken(zinnen.aanvaarding(b.aanvaard), eerste="    ")


def _bevinding(bevinding: Bevinding) -> list[str]:
    return afbreken(str(bevinding), vervolg="    ")


def _kanttekeningen(toetsing: Toetsing, kleur: bool) -> Iterator[str]:
    regels = zinnen.kanttekeningen(toetsing)
    if regels:
        yield from _titel(zinnen.KANTTEKENINGEN, kleur)
    for regel in regels:
        yield from _regel(regel)


def _niet_beoordeeld(toetsing: Toetsing, kleur: bool) -> Iterator[str]:
    if not toetsing.niet_beoordeeld:
        return
    yield from _titel("Niet beoordeeld", kleur)
    for regel in toetsing.niet_beoordeeld:
        yield from afbreken(f"{regel.code}: {regel.zin}", vervolg="    ")


def _titel(text: str, kleur: bool) -> Iterable[str]:
    return _stijl(afbreken(text), "vet", kleur)


def _regel(text: str) -> list[str]:
    return afbreken(text, eerste="  - ")


def _stijl(
    regels: list[str], stijl: str, kleur: bool, *, eerste_alleen: bool = False
) -> Iterator[str]:
    for i, regel in enumerate(regels):
        yield regel if eerste_alleen and i else kleuren(regel, stijl, kleur)
