"""`volg`: check a record and make its letter anew at every save, until it is told to stop.

Nothing that is wrong with a save ends it: that is said, and the next save gets its turn. Checking
is at once; one letter at a time is made meanwhile, and then again when more was saved.
"""

import gc
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from toetsingskader.brief.soorten import Kamer
from toetsingskader.commands.maak import Gemaakt, make
from toetsingskader.commands.toets import OPLEGGER, assess
from toetsingskader.commands.waarnemen import Stand, look_until_quiet
from toetsingskader.errors import InputError, explain
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.rapport import zinnen
from toetsingskader.sjablonen import BRIEFSJABLONEN
from toetsingskader.toetsing import Bevinding, Toetsing
from toetsingskader.toetsing.wijzigingen import Wijzigingen
from toetsingskader.vergelijking import compare_findings
from toetsingskader.voorvertoning import Voorvertoning

TIK = 0.3
"""Seconds between two looks."""


@dataclass(frozen=True)
class Opgave:
    """What to follow, and what to make of it."""

    map: Path
    here: Path = Path()
    soort: Briefsoort | None = None
    kamer: Kamer = Kamer.TWEEDE
    sjablonen: Path = BRIEFSJABLONEN
    met_brief: bool = True


@dataclass(frozen=True)
class Ronde:
    """A check: its result and what came and went since the one before, None at the first."""

    toetsing: Toetsing
    gewijzigd: Wijzigingen | None


@dataclass(frozen=True)
class Mislukt:
    """Something that could not be done now, and why."""

    zin: str


Melding = Ronde | Gemaakt | Mislukt


@dataclass
class Volger:
    """Follows one record; `meld` gets what happens, as it happens."""

    opgave: Opgave
    meld: Callable[[Melding], None]
    bezig: Future[Gemaakt] | None = None
    """The letter that is being made."""
    _stand: Stand | None = None
    _getoetst: Toetsing | None = None
    """What checking gave."""
    _getoond: Toetsing | None = None
    """What the last round showed: that, and what only making the letter brought to light."""
    _uit_brief: tuple[Bevinding, ...] = ()
    _nog_maken: bool = False
    _opnieuw: bool = False
    """Whether more was saved while the letter is being made."""

    def run(self) -> None:
        """Follow until KeyboardInterrupt; a letter that is being made is finished first."""
        # The program starts without a collector, for most of its work is short.
        gc.freeze()
        gc.enable()
        with ThreadPoolExecutor(max_workers=1) as pool:
            while True:
                self._look()
                self._take_letter()
                if self._nog_maken and self.bezig is None:
                    self._nog_maken = self._opnieuw = False
                    self.bezig = pool.submit(self._make)
                time.sleep(TIK)

    def _look(self) -> None:
        """Check when something was saved."""
        o = self.opgave
        stand = look_until_quiet((o.map, o.sjablonen, BRIEFSJABLONEN), self._stand)
        if stand == self._stand:
            return
        self._stand, self._opnieuw = stand, True
        try:
            toetsing = self._check()
        except Exception as error:
            self._nog_maken = False
            self.meld(Mislukt(explain(error)))
        else:
            self._nog_maken = o.met_brief
            self._show(toetsing)

    def _check(self) -> Toetsing:
        folder = self.opgave.map
        if not folder.is_dir():
            raise InputError(f"De map '{folder}' is er niet. Is zij er weer, dan gaat dit verder.")
        if not (folder / "dossier.yaml").exists():
            raise InputError(
                f"Het bestand '{folder}/dossier.yaml' is er niet. Is het er weer, dan gaat dit "
                "verder."
            )
        self._getoetst = assess(folder, self.opgave.soort).toetsing
        return self._getoetst.plus(self._uit_brief)

    def _show(self, toetsing: Toetsing) -> None:
        gewijzigd = None
        if self._getoond is not None:
            found = compare_findings(self._getoond.bevindingen, toetsing.bevindingen)
            gewijzigd = Wijzigingen("", "", (), *found)
        self._getoond = toetsing
        self.meld(Ronde(toetsing, gewijzigd))

    def _make(self) -> Gemaakt:
        o = self.opgave
        return make(o.map, o.here, soort=o.soort, kamer=o.kamer, sjablonen=o.sjablonen)

    def _take_letter(self) -> None:
        """Tell of a letter that is ready, and of what only making it brought to light."""
        if self.bezig is None or not self.bezig.done():
            return
        done, self.bezig = self.bezig, None
        try:
            gemaakt = done.result()
        except Exception as error:
            self.meld(Mislukt(f"De brief is niet vernieuwd. {explain(error)}"))
            return
        # What was saved since is checked already, and a letter of it comes next.
        if not self._opnieuw and self._getoetst and self._getoond:
            found = gemaakt.toetsing.bevindingen
            self._uit_brief = compare_findings(self._getoetst.bevindingen, found)[0]
            if any(compare_findings(self._getoond.bevindingen, found)):
                self._show(gemaakt.toetsing)
        self.meld(gemaakt)


def publish(melding: Melding, voorbeeld: Voorvertoning) -> None:
    """Show in the browser what happened; the last letter and report that were made stay."""
    if isinstance(melding, Ronde):
        counts = zinnen.tel_ernst(melding.toetsing.bevindingen)
        voorbeeld.show(stand=f"{counts}; brief en rapport worden vernieuwd", fout="")
    elif isinstance(melding, Mislukt):
        voorbeeld.show(fout=melding.zin)
    else:
        files = {path.name: path for path in melding.bestanden}
        letter = [n for n in files if n.endswith(".pdf") and not n.startswith(OPLEGGER)]
        voorbeeld.show(
            titel=melding.toetsing.titel,
            stand=zinnen.tel_ernst(melding.toetsing.bevindingen),
            fout=" ".join(b.tekst for b in melding.geweigerd),
            rapport=files["volledigheid.html"].read_bytes(),
            **({"brief": files[letter[0]].read_bytes()} if letter else {}),
        )
