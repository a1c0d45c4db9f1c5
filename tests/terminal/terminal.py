"""A program on a pseudo-terminal: what is typed, what is then on the screen."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
import unicodedata

PATIENCE = 30  # seconds, on a machine that does much else
CSI = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")


def cells(line):
    """How many cells of the terminal a line takes."""
    return sum(
        0 if unicodedata.combining(c) else
        2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in line
    )


class Terminal:
    def __init__(self, argv, cwd, env, columns=80, rows=24):
        self.said = ""
        self.status = None
        self.keys = 0
        ready, go = os.pipe()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.read(ready, 1)
            os.chdir(cwd)
            # The size is set before anything is drawn.
            fcntl.ioctl(0, termios.TIOCSWINSZ,
                        struct.pack("HHHH", rows, columns, 0, 0))
            os.execve(argv[0], argv, env)
        # Before the program can change them.
        self.modes = termios.tcgetattr(self.fd)
        os.write(go, b"g")
        os.close(go)
        os.close(ready)

    def resize(self, columns, rows):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ,
                    struct.pack("HHHH", rows, columns, 0, 0))

    def listen(self, seconds):
        """Takes in what comes within some seconds; False at the end."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            data = b""
        self.said += data.decode("utf-8", "replace")
        return bool(data)

    def see(self, text, since=0):
        """Waits until a text was written; where it ends in all of them."""
        end = time.time() + PATIENCE
        while text not in self.said[since:]:
            if time.time() > end or not self.listen(0.5):
                raise AssertionError(
                    f"{text!r} is not in {self.said[since:]!r}")
        return self.said.index(text, since) + len(text)

    def type(self, keys, see=None):
        """Types keys at once, and waits for what they bring."""
        since = len(self.said)
        self.keys += len(keys)
        os.write(self.fd, keys.encode())
        if see is not None:
            self.see(see, since)
        return since

    def drawn(self, since=0):
        """Waits until the screen that is being drawn is whole."""
        end = time.time() + PATIENCE
        while (not self.said.endswith("\x1b[J")
               or "\x1b[J" not in self.said[since:]):
            if time.time() > end or not self.listen(0.5):
                raise AssertionError(f"half a screen: {self.said[-300:]!r}")

    def frame(self):
        """The lines of the last screen that was drawn in full."""
        whole = self.said.rsplit("\x1b[J", 1)[0]
        return CSI.sub("", whole.rsplit("\x1b[H", 1)[1]).replace(
            "\r", "").split("\n")

    def send(self, sig):
        os.kill(self.pid, sig)

    def stopped(self):
        """Waits until the program is suspended."""
        end = time.time() + PATIENCE
        while time.time() < end:
            pid, status = os.waitpid(self.pid, os.WUNTRACED | os.WNOHANG)
            if pid and os.WIFSTOPPED(status):
                self.drain()
                return
            self.listen(0.05)
        raise AssertionError("it was not suspended")

    def end(self):
        """Waits until the program ended; its status, negative for a signal."""
        end = time.time() + PATIENCE
        while self.status is None:
            if time.time() > end:
                self.send(signal.SIGKILL)
                raise AssertionError(f"it goes on after {self.said!r}")
            self.listen(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        self.drain()
        return self.status

    def drain(self):
        """Takes in what was written before the program stopped or ended."""
        while select.select([self.fd], [], [], 0.1)[0] and self.listen(0):
            pass

    def given_back(self):
        """Whether modes and screen are as they were."""
        on, off = self.said.count("\x1b[?1049h"), self.said.count("\x1b[?1049l")
        hidden = self.said.rfind("\x1b[?25l") > self.said.rfind("\x1b[?25h")
        return (termios.tcgetattr(self.fd) == self.modes and on == off
                and not hidden)

    def close(self):
        os.close(self.fd)
