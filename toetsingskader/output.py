"""Writing results: all files of one record appear together, or the earlier ones stay."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from toetsingskader.errors import OutputError, reason


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file beside its place first, and only then put them there.

    Raises OutputError; whatever was there before is then there still.
    """
    ready: dict[Path, Path] = {}
    replaced: list[tuple[Path, Path | None]] = []
    current = Path()
    try:
        for target, content in files.items():
            current = target
            target.parent.mkdir(parents=True, exist_ok=True)
            ready[target] = _write_beside(target, content)
        for target, temporary in ready.items():
            current = target
            replaced.append((target, _set_aside(target)))
            temporary.replace(target)
    except OSError as error:
        _undo(replaced, ready)
        raise OutputError(
            f"'{current}' kan niet worden geschreven ({reason(error)}). Is het bestand nog open in "
            "een ander programma, of mag u in deze map niet schrijven?"
        ) from error
    for _, earlier in replaced:
        if earlier:
            earlier.unlink()


def add_folder(target: Path, files: Mapping[str, bytes | Path]) -> None:
    """A new folder with exactly these files; it appears whole or not at all.

    Raises OutputError, also when something is there already: that is left as it is.
    """
    _write_folder(target, files, _put)


def write_folder(target: Path, files: Mapping[str, bytes | Path]) -> None:
    """A folder with exactly these files, by their path in it; it appears whole or not at all.

    A file that is given as a path is copied, however large it is.

    Raises OutputError; whatever was there before is then there still.
    """
    _write_folder(target, files, _replace_folder)


def _write_folder(
    target: Path, files: Mapping[str, bytes | Path], place: Callable[[Path, Path], None]
) -> None:
    ready: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        ready = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        ready.chmod(0o755)
        for name, content in files.items():
            path = ready / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, Path):
                shutil.copyfile(content, path)
            else:
                path.write_bytes(content)
        place(target, ready)
    except OSError as error:
        if ready:
            shutil.rmtree(ready, ignore_errors=True)
        raise OutputError(
            f"De map '{target}' kan niet worden geschreven ({reason(error)}). Is er nog een "
            "bestand uit open in een ander programma, of mag u hier niet schrijven?"
        ) from error


def _put(target: Path, ready: Path) -> None:
    """Put the new folder where nothing is yet."""
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, "", str(target))
    ready.rename(target)


def _replace_folder(target: Path, ready: Path) -> None:
    """Put the new folder in the place of an earlier one, which comes back when that fails."""
    if target.exists() and not target.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "", str(target))
    earlier = ready.with_name(f"{ready.name}.eerder") if target.exists() else None
    if earlier:
        target.rename(earlier)
    try:
        ready.rename(target)
    except OSError:
        if earlier:
            earlier.rename(target)
        raise
    if earlier:
        shutil.rmtree(earlier, ignore_errors=True)


def _write_beside(target: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        path.chmod(0o644)
    except OSError:
        # On a full disk half a file would take what room is left.
        path.unlink(missing_ok=True)
        raise
    return path


def _set_aside(target: Path) -> Path | None:
    """Move an earlier file out of the way, so that it can come back."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "", str(target))
    if not target.exists():
        return None
    earlier = target.with_name(f".{target.name}.eerder")
    target.replace(earlier)
    return earlier


def _undo(replaced: list[tuple[Path, Path | None]], ready: Mapping[Path, Path]) -> None:
    for target, earlier in replaced:
        with suppress(OSError):
            if earlier:
                earlier.replace(target)
            else:
                target.unlink(missing_ok=True)
    for temporary in ready.values():
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
