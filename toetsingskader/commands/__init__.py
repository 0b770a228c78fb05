"""Each command as its steps in order, a module each; reads records, writes results, prints nothing.

What the command line calls stands here by name.
"""

from toetsingskader.commands.beoordelingen import all_records, find_record, one_record, worst
from toetsingskader.commands.bron import (
    Toegevoegd,
    add_paper,
    check_absent,
    read_day,
    read_paper,
    read_title,
)
from toetsingskader.commands.maak import Gemaakt, make
from toetsingskader.commands.migreer import Gemigreerd, migrate
from toetsingskader.commands.naslag import reference
from toetsingskader.commands.sjabloon import (
    Gecontroleerd,
    check_templates,
    require_templates,
)
from toetsingskader.commands.toets import (
    Getoetst,
    assess,
    exit_code,
    format_for,
    report,
    write_report,
)

__all__ = [
    "Gecontroleerd",
    "Gemaakt",
    "Gemigreerd",
    "Getoetst",
    "Toegevoegd",
    "add_paper",
    "all_records",
    "assess",
    "check_absent",
    "check_templates",
    "exit_code",
    "find_record",
    "format_for",
    "make",
    "migrate",
    "one_record",
    "read_day",
    "read_paper",
    "read_title",
    "reference",
    "report",
    "require_templates",
    "worst",
    "write_report",
]
