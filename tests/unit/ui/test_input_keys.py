"""Which key a control sequence stands for."""

import pytest

from reisverslag_tui.ui.textual_fixes.input_keys import Press, press
from reisverslag_tui.ui.textual_fixes.input_tokens import Kind, Token, Tokenizer
from tests.sequences import KEYS, NOTHING, TYPED


def only_token(sequence: str) -> str:
    (token,) = Tokenizer().feed(sequence, 0)
    assert token.kind is Kind.SEQUENCE
    return token.text


@pytest.mark.parametrize(("sequence", "key"), KEYS.items())
def test_a_sequence_is_a_key(sequence: str, key: str) -> None:
    assert press(only_token(sequence)) == Press(key)


@pytest.mark.parametrize(("sequence", "text"), TYPED.items())
def test_a_sequence_types_something(sequence: str, text: str) -> None:
    assert press(only_token(sequence)) == Press(text=text)


@pytest.mark.parametrize("sequence", NOTHING)
def test_a_sequence_is_nothing(sequence: str) -> None:
    for token in Tokenizer().feed(sequence, 0):
        assert token.kind is Kind.SEQUENCE
        assert not press(token.text)


def test_no_key_is_escape_or_another_by_mistake() -> None:
    """Every modifier of every key that may leave or delete makes it another key, or none."""
    for modifiers in range(2, 17):
        for sequence in (f"\x1b[3;{modifiers}~", f"\x1b[21;{modifiers}~", f"\x1b[27;{modifiers}u"):
            pressed = press(sequence)
            assert not pressed or pressed.key not in ("delete", "f10", "escape")


def test_what_follows_a_key_is_no_part_of_it() -> None:
    for sequence in (*KEYS, *TYPED):
        tokens = list(Tokenizer().feed(f"{sequence}y!", 0))
        assert tokens[1:] == [Token(Kind.TEXT, "y!")], sequence
