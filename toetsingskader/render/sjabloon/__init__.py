"""Checks a Word template of the letter before anything is made of it, and what comes out of it."""

from toetsingskader.document import BRIEF, Briefhoofd, Vorm
from toetsingskader.render.sjabloon.delen import open_parts
from toetsingskader.render.sjabloon.pakket import check_package
from toetsingskader.render.sjabloon.stijlen import check_styles
from toetsingskader.render.sjabloon.uitkomst import check_result, check_values
from toetsingskader.render.sjabloon.velden import check_fields
from toetsingskader.sjablonen import Gebrek


def check_template(data: bytes, vorm: Vorm = BRIEF) -> list[Gebrek]:
    """What is wrong in a Word template; raises ValueError when it is no Word document."""
    delen = open_parts(data)
    found = (
        *check_package(delen),
        *check_result(delen),
        *check_fields(delen, vorm),
        *check_styles(delen),
    )
    return list(dict.fromkeys(found))  # a text box stands in the file twice


def check_letter(data: bytes, hoofd: Briefhoofd | None = None) -> list[Gebrek]:
    """What is wrong in a letter; with its letterhead also what is lost or left over."""
    delen = open_parts(data)
    return [*check_result(delen), *(check_values(delen, hoofd) if hoofd else ())]


__all__ = ["check_letter", "check_template"]
