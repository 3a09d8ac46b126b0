"""A report written, left, resumed, previewed and printed, on a real terminal of 80x24."""

import subprocess
import sys
from pathlib import Path

from tests.environment import environment
from tests.terminal.terminal import ENTER, ESCAPE, F3, F9, F10, Terminal

EXAMPLE = Path(__file__).parent.parent / "data" / "dienstreis-barcelona.txt"


def answers() -> list[str]:
    """Return the answers of the example: what stands below each line of capitals."""
    parts = EXAMPLE.read_text(encoding="utf-8").strip().split("\n\n")
    found: list[list[str]] = []
    for part in parts[1:]:
        if part.isupper():
            found.append([])
        else:
            found[-1].append(part)
    return ["\n\n".join(paragraphs) for paragraphs in found]


def printed(data: Path) -> str:
    command = [sys.executable, "-m", "reisverslag_tui", "print", "laatste", "--breedte", "0"]
    outcome = subprocess.run(
        command, env=environment(REISVERSLAG_DATA=str(data)), capture_output=True, check=True
    )
    return outcome.stdout.decode()


def end_of(answer: str) -> str:
    return answer.split()[-1]


def test_the_example_is_typed_left_resumed_previewed_and_printed(tmp_path: Path) -> None:
    personen, duur, doel, locaties, ontmoet, opbrengst, vervolg = answers()
    with Terminal("nieuw", "--titel", "ISHF Barcelona", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type(personen + ENTER)
        terminal.wait_for("Vraag 2 van 7")
        terminal.type(duur + F9)
        terminal.wait_for("Vraag 3 van 7")
        terminal.paste(doel)
        terminal.wait_for(end_of(doel))
        terminal.type(F9)
        terminal.wait_for("Vraag 4 van 7")
        terminal.type(locaties.replace("\n", ENTER))
        terminal.wait_for(end_of(locaties))
        terminal.type(F10)
        assert terminal.wait_for_end() == 0
    with Terminal("open", "barcelona", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 4 van 7")
        terminal.wait_for(end_of(locaties))
        terminal.type(F9)
        terminal.wait_for("Vraag 5 van 7")
        terminal.paste(ontmoet)
        terminal.wait_for(end_of(ontmoet))
        terminal.type(F9)
        terminal.wait_for("Vraag 6 van 7")
        terminal.paste(opbrengst.replace("\n", "\r"))  # what terminals send for a line end
        terminal.wait_for("geïnterviewd")
        terminal.type(F9)
        terminal.wait_for("Vraag 7 van 7")
        terminal.type(vervolg.replace("\n", ENTER))
        terminal.wait_for(end_of(vervolg))
        terminal.type(F3)
        terminal.wait_for("VERSLAG BUITENLANDSE DIENSTREIS")
        terminal.wait_for("HOEVEEL PERSONEN HEBBEN DE REIS GEMAAKT")
        terminal.type(F10)
        assert terminal.wait_for_end() == 0
    assert printed(tmp_path) == EXAMPLE.read_text(encoding="utf-8").strip("\n") + "\n"


def test_the_cursor_is_where_it_was_left(tmp_path: Path) -> None:
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type("twee" + "\x1b[D" * 2)
        terminal.wait_for("twee")
        terminal.type(F10)
        terminal.wait_for_end()
    with Terminal("open", "laatste", data=tmp_path) as terminal:
        terminal.wait_for("twee")
        terminal.type("XYZ")
        terminal.wait_for("twXYZee")


def test_leaving_gives_the_terminal_back(tmp_path: Path) -> None:
    with Terminal(data=tmp_path) as terminal:
        terminal.wait_for("Nog geen verslagen")
        terminal.type(F10)
        assert terminal.wait_for_end() == 0
        for switched_off in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l", b"\x1b[?1000l"):
            assert switched_off in terminal.sent


def test_a_paste_of_50_kilobytes_arrives_whole(tmp_path: Path) -> None:
    text = "\n".join(f"regel {number} – één € en nog wat woorden" for number in range(1200))
    assert len(text.encode()) > 50_000
    with Terminal("nieuw", data=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 7")
        terminal.type(F9 + F9)
        terminal.wait_for("Vraag 3 van 7")
        terminal.paste(text)
        terminal.wait_for("regel 1199")
        terminal.type(F10)
        terminal.wait_for_end()
    assert text in printed(tmp_path)


def test_the_example_report_opens_from_an_empty_start(tmp_path: Path) -> None:
    with Terminal(data=tmp_path, columns=40, rows=12) as terminal:
        terminal.wait_for("Voorbeeldverslag openen")
        terminal.type("\t" + ENTER)
        terminal.wait_for("Vraag 1 van 7")
        terminal.type(ESCAPE)
        terminal.wait_for("1 verslag")
