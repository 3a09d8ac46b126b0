"""What is typed or pasted is what is kept, to the character, and can be undone."""

import unicodedata

from reisverslag_tui.core.draft import Draft, Place
from tests.ui.conftest import MakeDraft, Start

INVISIBLE = "\u00a0\u2009\u202f\u00ad\u200d\u200b"
LINES = "\n".join(f"regel {number}" for number in range(60))


async def test_letters_signs_and_emoji_are_kept_as_typed(start: Start, draft: Draft) -> None:
    text = "Coördinatie kostte €5, één ideeënbus, naïef 😀 漢字"
    family = "👩\u200d👩\u200d👧 ☎\ufe0f 👍🏽"
    async with start(draft) as user:
        await user.write(text)
        assert "€5, één ideeënbus, naïef 😀" in user.shown
        await user.press("f9")
        await user.write(family)
        await user.saved()
        assert user.area.text == family
        assert user.answers() == {"personen": text, "duur": family}


async def test_a_decomposed_accent_becomes_one_character(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.write("cafe\u0301")
        await user.saved()
        assert user.answers() == {"personen": "caf\u00e9"}
        await user.press("f9", "f8")
        assert user.area.text == "caf\u00e9"
        await user.write("!")
        assert user.area.text == "caf\u00e9!"


async def test_characters_that_take_no_ink_are_not_dropped(start: Start, draft: Draft) -> None:
    text = f"a{unicodedata.normalize('NFC', INVISIBLE)}b"
    async with start(draft) as user:
        for question in (1, 3):
            await user.press("ctrl+g", str(question))
            await user.write(text)
            assert user.area.text == text
        await user.saved()
        assert user.answers() == {"personen": text, "doel": text}


async def test_an_invisible_character_replaces_the_selection(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.write("12 000 en 5")
        await user.press("home", "right", "right", "shift+right")
        await user.write("\u00a0")
        assert user.area.text == "12\u00a0000 en 5"
        await user.press("ctrl+z")
        assert user.area.text == "12 000 en 5"


async def test_a_large_paste_is_kept_whole(start: Start, draft: Draft) -> None:
    text = "\n\n".join(f"Alinea {number}: {'woord ' * 40}einde." for number in range(200))
    assert len(text) > 50_000
    async with start(draft) as user:
        await user.press("ctrl+g", "3")
        await user.paste(text)
        await user.saved()
        assert user.area.text == text
        assert user.answers() == {"doel": text}
        await user.sees(f"{len(text.split())} woorden")


async def test_a_paste_of_several_lines_fits_in_a_short_answer(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.paste("2 ambtenaren\r\n1 wethouder\rsamen 3\n")
        await user.saved()
        assert user.question == "personen"
        assert user.answers() == {"personen": "2 ambtenaren\n1 wethouder\nsamen 3\n"}


async def test_what_could_drive_a_terminal_is_cleaned_away(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.paste("a\x1b[31mb\x07\x00c\u202ed\x9be\ufeff\x85f\tg")
        await user.write("h\u202e\ufeff\x9bi")
        await user.saved()
        assert user.area.text == "a[31mbcde\nf\tghi"
        assert user.answers() == {"personen": "a[31mbcde\nf\tghi"}
        assert "\x1b" not in user.shown
        assert "\u202e" not in user.shown


async def test_typing_can_be_undone_and_done_again_after_another_question(
    start: Start, draft: Draft
) -> None:
    async with start(draft) as user:
        await user.write("drie")
        await user.press("f9")
        await user.write("vier dagen")
        await user.press("f8", "ctrl+z")
        await user.saved()
        assert user.area.text == ""
        assert user.answers() == {"personen": "", "duur": "vier dagen"}
        await user.press("f9", "f8", "ctrl+y")
        await user.saved()
        assert user.answers() == {"personen": "drie", "duur": "vier dagen"}


async def test_the_screens_in_between_leave_undo_as_it_was(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.write("drie")
        await user.press("f2", "escape", "f3", "escape", "f1", "escape", "ctrl+z")
        assert user.area.text == ""


async def test_undo_that_leaves_nothing_to_scroll_does_not_end_the_program(
    start: Start, draft: Draft
) -> None:
    async with start(draft) as user:
        for question in (1, 3):
            await user.press("ctrl+g", str(question))
            await user.paste(LINES)
            for _ in range(4):
                await user.hammer("ctrl+z")
                assert user.area.text == ""
                await user.hammer("ctrl+y")
                assert user.area.text == LINES
            await user.hammer(*(["ctrl+z", "ctrl+y"] * 10))
            assert user.running
            assert user.area.text == LINES


async def test_words_of_a_long_answer_are_counted(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        assert user.text("#words") == "Enter: naar de volgende"  # a short answer needs no count
        await user.press("ctrl+g", "3")
        await user.sees("0 woorden")
        await user.write("Kennis")
        await user.sees("1 woord")
        await user.write(" opdoen,  en\u00a0delen")
        await user.sees("4 woorden")
        await user.press("ctrl+a", "f7", "delete")
        await user.sees("0 woorden")
        await user.press("f8")
        assert user.text("#words") == "Enter: naar de volgende"


async def test_enter_goes_on_from_a_short_answer_and_is_a_new_line_in_a_long_one(
    start: Start, draft: Draft
) -> None:
    async with start(draft) as user:
        await user.hammer(*"een", "enter", *"twee", "enter", *"drie", "enter", *"vier")
        await user.saved()
        assert user.answers() == {"personen": "een", "duur": "twee", "doel": "drie\nvier"}


async def test_no_key_overtakes_what_was_typed_before_it(start: Start, draft: Draft) -> None:
    async with start(draft) as user:
        await user.hammer(*"snel", "f9", *"getypt", "f10")
        await user.ended()
    async with start() as user:
        assert user.answers() == {"personen": "snel", "duur": "getypt"}


async def test_a_word_that_wraps_below_the_last_row_stays_in_sight(
    start: Start, stored: MakeDraft
) -> None:
    answer = f"{LINES}\nwat die dag het meest opviel"
    draft = stored(doel=answer, place=Place("doel", 60, 28))
    async with start(draft) as user:
        for length in range(1, 60):
            await user.press("~")
            assert user.shown.count("~") == length


async def test_the_cursor_goes_to_where_a_long_answer_begins_and_ends(
    start: Start, stored: MakeDraft
) -> None:
    text = "\n".join(f"Regel {number}" for number in range(99))
    async with start(stored(doel=text, place=Place("doel", 50, 3))) as user:
        await user.press("ctrl+home", "A")
        await user.sees("ARegel 0")
        await user.press("ctrl+end", "Z")
        await user.sees("Regel 98Z")
        assert user.area.text == f"A{text}Z"


async def test_what_is_typed_behind_the_enter_on_a_button_is_not_typed_at_the_button(
    start: Start, stored: MakeDraft
) -> None:
    async with start(stored(place=Place("personen"))) as user:
        await user.press("tab")
        assert user.focused.id == "next"
        await user.hammer("enter", *"vier", "ctrl+t", "enter", *" dagen")
        await user.saved()
        assert user.answers() == {"duur": "vier dagen"}
