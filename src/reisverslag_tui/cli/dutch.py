"""argparse, speaking Dutch."""

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NoReturn

from reisverslag_tui.cli.commands import NAMES
from reisverslag_tui.cli.console import columns, say, write_out

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_HELP = (["help"], ["hulp"])

# argparse's own sentences (CPython 3.11 to 3.14), and what the user reads instead.
_DUTCH = (
    (r"the following arguments are required: (.+)", r"Er ontbreekt nog iets: \1."),
    (r"argument (\S+): expected .*argument.*", r"Na \1 hoort nog iets te staan."),
    (r"argument (?:-h/)?(\S+): ignored explicit argument .*", r"Achter \1 hoort niets te staan."),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 en \2 gaan niet samen."),
    (r"argument \S+: (\S+ .+\.)", r"\1"),  # a sentence of our own
)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=columns() - 2)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


class _Unmeasured(argparse.HelpFormatter):
    """Asks not how wide the terminal is: argparse makes a formatter for each argument it is told.

    To ask would load the modules that compress files, with shutil.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)


class Parser(argparse.ArgumentParser):
    """An argument parser that says in one Dutch sentence what is wrong, and ends with 2."""

    def __init__(
        self, *, prog: str, usage: str | None = None, description: str = "", epilog: str = ""
    ) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=epilog,
            formatter_class=_Unmeasured,
            add_help=False,
            allow_abbrev=False,
        )
        self.about_dashes = ""
        self.examples = ""
        self.arguments = self.add_argument_group("Argumenten")
        self.options = self.add_argument_group("Opties")
        self.options.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def parse(self, words: Sequence[str]) -> argparse.Namespace:
        """Return the command line, parsed; what is too much is said by the command it followed."""
        args, too_much = self.parse_known_args(["--help"] if list(words) in _HELP else words)
        if too_much:
            args.parser.refuse(too_much)
        return args

    def refuse(self, words: Sequence[str]) -> NoReturn:
        """Say that these words mean nothing here."""
        from reisverslag_tui.core.text import clean_line  # for what goes wrong alone

        dashes = self.about_dashes if words[0].startswith("-") else ""
        self.exit(2, f"Dit begrijp ik niet: {clean_line(' '.join(words))}. {dashes}{self.hint}\n")

    @property
    def hint(self) -> str:
        """Where to read more."""
        return f"Uitleg: {self.prog} --help"

    def format_help(self) -> str:
        """Return the help; it begins with the examples, if there are any."""
        self.formatter_class = _Formatter
        text = super().format_help()
        return f"{self.examples}\n{text}" if self.examples else text

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and how to see what is right."""
        from reisverslag_tui.core.text import clean_line  # as above

        self.exit(2, f"{clean_line(self._in_dutch(message))} {self.hint}\n")

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        """Write what argparse has to say where all the program's words go."""
        if file is sys.stdout:
            write_out(message)
        else:
            say(message.rstrip("\n"))

    def _in_dutch(self, message: str) -> str:
        if unknown := re.search(r"invalid choice: (['\"])(.*?)\1 \(", message):
            from difflib import get_close_matches  # as above

            name = unknown[2]
            close = get_close_matches(name.casefold(), NAMES, n=1, cutoff=0.5)
            hint = f" Bedoel je '{close[0]}'?" if close else ""
            return f"De opdracht '{name}' ken ik niet.{hint}"
        for english, dutch in _DUTCH:
            if match := re.fullmatch(english, message):
                return match.expand(dutch)
        return "Deze opdracht klopt niet."
