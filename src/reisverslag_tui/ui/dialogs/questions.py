"""A choice from a list of questions."""

from textual import on
from textual.widgets import OptionList

from reisverslag_tui.ui.dialogs.list import ListDialog
from reisverslag_tui.ui.later import do_later


class QuestionsDialog(ListDialog[None]):
    """Has questions, by their id, as the options; the app does `way` of the one that is chosen."""

    def way(self, question_id: str) -> str:
        """Return the action of the app for a question."""
        raise NotImplementedError

    async def action_choose(self) -> None:
        """Do it at once: what is typed next is about what there is then."""
        chosen = self.query_one(OptionList).highlighted_option
        if chosen and chosen.id:
            await self.run_action(self.way(chosen.id))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        do_later(self, self.way(event.option.id or ""))
