"""An answer in the user's own editor."""

import contextlib
from pathlib import Path

import pytest

from reisverslag_tui.core.draft import Draft
from tests.ui.conftest import Start
from tests.ui.user import User


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The directory of temporary files."""
    path = tmp_path / "tijdelijk"
    path.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(path))
    return path


def editor(tmp_path: Path, script: str) -> str:
    path = tmp_path / "mijn-editor"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o700)
    return str(path)


async def edit(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user.app, "suspend", contextlib.nullcontext)
    await user.press("ctrl+g", "3")
    await user.write("Oude tekst.")
    await user.press("f4")


async def test_what_the_editor_made_is_one_step_that_can_be_undone(
    start: Start, draft: Draft, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f'stat -c %a "$2" > {tmp_path}/mode; printf "en\\033 meer\\r\\n\\n" >> "$2"'
    monkeypatch.setenv("EDITOR", f"'{editor(tmp_path, script)}' --wacht")
    async with start(draft) as user:
        await edit(user, monkeypatch)
        assert user.area.text == "Oude tekst.en meer\n"
        await user.saved()
        assert user.answers() == {"doel": "Oude tekst.en meer\n"}
        assert list(temporary.iterdir()) == []
        await user.press("ctrl+z")
        assert user.area.text == "Oude tekst."
        await user.press("ctrl+y")
        assert user.area.text == "Oude tekst.en meer\n"
    assert (tmp_path / "mode").read_text(encoding="utf-8") == "600\n"


async def test_visual_goes_before_editor(
    start: Start, draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "false")
    monkeypatch.setenv("VISUAL", editor(tmp_path, 'printf visueel > "$1"'))
    async with start(draft) as user:
        await edit(user, monkeypatch)
        assert user.area.text == "visueel"


FAULTS = {
    "": "Er is geen ander schrijfprogramma ingesteld (EDITOR). Je kunt hier verder schrijven.",
    "/bestaat/niet -w": "De editor '/bestaat/niet' staat niet op deze computer.",
    "'nano": "In VISUAL of EDITOR staat geen geldige opdracht.",
    "false": "De editor stopte met fout 1. Kijk in ",
}
ENDS = {
    'kill -9 "$$"': "De editor werd afgebroken (signaal 9). Kijk in ",
    "exit 3": "De editor stopte met fout 3. Kijk in ",
}


async def test_an_editor_that_is_missing_or_fails_leaves_the_text(
    start: Start, draft: Draft, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start(draft) as user:
        for command, message in FAULTS.items():
            monkeypatch.setenv("EDITOR", command)
            before = user.area.text if user.question == "doel" else ""
            await edit(user, monkeypatch)
            await user.hears(message)
            assert user.area.text == f"{before}Oude tekst."
        await user.write(" Verder.")
        await user.saved()
        assert user.answers() == {"doel": "Oude tekst." * 4 + " Verder."}
        [copy] = temporary.iterdir()
        assert str(copy) in user.said
        assert copy.read_text(encoding="utf-8") == "Oude tekst." * 4


async def test_an_editor_that_ends_badly_or_does_not_start_is_told_of(
    start: Start, draft: Draft, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start(draft) as user:
        for script, message in ENDS.items():
            monkeypatch.setenv("EDITOR", editor(tmp_path, script))
            await edit(user, monkeypatch)
            await user.hears(message + str(temporary))
        copies = list(temporary.iterdir())
        command = editor(tmp_path, "")
        Path(command).write_bytes(b"\x7fELF")
        monkeypatch.setenv("EDITOR", command)
        await edit(user, monkeypatch)
        await user.hears(f"De editor '{command}' start niet.")
        assert list(temporary.iterdir()) == copies
        assert user.area.text == "Oude tekst." * 3


async def test_undo_after_an_editor_that_left_one_letter_is_one_step(
    start: Start, draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, 'printf x > "$1"'))
    async with start(draft) as user:
        await user.press("ctrl+g", "3")
        await user.write("eenn")
        await user.press("backspace")
        monkeypatch.setattr(user.app, "suspend", contextlib.nullcontext)
        await user.press("f4")
        assert user.area.text == "x"
        await user.press("ctrl+z")
        assert user.area.text == "een"


async def test_an_editor_that_takes_the_text_away_or_breaks_it_leaves_the_answer(
    start: Start, draft: Draft, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for script in ('rm "$1"', 'printf "\\377" > "$1"'):
        monkeypatch.setenv("EDITOR", editor(tmp_path, script))
        async with start(draft) as user:
            await edit(user, monkeypatch)
            await user.until(lambda: "gaf geen tekst terug" in user.said)
            assert str(temporary) in user.said
            assert user.area.text.endswith("Oude tekst.")


async def test_a_terminal_that_can_not_be_lent_says_so_and_leaves_no_copy_behind(
    start: Start, draft: Draft, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    async with start(draft) as user:
        await user.press("f4")
        await user.until(lambda: user.said == "Deze terminal kan geen editor openen.")
    assert list(temporary.iterdir()) == []


async def test_an_editor_that_goes_on_in_a_window_of_its_own_is_waited_for(
    start: Start, draft: Draft, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    async with start(draft) as user:
        await edit(user, monkeypatch)
        await user.hears("Je editor was meteen klaar")
        [copy] = temporary.iterdir()
        copy.write_text("Uit het andere venster.\n", encoding="utf-8")
        await user.hears("Wat je in je editor opsloeg staat in het antwoord.")
        assert user.area.text == "Uit het andere venster."
        await user.press("ctrl+end")
        await user.write(" En hier.")
        copy.write_text("Nog iets anders.\n", encoding="utf-8")
        await user.hears("hier gewijzigd én in je editor")
        assert user.area.text == "Uit het andere venster. En hier."
        await user.press("escape")
        assert user.app.last_words() == [f"De tekst die je in je editor had staat in {copy}"]
    assert copy.read_text(encoding="utf-8") == "Nog iets anders.\n"


async def test_a_copy_that_became_a_named_pipe_is_not_waited_for(
    start: Start, draft: Draft, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, 'rm "$1"; mkfifo "$1"'))
    async with start(draft) as user:
        await edit(user, monkeypatch)
        await user.hears("gaf geen tekst terug")
        assert str(temporary) in user.said
        assert user.area.text == "Oude tekst."
