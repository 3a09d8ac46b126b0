"""Printers, as `lpstat` and `lp` of CUPS 2.4 tell of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.cups import (
    UNPRINTABLE,
    Job,
    Printers,
    hand_over,
    listed,
    paper_width,
    printable,
    printers,
    request,
)
from reisverslag_tui.errors import PrintingFailed
from tests.printers import LISTED, NO_PRINTERS, NOT_RUNNING, FakeCups, fake_cups

JOB = Job("één €\n“aanhaling”\n", "Reis naar Gent", 80, "PDF", 2)


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeCups:
    return fake_cups(tmp_path, monkeypatch)


def test_printers_are_read_with_the_default_among_them() -> None:
    assert listed(LISTED) == (("Dicht", "PDF", "PDF/snel", "PS"), "PS")
    assert listed("no system default destination\nA\nA\n") == (("A",), "")
    assert listed("no system default destination\n") == ((), "")
    assert listed("") == ((), "")


def test_a_name_that_could_drive_a_terminal_is_left_out() -> None:
    assert listed("\x1b[31mrood\nGoed\n")[0] == ("Goed",)


def test_the_printer_last_used_comes_first_and_then_the_default() -> None:
    found = Printers(("A", "B", "C", "D"), "C")
    assert found.most_likely_first("D") == ("D", "C", "A", "B")
    assert found.most_likely_first("weg") == ("C", "A", "B", "D")


def test_the_number_of_a_job_is_read() -> None:
    assert request("request id is PDF-12 (1 file(s))\n") == "PDF-12"
    assert request("request id is Bureau-3-7 (0 file(s))\n") == "Bureau-3-7"
    assert request("verzoek 12\n") == "verzoek 12"


def test_a_job_is_handed_over_as_it_is(cups: FakeCups) -> None:
    assert hand_over(JOB) == "PDF-12"
    assert cups.text == JOB.text
    assert cups.asked[:6] == ["-n", "2", "-t", "Reis naar Gent", "-d", "PDF"]
    assert cups.asked[-1] == "-"
    assert {"cpi=12", "page-left=54"} <= set(cups.asked)
    hand_over(Job("x", "-n\n" + "é" * 300, 100))
    assert "-d" not in cups.asked
    assert cups.asked[3] == "-n " + "é" * 57
    assert "cpi=15" in cups.asked


def test_what_cups_says_is_passed_on(cups: FakeCups) -> None:
    cups.refuses("lp: Error - The printer or class does not exist.")
    with pytest.raises(PrintingFailed, match=r"CUPS zegt: The printer or class does not exist\.$"):
        hand_over(JOB)
    cups.refuses('lp: Destination "Dicht" is not accepting jobs.')
    with pytest.raises(PrintingFailed, match='CUPS zegt: Destination "Dicht" is not accepting'):
        hand_over(JOB)
    for why in (NO_PRINTERS, NOT_RUNNING, "lpstat: Bad file descriptor"):
        cups.lists("no system default destination\n", why)
        with pytest.raises(PrintingFailed, match=f"geen printer gevonden. CUPS zegt: {why[8:]}"):
            printers()


def test_a_cups_that_hangs_is_not_waited_for(cups: FakeCups) -> None:
    cups.hangs("lpstat")
    with pytest.raises(PrintingFailed, match="geen antwoord"):
        printers(0.05)
    cups.hangs("lp")
    with pytest.raises(PrintingFailed, match="Kijk eerst bij de printer"):
        hand_over(JOB, 0.05)


def test_a_computer_without_cups_says_so(cups: FakeCups, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nergens")
    with pytest.raises(PrintingFailed, match=r"geen CUPS \(lpstat\)"):
        printers()
    with pytest.raises(PrintingFailed, match=r"geen CUPS \(lp\)"):
        hand_over(JOB)
    monkeypatch.setenv("PATH", str(cups.programs))
    (cups.programs / "lp").write_bytes(b"\x7fELF geen programma")
    with pytest.raises(PrintingFailed, match="niet gestart"):
        hand_over(JOB)


def test_on_paper_every_line_fits() -> None:
    assert [paper_width(width) for width in (1, 60, 80, 100, 101, 10_000)] == [
        *(1, 60, 80),
        *(100, 100, 100),
    ]
    assert paper_width(0) == 80


@given(st.text())
def test_only_what_cups_leaves_out_is_replaced(text: str) -> None:
    done = printable(text)
    assert len(done) == len(text)
    for before, after in zip(text, done, strict=True):
        assert after == (before if len(before.encode(errors="replace")) < 4 else UNPRINTABLE)
