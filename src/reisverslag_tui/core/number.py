"""Parse a whole number, and name its range in Dutch."""

from reisverslag_tui.errors import UsageError

LARGEST = 999_999_999
"""The largest number that is read, if no other is said to be."""


def number_range(least: int, most: int) -> str:
    """Return what a number may be: "een getal van 1 tot en met 99"."""
    return f"een getal van {least} tot en met {most}" if most < LARGEST else "een getal, zoals 3"


def read_number(text: str, what: str, least: int = 0, most: int = LARGEST) -> int:
    """Return the number in `text`; UsageError says what it may be, of `what`: "De breedte"."""
    if text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST)):
        number = int(text)
        if least <= number <= most:
            return number
    raise UsageError(f"{what} is {number_range(least, most)}.")
