"""The kinds of letter by name, where the framework has a capital for each."""

from toetsingskader.kader.veld import Briefsoort


def letters(capitals: str) -> str:
    """The letters these capitals stand for; all of them when there is none or every one."""
    wanted = {c for c in capitals if c.isalpha()}
    if not wanted or wanted == {soort.letter for soort in Briefsoort}:
        return "alle brieven"
    return ", ".join(soort.label for soort in Briefsoort if soort.letter in wanted)
