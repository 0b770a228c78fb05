"""`python -m toetsingskader`, and what the command on the path starts."""

import gc
import sys
from typing import NoReturn

# The process is short and what it makes is needed until the end; looking for garbage in between
# cost an eighth of `toets`. Before the imports, which make most objects of all.
gc.disable()

from toetsingskader.cli import main  # noqa: E402


def run(argumenten: list[str] | None = None) -> NoReturn:
    """Do what the command line asks and leave with its exit code."""
    code = main(argumenten)
    # Leaving looks for garbage once more, which took a sixth of `toets`; frozen objects are not.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    run()
