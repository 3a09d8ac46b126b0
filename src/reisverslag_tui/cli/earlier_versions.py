"""Messages about the earlier versions of a report, for `versies` and `herstel`."""

from reisverslag_tui.errors import StorageError
from reisverslag_tui.storage.lookup import FoundFile, command, word_for


def no_versions(found: FoundFile) -> str:
    """Return the message that a report has no earlier versions."""
    return f"Van '{found.item.name}' zijn nog geen eerdere versies."


def require_version(number: int, found: FoundFile) -> None:
    """Raise StorageError, naming the versions that there are, if this one is not there."""
    numbers = found.store.versions(found.item.id).numbers()
    if not numbers:
        raise StorageError(no_versions(found))
    if number not in numbers:
        others = ", ".join(map(str, numbers))
        raise StorageError(f"Versie {number} is er niet. Kies uit: {others}")


def restore_command(found: FoundFile, number: int) -> str:
    """Return the command that puts a version back, for a shell."""
    word = word_for(found.store.path(found.item.id))
    return command("herstel", word, "--versie", str(number))
