"""Every screen and dialog can be used at every size of terminal, and speaks Dutch."""

import asyncio

import pytest

from reisverslag_tui.ui.themes import DARK, LIGHT
from tests.english import english_in
from tests.ui.tour import Stop, tour

pytestmark = pytest.mark.xdist_group("tours")  # which take long: one worker makes them
Tours = dict[str, list[Stop]]


@pytest.fixture(scope="module")
def tours(tmp_path_factory: pytest.TempPathFactory) -> Tours:
    themes = {(80, 24): DARK.name, (40, 12): DARK.name, (120, 40): LIGHT.name}
    return {
        f"{columns}x{rows}": asyncio.run(
            tour(tmp_path_factory.mktemp(f"{columns}x{rows}"), (columns, rows), theme)
        )
        for (columns, rows), theme in themes.items()
    }


@pytest.mark.parametrize("size", ["80x24", "40x12", "120x40"])
def test_the_focus_the_keys_and_the_dialogs_are_in_sight(tours: Tours, size: str) -> None:
    assert len(tours[size]) > 20
    cut_off = [stop for stop in tours[size] if stop.cut_off]
    assert not cut_off, "\n".join(map(str, cut_off))


@pytest.mark.parametrize("size", ["80x24", "40x12", "120x40"])
def test_nothing_scrolls_sideways_but_the_plain_text(tours: Tours, size: str) -> None:
    sideways = [stop for stop in tours[size] if stop.sideways]
    assert not sideways, "\n".join(map(str, sideways))


@pytest.mark.parametrize("size", ["80x24", "40x12", "120x40"])
def test_the_key_bar_shows_its_keys_whole(tours: Tours, size: str) -> None:
    for stop in tours[size]:
        assert all(key in stop.shown.split("\n")[-1] for key in stop.keys), str(stop)


def test_the_key_bar_holds_five_keys_at_most(tours: Tours) -> None:
    for stop in tours["80x24"]:
        assert len(stop.keys) <= 5, str(stop)


def test_the_way_out_is_always_in_the_key_bar(tours: Tours) -> None:
    bars = [(size, stop) for size, seen in tours.items() for stop in seen if stop.keys]
    assert len(bars) > 30
    for size, stop in bars:
        assert "F10 Stoppen" in stop.keys, f"{size} {stop}"


@pytest.mark.parametrize("size", ["80x24", "40x12", "120x40"])
def test_there_is_no_english_on_any_screen(tours: Tours, size: str) -> None:
    english = {stop.name: words for stop in tours[size] if (words := english_in(stop.own))}
    assert not english


@pytest.mark.parametrize("size", ["80x24", "40x12", "120x40"])
def test_all_text_stands_out_from_its_background(tours: Tours, size: str) -> None:
    faint = [stop for stop in tours[size] if stop.faint]
    assert not faint, "\n".join(map(str, faint))
