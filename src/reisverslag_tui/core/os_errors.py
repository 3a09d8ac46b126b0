"""What the operating system refuses, in Dutch."""

import errno

_REASONS = {
    errno.ENOSPC: "schijf vol",
    errno.EDQUOT: "je schijfruimte is op",
    errno.EROFS: "schijf is alleen-lezen",
    errno.EACCES: "geen schrijfrechten",
    errno.EPERM: "geen schrijfrechten",
    errno.ENOENT: "de map bestaat niet",
    errno.EEXIST: "er staat een bestand waar een map moet zijn",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "dit is een map, geen bestand",
    errno.EIO: "schijffout",
    errno.ENAMETOOLONG: "naam te lang",
    errno.EFBIG: "bestanden mogen hier niet zo groot zijn",
    errno.EMFILE: "er zijn te veel bestanden open",
    errno.ENFILE: "er zijn te veel bestanden open",
    errno.ELOOP: "te veel verwijzingen naar elkaar",
}
_READING = {
    errno.ENXIO: "dit is geen gewoon bestand",
    errno.ENOENT: "het bestand bestaat niet",
    errno.EACCES: "geen leesrechten",
    errno.EPERM: "geen leesrechten",
}


def os_message(error: OSError, *, reading: bool = False) -> str:
    """Return why the file system refused to write, or to read, in a few Dutch words."""
    reasons = _REASONS | _READING if reading else _REASONS
    unknown = f"fout {error.errno} van het systeem" if error.errno else "onbekende fout"
    return reasons.get(error.errno or 0, unknown)
