"""What is read from the terminal, before Textual makes keys of it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.ui.keyboard import PasteFilter

BEGIN, END = "\x1b[200~", "\x1b[201~"
PIECES = st.lists(
    st.sampled_from([BEGIN, END, "\x1b", "\x1b[", "[201~", "\x11", "a", "één", "\x1b[21~", "\n"])
)


def whole(text: str) -> str:
    return PasteFilter().feed(text)


def test_an_esc_inside_a_paste_goes_and_the_rest_stays_in_its_order() -> None:
    assert whole(f"{BEGIN}voor\x1b[21~\x11na{END}\x1b[21~") == f"{BEGIN}voor[21~\x11na{END}\x1b[21~"


def test_keys_outside_a_paste_are_left_alone() -> None:
    assert whole("a\x1b[Ab\x1b") == "a\x1b[Ab\x1b"


@given(PIECES, st.lists(st.integers(0, 80)))
def test_it_makes_no_difference_in_what_pieces_a_paste_arrives(
    pieces: list[str], cuts: list[int]
) -> None:
    text = BEGIN + "".join(pieces).replace(BEGIN, "") + END
    bounds = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    reader = PasteFilter()
    parts = [text[a:b] for a, b in pairwise(bounds)]
    # The begin marker is given whole: a terminal sends it in one write.
    head = len(BEGIN)
    if any(0 < bound < head for bound in bounds):
        parts = [text]
    assert "".join(reader.feed(part) for part in parts) == whole(text)
