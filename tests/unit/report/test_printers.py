"""Printers, as `lpstat` and `lp` of CUPS 2.4 tell of them."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.core.form import load_form
from reisverslag_tui.core.width import width_in_words
from reisverslag_tui.errors import PrintingFailed, UsageError
from reisverslag_tui.report.plain import render_plain
from reisverslag_tui.report.printers import (
    UNPRINTABLE,
    Job,
    Printers,
    hand_over,
    listed,
    printers,
    read_copies,
    request,
)
from tests.printers import LISTED, NO_PRINTERS, NOT_RUNNING, FakeCups, fake_cups

MOMENT = datetime(2026, 11, 24, tzinfo=UTC)
DRAFT = Draft(
    id="gent", title="Gent", created=MOMENT, modified=MOMENT, answers={"doel": "één € “x” " * 20}
)
JOB = Job(DRAFT, 80, "PDF", 2)


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
    assert cups.asked[:6] == ["-n", "2", "-t", "Gent", "-d", "PDF"]
    assert cups.asked[-1] == "-"
    assert {"cpi=12", "page-left=54"} <= set(cups.asked)
    hand_over(Job(replace(DRAFT, title="-n" + "é" * 300), 100))
    assert "-d" not in cups.asked
    assert cups.asked[3] == "-n" + "é" * 58
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
    with pytest.raises(PrintingFailed, match=r"geen antwoord\.$"):
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


@pytest.mark.parametrize(
    ("asked", "on_paper"),
    [(0, 80), (1, 1), (60, 60), (80, 80), (100, 100), (101, 100), (10_000, 100)],
)
def test_on_paper_every_line_fits(asked: int, on_paper: int) -> None:
    job = Job(DRAFT, asked)
    assert job.text == render_plain(DRAFT, load_form(), on_paper)
    assert (f"{width_in_words(on_paper)}." in job.told("x-1")) == (asked != on_paper)


def test_no_more_is_said_than_is_so() -> None:
    assert JOB.told("PDF-12") == (
        "Naar printer PDF gestuurd: opdracht PDF-12. Of het afdrukken lukt, zie je bij de printer."
    )
    assert Job(DRAFT, 80).told("PS-1").startswith("Naar de standaardprinter gestuurd: ")


@given(st.text())
def test_only_what_cups_leaves_out_is_replaced(text: str) -> None:
    job = Job(replace(DRAFT, answers={"doel": text}), 80)
    before = render_plain(job.draft, load_form(), 80)
    for one, other in zip(before, job.text, strict=True):
        assert other == (one if len(one.encode(errors="replace")) < 4 else UNPRINTABLE)
    assert ("emoji" in job.told("x-1")) == (before != job.text)


@pytest.mark.parametrize("typed", ["1", "9", "99", "007"])
def test_copies_are_counted(typed: str) -> None:
    assert read_copies(typed) == int(typed)


@pytest.mark.parametrize("typed", ["", "0", "100", "-1", "1.5", "twee", "²", "٣", "9" * 5000])
def test_what_is_no_number_of_copies_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="van 1 tot en met 99"):
        read_copies(typed)
