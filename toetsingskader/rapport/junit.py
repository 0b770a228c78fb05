"""The result as JUnit XML, for the test report of a build: a suite per record, a case per point.

A case fails on what makes `toets` give 1, and with `streng` also on what is missing. A point that
is not complete is skipped with its count: that it "passed" would read as a verdict.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from toetsingskader.rapport import zinnen
from toetsingskader.rapport.inert import inert_toetsing
from toetsingskader.rapport.samenvatting import vat_samen
from toetsingskader.toetsing import Bevinding, Puntverslag, Toestand, Toetsing

DOSSIER = "Dossier"
"""The case of everything that belongs to no point."""


def junit(toetsingen: Sequence[Toetsing], *, streng: bool = False) -> str:
    """The suites of all records as indented XML."""
    root = Element("testsuites", name="toetsingskader")
    for nummer, toetsing in enumerate(toetsingen):
        root.append(_suite(inert_toetsing(toetsing), nummer, streng))
    for wat in ("tests", "failures", "errors"):
        root.set(wat, str(sum(int(suite.get(wat, "0")) for suite in root)))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(toetsing: Toetsing, nummer: int, streng: bool) -> Element:
    suite = Element("testsuite", name=toetsing.slug, id=str(nummer))
    properties = SubElement(suite, "properties")
    for naam, waarde in _properties(toetsing).items():
        SubElement(properties, "property", name=naam, value=waarde)
    bekend = {p.sleutel for p in toetsing.punten}
    overig = [b for b in toetsing.bevindingen if b.punt not in bekend]
    suite.append(_case(DOSSIER, f"{toetsing.slug}.dossier", overig, "", streng))
    for p in toetsing.punten:
        name = f"{toetsing.slug}.{p.pijler}"
        suite.append(_case(p.titel, name, p.bevindingen, _skipped(p), streng))
    cases = suite.findall("testcase")
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(c.find("failure") is not None for c in cases)))
    suite.set("errors", "0")
    suite.set("skipped", str(sum(c.find("skipped") is not None for c in cases)))
    says = [toetsing.waarschuwing, zinnen.GEEN_OORDEEL]
    says += [f"Niet beoordeeld: {n.code}: {n.zin}" for n in toetsing.niet_beoordeeld]
    SubElement(suite, "system-out").text = "\n".join(says)
    return suite


def _properties(toetsing: Toetsing) -> dict[str, str]:
    s = vat_samen(toetsing)
    return {
        "titel": toetsing.titel,
        "fictief": "ja" if toetsing.fictief else "nee",
        "briefsoort": toetsing.briefsoort,
        "optie": toetsing.optie,
        "peildatum": toetsing.peildatum,
        "stand van het besluit": toetsing.uitkomst,
        "punten": s.punten.zin,
        "vragen": s.vragen.zin,
        "bevindingen": zinnen.tel_ernst(toetsing.bevindingen),
    }


def _skipped(punt: Puntverslag) -> str:
    """Why a point says nothing; empty when it is complete."""
    if not punt.gevraagd:
        return "Niet gevraagd voor deze soort brief."
    if punt.toestand is Toestand.NIET_VAN_TOEPASSING:
        return f"Niet van toepassing: {punt.nvt_reden or 'zonder reden'}"
    if punt.toestand is Toestand.INGEVULD:
        return ""
    return (
        f"Nog niet ingevuld ({punt.toestand.value}): {zinnen.antwoorden(punt)} vereiste vragen "
        f"beantwoord; bevindingen: {zinnen.tel_ernst(punt.bevindingen)}."
    )


def _case(
    naam: str, klasse: str, bevindingen: Sequence[Bevinding], skipped: str, streng: bool
) -> Element:
    case = Element("testcase", name=naam, classname=klasse)
    wrong = [b for b in bevindingen if b.breekt or (streng and b.belet)]
    if wrong:
        message = zinnen.tel_ernst(wrong)
        kinds = ",".join(dict.fromkeys(b.ernst.value for b in wrong))
        failure = SubElement(case, "failure", type=kinds, message=message)
        failure.text = "\n".join(map(str, wrong))
    elif skipped or any(b.belet for b in bevindingen):
        reason = skipped or f"Nog niet volledig; bevindingen: {zinnen.tel_ernst(bevindingen)}."
        SubElement(case, "skipped").text = reason
    if bevindingen:
        SubElement(case, "system-out").text = "\n".join(map(_line, bevindingen))
    return case


def _line(bevinding: Bevinding) -> str:
    aanvaard = bevinding.aanvaard
    return f"{bevinding} ({zinnen.aanvaarding(aanvaard)})" if aanvaard else str(bevinding)
