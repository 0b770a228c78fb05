"""Git for tests: what a secretary does with a record."""

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody fictitious; gives what it prints."""
    identity = ("-c", "user.name=Test", "-c", "user.email=test@voorbeeld.nl")
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def commit(here: Path) -> str:
    """Commit all records as they are; gives the number of the commit."""
    git(here, "add", "--all", "assessments")
    git(here, "commit", "--quiet", "--allow-empty", "--message", "x")
    return git(here, "rev-parse", "HEAD")


def name_version(here: Path, number: int, name: str, slug: str = "dossier") -> None:
    """Give the last commit the name of a version, the way the program does."""
    tag = f"{slug}/v{number}-{name.lower().replace(' ', '-')}"
    git(here, "tag", "--annotate", tag, "--message", name)
