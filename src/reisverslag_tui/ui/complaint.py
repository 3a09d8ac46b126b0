"""How a screen tells the user, through the app, what could not be done."""

from dataclasses import dataclass

from textual.message import Message

from reisverslag_tui.errors import ReisverslagError


@dataclass
class Complaint(Message):
    """Something failed, in a way the user can do something about."""

    error: ReisverslagError
