"""The chosen report beside the list, where there is room."""

from tests.ui.conftest import MakeDraft, Start


async def test_the_chosen_one_is_previewed_beside_a_wide_list(
    start: Start, stored: MakeDraft
) -> None:
    stored("Een", doel="Het eerste doel.")
    stored("Twee", doel="Het tweede doel.")
    async with start(size=(120, 40)) as user:
        await user.sees("VERSLAG BUITENLANDSE DIENSTREIS", "Het tweede doel.")
        await user.press("down")
        await user.sees("Het eerste doel.")
        await user.write("geen een")
        await user.until(lambda: "DIENSTREIS" not in user.shown)
        await user.resize(80, 24)
        await user.press("escape")
        await user.until(lambda: len(user.listed) == 2)
        assert "DIENSTREIS" not in user.shown
        await user.resize(120, 40)
        await user.sees("VERSLAG BUITENLANDSE DIENSTREIS")


async def test_a_very_long_report_is_listed_as_quickly_as_any(
    start: Start, stored: MakeDraft
) -> None:
    stored("Lang " * 200, doel="reis naar Gent\n" * 70_000)
    async with start(size=(120, 40)) as user:
        await user.sees("Lang Lang", "reis naar Gent")
        shown = user.screen.query_one("#report").virtual_size.height
        assert shown < 1_000
        await user.press("f10")
        await user.ended()


async def test_beside_the_list_it_is_told_where_a_long_answer_was_cut(
    start: Start, stored: MakeDraft
) -> None:
    stored("Gent", doel="reis " * 1_000, vervolg="Ja.")
    async with start(size=(200, 80)) as user:
        await user.sees("reis …", "Ja.")
