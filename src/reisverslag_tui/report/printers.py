"""Print through the programs of CUPS: `lpstat` lists the printers, `lp` accepts a job.

Both are asked in the language that their answers are read in here, and neither may take for ever.
A job is handed over in a file: it gets there as a whole, also if this program ends first.
"""

import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cached_property
from threading import Thread
from typing import IO

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.number import read_number
from reisverslag_tui.core.text import clean_line
from reisverslag_tui.core.width import width_in_words
from reisverslag_tui.errors import PrintingFailed
from reisverslag_tui.report.plain import render_plain

PATIENCE = 10.0
"""Seconds to wait for CUPS; looking for printers in a network takes it five."""

MOST_COPIES = 99

UNPRINTABLE = "□"
"""What is printed in the place of a character that CUPS can't print."""

# Widths with the characters per inch and lines per inch at which a line fits beside the margins
# on A4 and Letter: CUPS itself breaks words at the 77th character.
_SIZES = ((66, 10, 6), (80, 12, 7), (100, 15, 9))
_NOT_WRAPPED = 80  # on paper everything is wrapped
_MARGIN = 54  # points: three quarters of an inch
# CUPS's filter for text reads no UTF-8 of four bytes, and leaves out all that follows one.
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_LONGEST_TITLE = 60  # characters, well within the 255 bytes of a job's name
_OWN_NAME = re.compile(r"^lp(?:stat)?: (?:[Ee]rror - )?", re.MULTILINE)


@dataclass(frozen=True)
class Printers:
    """The names of the printers, and which of them is the default, or nothing."""

    names: tuple[str, ...]
    default: str

    def most_likely_first(self, last: str) -> tuple[str, ...]:
        """Return the names: first the one last used, then the default."""
        return tuple(sorted(self.names, key=lambda name: (name != last, name != self.default)))


@dataclass(frozen=True)
class Job:
    """A report for a printer, or for the default if that is empty; `width` as it was asked."""

    draft: Draft
    width: int
    printer: str = ""
    copies: int = 1

    @property
    def paper_width(self) -> int:
        """The width at which it is wrapped: as it was asked, or the nearest that fits."""
        return min(self.width, _SIZES[-1][0]) or _NOT_WRAPPED

    @property
    def text(self) -> str:
        """The plain text, with UNPRINTABLE for what CUPS can't print, such as an emoji."""
        return _BEYOND.sub(UNPRINTABLE, self._report)

    @cached_property
    def _report(self) -> str:
        return render_plain(self.draft, load_form(self.draft.form), self.paper_width)

    def told(self, number: str) -> str:
        """Return what to say once CUPS has taken it under this number: not that it is printed."""
        to = f"printer {self.printer}" if self.printer else "de standaardprinter"
        said = [f"Naar {to} gestuurd: opdracht {number}." if number else f"Naar {to} gestuurd."]
        if self.paper_width != self.width:
            said.append(f"Op papier is het {width_in_words(self.paper_width)}.")
        if _BEYOND.search(self._report):
            said.append(f"Tekens als emoji kan CUPS niet afdrukken: daar staat {UNPRINTABLE}.")
        return " ".join([*said, "Of het afdrukken lukt, zie je bij de printer."])


def printers(patience: float = PATIENCE) -> Printers:
    """Return the printers that there are, at least one; PrintingFailed says why there is none."""
    names, default = listed(_run(["lpstat", "-e", "-d"], "", patience).stdout)
    if names:
        return Printers(names, default)
    why = _words(_run(["lpstat", "-a"], "", patience).stderr)
    raise PrintingFailed(f"Er is geen printer gevonden.{why}")


def read_copies(text: str) -> int:
    """Return the number of copies that someone typed; UsageError says what that may be."""
    return read_number(text, "Het aantal exemplaren", 1, MOST_COPIES)


def listed(answer: str) -> tuple[tuple[str, ...], str]:
    """Return the names and the default in an answer of `lpstat -e -d`."""
    default = re.search(r"^system default destination: (\S+)$", answer, re.MULTILINE)
    names = dict.fromkeys(re.findall(r"^\S+$", answer, re.MULTILINE))
    return tuple(name for name in names if name == clean_line(name)), default[1] if default else ""


def hand_over(job: Job, patience: float = PATIENCE) -> str:
    """Give a job to its printer, and return its number; PrintingFailed if it was not taken.

    That it was taken does not mean that it is printed.
    """
    command = ["lp", "-n", str(job.copies), "-t", job.draft.name[:_LONGEST_TITLE]]
    if job.printer:
        command += ["-d", job.printer]
    for option in _options(job.paper_width):
        command += ["-o", option]
    ended = _run([*command, "-"], job.text, patience)
    if ended.returncode:
        raise PrintingFailed(f"De printer nam het verslag niet aan.{_words(ended.stderr)}")
    return request(ended.stdout)


def request(answer: str) -> str:
    """Return the number of the job in an answer of `lp`, or else all of the answer."""
    found = re.match(r"request id is (\S+)", answer)
    return clean_line(found[1] if found else answer)


def _options(width: int) -> list[str]:
    """Return the options that make lines of this width fit on the paper."""
    _, characters, lines = next(size for size in _SIZES if size[0] >= width)
    margins = [f"page-{side}={_MARGIN}" for side in ("left", "right", "top", "bottom")]
    return [f"cpi={characters}", f"lpi={lines}", *margins]


def _run(command: list[str], text: str, patience: float) -> "subprocess.CompletedProcess[str]":
    """Run a program of CUPS; PrintingFailed if it is not there, or does not answer."""
    program = shutil.which(command[0])
    if program is None:
        raise PrintingFailed(f"Op deze computer staat geen CUPS ({command[0]}) om af te drukken.")
    try:
        with _file_of(text) as stdin:
            process = subprocess.Popen(  # noqa: S603 - a program of the system, with words of ours
                command,
                executable=program,
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
                env={**os.environ, "LC_ALL": "C"},
                start_new_session=True,  # a closed window ends no job half way
            )
    except OSError as error:
        raise PrintingFailed(f"{command[0]} kan niet gestart worden.") from error
    try:
        out, err = process.communicate(timeout=patience)
    except subprocess.TimeoutExpired as error:
        if not text:
            process.kill()
        Thread(target=process.communicate, daemon=True).start()  # a job may still get there, whole
        taken = " Kijk eerst bij de printer voordat je het nog eens probeert." if text else ""
        silence = f"CUPS gaf binnen {patience:g} seconden geen antwoord.{taken}"
        raise PrintingFailed(silence) from error
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def _file_of(text: str) -> IO[bytes]:
    """Return a file without a name that holds a text: all of it is there, whatever ends first."""
    try:
        file: IO[bytes] = os.fdopen(os.memfd_create("verslag"), "w+b")
    except (AttributeError, OSError):  # not on Linux, or an old one
        file = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    file.write(text.encode())
    file.seek(0)
    return file


def _words(answer: str) -> str:
    """Return what CUPS itself says, as the end of a text."""
    words = clean_line(_OWN_NAME.sub("", answer))
    return f" CUPS zegt: {words.rstrip('.')}." if words else ""
