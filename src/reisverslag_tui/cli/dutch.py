"""argparse in Dutch."""

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, NoReturn

from reisverslag_tui.cli.console import columns, write_message, write_output
from reisverslag_tui.cli.exit_code import ExitCode
from reisverslag_tui.core.text import clean_line

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_HELP = (["help"], ["hulp"])

# argparse's own messages (CPython 3.11 to 3.14), and what the user reads instead.
_DUTCH = (
    (r"the following arguments are required: (.+)", r"Er ontbreekt nog iets: \1."),
    (r"argument (\S+): expected .*argument.*", r"Na \1 hoort nog iets te staan."),
    (r"argument (?:-h/)?(\S+): ignored explicit argument .*", r"Achter \1 hoort niets te staan."),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 en \2 gaan niet samen."),
    (r"argument \S+: (\S+ .+\.)", r"\1"),  # a message of this program, in Dutch already
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


class Parser(argparse.ArgumentParser):
    """An argument parser that explains wrong usage in one Dutch sentence and exits with 2.

    `arguments` and `options` are the two groups in the help. These may be set:

    * `commands`: the names from which the nearest is suggested for an unknown command;
    * `examples`: what the help begins with;
    * `about_dashes`: a sentence for arguments that begin with a dash but are no options.
    """

    def __init__(
        self, *, prog: str, usage: str | None = None, description: str = "", epilog: str = ""
    ) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=epilog,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.commands: Sequence[str] = ()
        self.examples = ""
        self.about_dashes = ""
        self.arguments = self.add_argument_group("Argumenten")
        self.options = self.add_argument_group("Opties")
        self.options.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def parse(self, words: Sequence[str]) -> argparse.Namespace:
        """Return the parsed command line; the parser of the command reports unknown words."""
        args, unknown = self.parse_known_args(["--help"] if list(words) in _HELP else words)
        if unknown:
            args.parser.refuse(unknown)
        return args

    def refuse(self, words: Sequence[str]) -> NoReturn:
        """Exit with the message that these words mean nothing here."""
        dashes = self.about_dashes if words[0].startswith("-") else ""
        self._exit(f"Dit begrijp ik niet: {' '.join(words)}. {dashes}")

    def format_help(self) -> str:
        """Return the help, with the examples in front."""
        text = super().format_help()
        return f"{self.examples}\n{text}" if self.examples else text

    def error(self, message: str) -> NoReturn:
        """Exit with a message of argparse in Dutch."""
        self._exit(self._in_dutch(message))

    def _exit(self, message: str) -> NoReturn:
        hint = f"Uitleg: {self.prog} --help"
        self.exit(ExitCode.USAGE, f"{clean_line(message)} {hint}\n")

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        """Write what argparse has to say to where all output of the program goes."""
        if file is sys.stdout:
            write_output(message)
        else:
            write_message(message.rstrip("\n"))

    def _in_dutch(self, message: str) -> str:
        if unknown := re.search(r"invalid choice: (['\"])(.*?)\1 \(", message):
            name = unknown[2]
            close = get_close_matches(name.casefold(), self.commands, n=1, cutoff=0.5)
            hint = f" Bedoel je '{close[0]}'?" if close else ""
            return f"De opdracht '{name}' ken ik niet.{hint}"
        for english, dutch in _DUTCH:
            if match := re.fullmatch(english, message):
                return match.expand(dutch)
        return "Deze opdracht klopt niet."
