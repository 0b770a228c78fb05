"""The words of CSL 1.0.2, the form of bronnen.yaml, as the citation processor knows them."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


SOORTEN = _words("""
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
    hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
    paper-conference patent performance periodical personal_communication post post-weblog
    regulation report review review-book software song speech standard thesis treaty webpage
""")
"""What may stand under `type`."""

NAMEN = _words("""
    author chair collection-editor compiler composer container-author contributor curator director
    editor editor-translator editorial-director executive-producer guest host illustrator
    interviewer narrator organizer original-author performer producer recipient reviewed-author
    script-writer series-creator translator
""")
"""Fields that hold persons and organisations."""

VELDEN = NAMEN + _words("""
    id type custom abstract annote archive archive-place archive_collection archive_location
    authority call-number categories chapter-number citation-key citation-label citation-number
    collection-number collection-title container-title container-title-short dimensions division
    DOI edition event event-place event-title first-reference-note-number genre ISBN ISSN issue
    journalAbbreviation jurisdiction keyword language license locator medium note number
    number-of-pages number-of-volumes original-publisher original-publisher-place original-title
    page page-first part-number part-title PMCID PMID printing-number publisher publisher-place
    references reviewed-genre reviewed-title scale section shortTitle source status
    supplement-number title title-short URL version volume volume-title volume-title-short
    year-suffix accessed available-date event-date issued original-date submitted
""")
"""Every field a source may have."""

GEBRUIKT = _words("""
    id type title title-short author issued accessed URL number container-title publisher
    publisher-place volume issue genre note custom
""")
"""The fields that end up in a letter; a name that is nearly one of these is a slip."""

DELEN_VAN_NAAM = _words("""
    family given literal suffix dropping-particle non-dropping-particle comma-suffix
    static-ordering parse-names
""")
"""What a person or organisation is made of."""
