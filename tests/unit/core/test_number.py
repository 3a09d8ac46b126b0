"""A whole number that someone typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.core.number import LARGEST, read_number
from reisverslag_tui.errors import UsageError


@given(st.integers(-5, LARGEST * 20), st.integers(0, 50), st.integers(0, 100))
def test_what_is_typed_is_read_if_it_is_within_bounds(number: int, least: int, more: int) -> None:
    if least <= number <= least + more:
        assert read_number(str(number), "Dit", least, least + more) == number
    else:
        with pytest.raises(UsageError, match=f"Dit is een getal van {least} tot en met"):
            read_number(str(number), "Dit", least, least + more)


@given(st.text())
def test_no_other_text_is_a_number(text: str) -> None:
    try:
        number = read_number(text, "Dit")
    except UsageError as error:
        assert str(error) == "Dit is een getal, zoals 3."  # noqa: PT017 - most texts come here
    else:
        assert text.lstrip("0") == str(number).lstrip("0")
        assert 0 <= number <= LARGEST


@pytest.mark.parametrize("typed", ["", " 3", "-0", "+3", "1.0", "²", "٣", "1_0", "9" * 5000])
def test_what_python_would_take_is_not_always_a_number(typed: str) -> None:
    with pytest.raises(UsageError):
        read_number(typed, "Dit")
