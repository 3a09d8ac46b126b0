"""A CUPS of the tests' own: it needs no root, and knows no printer of this computer."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

_PROGRAMS = f"{os.environ['PATH']}:/usr/sbin:/sbin"
_PATIENCE = 20.0  # seconds
_PDF = "lsb/usr/cupsfilters/Generic-PDF_Printer-PDF.ppd"
_CUPSD = """\
Listen {place}/socket
LogLevel warn
Browsing No
WebInterface No
DefaultAuthType None
<Location />
Allow all
</Location>
<Policy default>
<Limit All>
Allow all
</Limit>
</Policy>
"""
_FILES = """\
FileDevice Yes
ServerRoot {place}
RequestRoot {place}/spool
CacheDir {place}/cache
StateDir {place}/state
TempDir {place}/temporary
AccessLog {place}/access
ErrorLog {place}/errors
PageLog {place}/pages
"""


def which(name: str) -> str | None:
    """Return where a program is, one for administrators too."""
    return shutil.which(name, path=_PROGRAMS)


class NetworkPrinter:
    """Takes what is sent to it, as a printer in a network does."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(_PATIENCE)
        self.device = f"socket://127.0.0.1:{self._server.getsockname()[1]}/?waiteof=false"

    def received(self) -> str:
        """Wait for a job, and return all of it."""
        connection, _ = self._server.accept()
        with connection, connection.makefile("rb") as job:
            return job.read().decode()

    def close(self) -> None:
        """Take nothing any more."""
        self._server.close()


class Cupsd:
    """Runs until `stop`."""

    def __init__(self) -> None:
        # Not where pytest keeps its files: filters run as another user if the tests do as root.
        self._place = Path(tempfile.mkdtemp(prefix="cups-"))
        self._place.chmod(0o755)
        for name in ("spool", "cache", "state", "temporary"):
            (self._place / name).mkdir()
        (self._place / "temporary").chmod(0o1777)
        self.server = str(self._place / "socket")
        configuration, files = self._write("cupsd.conf", _CUPSD), self._write("files.conf", _FILES)
        self._process = subprocess.Popen(
            [which("cupsd") or "", "-f", "-c", configuration, "-s", files],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait(lambda: "is running" in self.ask("lpstat", "-r"))

    def ask(self, name: str, *words: str) -> str:
        """Run a program of CUPS, and return what it answers."""
        environment = {"PATH": _PROGRAMS, "CUPS_SERVER": self.server, "LC_ALL": "C"}
        command = [which(name) or "", *words]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False
        ).stdout

    def add(self, name: str, device: str = "file:/dev/null", model: str = "raw") -> None:
        """Add a printer."""
        self.ask("lpadmin", "-p", name, "-E", "-v", device, "-m", model)

    def add_paper(self, name: str) -> Path:
        """Add a printer that makes a PDF of what it prints, and return where."""
        path = self._place / f"{name}.pdf"
        self.add(name, f"file://{path}", _PDF)
        return path

    def wait(self) -> None:
        """Wait until all is printed."""
        self._wait(lambda: not self.ask("lpstat", "-o"))

    def freeze(self) -> None:
        """Let it answer nothing."""
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it answer again."""
        self._process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """End it, and leave nothing."""
        self._process.terminate()
        self._process.wait(_PATIENCE)
        shutil.rmtree(self._place)

    def _write(self, name: str, text: str) -> str:
        path = self._place / name
        path.write_text(text.format(place=self._place), encoding="utf-8")
        return str(path)

    def _wait(self, holds: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while not holds():
            assert time.monotonic() < end, (self._place / "errors").read_text(encoding="utf-8")
