"""Printing with a real CUPS, where that is installed."""

import subprocess
from collections.abc import Iterator

import pytest

from reisverslag_tui.errors import PrintingFailed
from reisverslag_tui.report.printers import Printers, printers
from tests.cli.program import Program
from tests.printing.cupsd import Cupsd, NetworkPrinter, which

pytestmark = [
    pytest.mark.skipif(which("cupsd") is None, reason="CUPS is not installed"),
    pytest.mark.xdist_group("cups"),
]


@pytest.fixture(scope="module")
def running() -> Iterator[Cupsd]:
    cupsd = Cupsd()
    yield cupsd
    cupsd.stop()


@pytest.fixture
def cups(running: Cupsd, monkeypatch: pytest.MonkeyPatch) -> Cupsd:
    monkeypatch.setenv("CUPS_SERVER", running.server)
    return running


@pytest.fixture
def printer() -> Iterator[NetworkPrinter]:
    printer = NetworkPrinter()
    yield printer
    printer.close()


def test_there_is_no_printer_at_first_and_then_there_are(cups: Cupsd) -> None:
    with pytest.raises(PrintingFailed, match="CUPS zegt: No destinations added"):
        printers()
    cups.add("Rauw")
    cups.add("Dicht")
    cups.ask("lpadmin", "-d", "Rauw")
    cups.ask("cupsreject", "Dicht")
    assert printers() == Printers(("Dicht", "Rauw"), "Rauw")


def test_the_plain_text_comes_out_of_the_printer(
    cups: Cupsd, printer: NetworkPrinter, program: Program
) -> None:
    cups.add("Netwerk", printer.device)
    cups.ask("lpadmin", "-d", "Netwerk")
    program.add("gent", "Reis naar ’s-Gravenhage é", doel="één €  “aanhaling” " * 20 + "😀 einde")
    text = program.call("print", "gent").out
    for copies, words in ((2, ("--printer", "Netwerk", "--aantal", "2")), (1, ("--printer",))):
        outcome = program.call("print", "gent", *words)
        assert (outcome.code, outcome.out) == (0, "")
        assert " gestuurd: opdracht Netwerk-" in outcome.err
        assert printer.received() == text.replace("😀", "□") * copies


def test_cups_says_in_its_own_words_what_it_refuses(cups: Cupsd, program: Program) -> None:
    cups.add("Dicht")
    cups.ask("cupsreject", "Dicht")
    program.add("gent", "Gent")
    said = program.refuses("print", "gent", "--printer", "Niets")
    assert "aan. CUPS zegt: The printer or class does not exist.\n" in said
    said = program.refuses("print", "gent", "--printer", "Dicht")
    assert 'aan. CUPS zegt: Destination "Dicht" is not accepting jobs.\n' in said


def test_a_cups_that_hangs_is_not_waited_for(cups: Cupsd) -> None:
    cups.freeze()
    try:
        with pytest.raises(PrintingFailed, match="geen antwoord"):
            printers(0.2)
    finally:
        cups.thaw()


def test_a_cups_that_is_not_there_says_so(cups: Cupsd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", f"{cups.server}-not")
    with pytest.raises(PrintingFailed, match=r"CUPS zegt: .*(not running|Bad file descriptor)"):
        printers()


@pytest.mark.skipif(which("pdftotext") is None, reason="poppler-utils is not installed")
@pytest.mark.parametrize("width", [66, 80, 100])
def test_a_line_fits_on_the_paper(cups: Cupsd, program: Program, width: int) -> None:
    pdf = cups.add_paper("Papier")
    if "Papier" not in cups.ask("lpstat", "-v", "Papier"):
        pytest.skip("the filters of CUPS are not installed")
    program.add("gent", "Gent", doel="x" * width)
    outcome = program.call("print", "gent", "--printer", "Papier", "--breedte", str(width))
    assert outcome.code == 0
    cups.wait()
    pdftotext = [which("pdftotext") or "", "-layout", str(pdf), "-"]
    shown = subprocess.run(pdftotext, capture_output=True, check=True)
    # The letters themselves are not told in the PDF of CUPS, only their shapes.
    assert max(len(line.strip()) for line in shown.stdout.decode().splitlines()) == width
