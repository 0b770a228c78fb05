"""The few ways the program cannot go on, each with the exit code it ends with.

Anything wrong *inside* a record is a finding (`toetsing.Bevinding`), never an exception.
"""

import errno
from enum import IntEnum


class ExitCode(IntEnum):
    """What the shell gets back; with several records the highest code counts."""

    GOED = 0
    BEVINDINGEN = 1
    VERKEERD_GEBRUIK = 2
    INVOER_ONTOEGANKELIJK = 3
    GEREEDSCHAP_ONTBREEKT = 4
    UITVOER_MISLUKT = 5
    PROGRAMMAFOUT = 70


class ToetsingskaderError(Exception):
    """A stop with a Dutch sentence for the user: what happened and what to do about it."""

    exit_code = ExitCode.PROGRAMMAFOUT


class UsageError(ToetsingskaderError):
    """The command was given something it cannot use."""

    exit_code = ExitCode.VERKEERD_GEBRUIK


class InputError(ToetsingskaderError):
    """A folder or file of the record cannot be opened."""

    exit_code = ExitCode.INVOER_ONTOEGANKELIJK


class ToolError(ToetsingskaderError):
    """A bundled tool (pandoc, typst, a font, a template) is missing or does not work."""

    exit_code = ExitCode.GEREEDSCHAP_ONTBREEKT


class OutputError(ToetsingskaderError):
    """A result cannot be written."""

    exit_code = ExitCode.UITVOER_MISLUKT


_REASONS = {
    errno.ENOENT: "bestaat niet",
    errno.EACCES: "geen toestemming",
    errno.EPERM: "geen toestemming",
    errno.EISDIR: "het is een map",
    errno.EEXIST: "er staat al iets met die naam",
    errno.ENOTDIR: "er staat een bestand waar een map hoort",
    errno.ENOSPC: "de schijf is vol",
    errno.EROFS: "de schijf is alleen te lezen",
    errno.ELOOP: "de koppeling leidt naar zichzelf",
    errno.ENAMETOOLONG: "de naam is te lang",
}


CANNOT_WRITE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""Why writing to a file or screen that was open already may fail."""


def reason(error: OSError) -> str:
    """Why the system refused, in Dutch."""
    return _REASONS.get(error.errno or 0, f"foutcode {error.errno}")


def explain(error: Exception) -> str:
    """What to tell the user about any error, for work that goes on after it."""
    if isinstance(error, ToetsingskaderError):
        return str(error)
    if isinstance(error, OSError):
        where = (
            f"'{error.filename}' kan niet worden gelezen of geschreven" if error.filename else ""
        )
        return f"{where or 'Het lezen of schrijven mislukte'} ({reason(error)})."
    return bug(error)


def bug(error: Exception) -> str:
    """What to tell the user about an error that nobody foresaw."""
    return (
        "Dit is een fout in het programma, niet in uw dossier; er is niets aan uw bestanden "
        f"veranderd. Meld deze regel aan de beheerder: {type(error).__name__}: {error}"
    )
