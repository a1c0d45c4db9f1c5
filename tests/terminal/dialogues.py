"""Dialogues of `ladder assess`, each a function that plays one."""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import termios

from terminal import Terminal, cells

HERE = os.path.dirname(os.path.abspath(__file__))
FILES = os.path.join(HERE, "..", "golden", "files")
PROGRAM = os.path.abspath(sys.argv[1])
ENV = {"PATH": os.environ["PATH"], "TERM": "xterm", "LC_ALL": "C.UTF-8",
       "SOURCE_DATE_EPOCH": "1793620800", "NO_COLOR": "1"}
for name in os.environ:
    if name.endswith("SAN_OPTIONS"):
        ENV[name] = os.environ[name]
ENV["LSAN_OPTIONS"] = ("print_suppressions=0:suppressions="
                      + os.path.join(HERE, "lsan.txt"))
ASK = "Which is the highest stage"
HEAD = "format: assessment/1\nladder: software-engineering\nperson: Ada\n"


class Place:
    """A directory of its own, with or without an assessment."""

    def __init__(self, assessment=HEAD):
        self.dir = tempfile.mkdtemp(prefix="ladder-terminal.")
        self.path = os.path.join(self.dir, "assessment.yaml")
        if assessment is not None:
            with open(self.path, "w", encoding="utf-8") as f:
                f.write(assessment)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.dir)

    def text(self):
        with open(self.path, encoding="utf-8") as f:
            return f.read()

    def assess(self, *options, columns=80, rows=24, **env):
        return Terminal([PROGRAM, "assess", *options], self.dir,
                        {**ENV, "HOME": self.dir, **env}, columns, rows)

    def validates(self, *options):
        done = subprocess.run([PROGRAM, "validate", *options, self.path],
                              cwd=self.dir, env={**ENV, "HOME": self.dir},
                              capture_output=True, check=False)
        assert done.returncode == 0, done


def fits(t, columns, rows):
    lines = t.frame()
    assert len(lines) <= rows, lines
    for line in lines:
        assert cells(line) <= columns, (cells(line), line)


def leave(t, status=0):
    assert t.end() == status, (t.status, t.said[-500:])
    assert t.given_back(), repr(t.said[-200:])
    t.close()


# --- the dialogues ----------------------------------------------------------


def a_new_user_rates_everything():
    """From an empty directory to a plan; counts the keys."""
    with Place(None) as p:
        t = p.assess()
        t.see("Your name: ")
        t.type("Ada Lovelace\n", "Where do you stand today?")
        t.type("senior\n", "Where do you want to go?")
        t.type("staff\n", ASK)
        intro = t.keys
        for i in range(28):
            fits(t, 80, 24)
            assert t.frame()[0].startswith(f"{i + 1} of 28"), t.frame()
            t.type("1", "Your answer: 1")
            fits(t, 80, 24)
            t.type("\r", ASK if i < 27 else "Saved in assessment.yaml")
        leave(t)
        assert "28 of 28 competencies answered." in t.said
        assert "Next: ladder plan" in t.said
        assert "role: ic/senior\nbaseline: ic/senior\ntarget: ic/staff\n" in p.text()
        p.validates()
        print(f"28 competencies: {t.keys - intro} keys, and {intro} before "
              "them for name, role and target")


def the_next_run_goes_on():
    with Place() as p:
        t = p.assess()
        t.see(ASK)
        for digit in "12":
            t.type(digit, f"Your answer: {digit}")
            t.type("\r", ASK)
        t.type("q", "goes on with")
        leave(t)
        assert "ratings:\n  delivery: 1\n  planning: 2\n" in p.text()
        t = p.assess()
        t.see(ASK)
        assert t.frame()[0].startswith("3 of 28")
        t.type("p", "Your answer: 2")
        t.type("q")
        leave(t)
        p.validates()


def text_is_edited():
    with Place() as p:
        t = p.assess()
        t.see(ASK)
        t.type("n", "Why does it not apply to you?")
        t.type("Never ever\x7f\x7f\x7f\x7f\x7f.\r", "does not apply: Never.")
        t.type("2", "Your answer: 2")
        t.type("o", "Note")
        t.type("設計 gut\r", "The note is saved")
        t.type("v", "What shows it?")
        t.type("It runs.\r", "Its address?")
        t.type("on the wiki\r", "With https://, http:// or mailto:")
        t.type("https://example.org/it\r", "When?")
        t.type("yesterday\r", "A day as 2026-11-02, none to come.")
        t.type("2036-10-01\r", "A day as 2026-11-02, none to come.")
        t.type("2026-10-01\r", "The evidence is saved")
        t.type("q")
        leave(t)
        assert "note: 設計 gut\n" in p.text(), p.text()
        assert "- date: 2026-10-01\n        text: It runs.\n" in p.text()
        p.validates()


def escape_leaves_a_text():
    """Where lines are edited; the terminal's own editing knows no Escape."""
    with Place() as p:
        t = p.assess()
        t.see(ASK)
        t.type("o", "Note")
        t.type("Half a no")
        since = t.type("\x1b")
        while ASK not in t.said[since:]:
            t.listen(0.5)
            if "^[" in t.said[since:]:
                t.type("\x15\n", ASK)
        t.type("q")
        leave(t)
        assert p.text() == HEAD, p.text()


def without_an_editor():
    """A locale that is not UTF-8: the terminal edits by itself."""
    with Place() as p:
        t = p.assess(LC_ALL="C")
        t.see(ASK)
        t.type("o", "Note (Enter: leave it): ")
        t.type("Godd\x7fod\n", "The note is saved")
        t.type("o", "(now: Godod)")
        t.type("\n", ASK)
        t.type("n", "Why does it not")
        t.type("\x03")
        leave(t, 130)
        assert "note: Godod\n" in p.text(), p.text()


def colours_are_the_terminals():
    with Place() as p:
        t = p.assess(NO_COLOR="")
        t.see("\x1b[1mDelivery\x1b[0m")
        fits(t, 80, 24)
        t.type("q")
        leave(t)
        t = p.assess()
        t.see(ASK)
        assert "\x1b[1m" not in t.said
        t.type("q")
        leave(t)


def ctrl_c_loses_nothing():
    for keys, prompt in (("", ""), ("o", "Note"), ("v", "What shows it?")):
        with Place() as p:
            t = p.assess()
            t.see(ASK)
            t.type("1", "Your answer: 1")
            t.type("\r", ASK)
            if keys:
                t.type(keys, prompt)
                t.type("half")
            t.type("\x03", "what was answered is saved")
            leave(t, 130)
            assert p.text().endswith("ratings:\n  delivery: 1\n"), p.text()


def signals_give_the_terminal_back():
    for sig in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        for keys, prompt in (("", ""), ("o", "Note")):
            with Place() as p:
                t = p.assess()
                t.see(ASK)
                if keys:
                    t.type(keys, prompt)
                t.send(sig)
                leave(t, 130)


def suspended_and_resumed():
    for keys, prompt in (("", ""), ("o", "Note")):
        with Place() as p:
            t = p.assess()
            t.see(ASK)
            if keys:
                t.type(keys, prompt)
            t.type("\x1a")
            t.stopped()
            assert termios.tcgetattr(t.fd) == t.modes
            assert t.said.count("\x1b[?1049h") == t.said.count("\x1b[?1049l")
            since = len(t.said)
            t.send(signal.SIGCONT)
            t.see("\x1b[?1049h", since)
            if keys:
                t.type("Here.\r", "The note is saved")
            t.type("1", "Your answer: 1")
            t.type("q")
            leave(t)
            p.validates()


def suspended_before_there_is_a_screen():
    with Place(None) as p:
        t = p.assess()
        t.see("Your name: ")
        t.type("Ad\x1a")
        t.stopped()
        assert termios.tcgetattr(t.fd) == t.modes
        t.send(signal.SIGCONT)
        t.type("a\r", "Where do you stand")
        t.type("\x03", "")
        leave(t, 130)
        assert not os.path.exists(p.path)


def another_size():
    with Place() as p:
        t = p.assess(columns=200, rows=50)
        t.see(ASK)
        fits(t, 200, 50)
        assert max(map(cells, t.frame())) > 120  # side by side
        for columns, rows in ((80, 24), (40, 20), (20, 10), (120, 40)):
            t.drawn()
            since = len(t.said)
            t.resize(columns, rows)
            t.drawn(since)
            fits(t, columns, rows)
        t.type("3", "Your answer: 3")
        t.type("q")
        leave(t)


def a_dumb_terminal():
    with Place() as p:
        t = p.assess(TERM="dumb")
        t.see("Question 1 of 28, execution: Delivery.")
        t.see("for help: ")
        t.type("2 met 1\n", "Saved. Your answer: 2 Delivers features; 1 of 4")
        t.type("\n", "Question 2 of 28")
        t.type("quit\n", "Next: ladder plan")
        leave(t)
        assert "\x1b" not in t.said, repr(t.said)
        assert "delivery:\n    stage: 2\n    met:\n      - 1\n" in p.text()
        p.validates()


def plain_lines_move_no_cursor():
    """Not even where the terminal could, and a line could be edited."""
    with Place(None) as p:
        t = p.assess("--plain")
        t.see("Your name: ")
        t.type("Adda\x7f\x7fa\n", "Where do you stand")
        t.type("\n", "Where do you want")
        t.type("\n", "for help: ")
        t.type("1\n", "Saved.")
        t.type("note Good.\n", "with a note")
        t.type("q\n", "Next: ladder plan --target ROLE")
        leave(t)
        said = t.said.replace("\b \b", "")  # the terminal's own echo
        assert "\x1b" not in said and "\b" not in said, repr(said)
        assert 'person: "Ada"' in p.text()


def a_name_is_asked_for_again():
    """One that no file may hold, before anything else is asked."""
    with Place(None) as p:
        t = p.assess("--plain")
        t.see("Your name: ")
        t.type("A\u202eb\n", "no file may hold")
        t.type("Ada\n", "Where do you stand")
        t.send(signal.SIGINT)
        leave(t, 130)


def plain_lines_are_ended_by_ctrl_d():
    with Place() as p:
        t = p.assess("--plain", TERM="dumb")
        t.see("for help: ")
        t.type("1\n", "Saved.")
        t.type("\x04", "Next: ladder plan")
        leave(t)
        assert p.text().endswith("ratings:\n  delivery: 1\n")


def japanese():
    with Place(None) as p:
        shutil.copy(os.path.join(FILES, "ja.yaml"),
                    os.path.join(p.dir, "ladder.yaml"))
        t = p.assess()
        t.see("Your name: ")
        t.type("太郎\r", "Where do you stand")
        t.type("\r", "Where do you want")
        t.type("2\r", ASK)
        fits(t, 80, 24)
        t.type("1", "部品を設計する")
        fits(t, 80, 24)
        t.drawn()
        since = len(t.said)
        t.resize(30, 24)
        t.drawn(since)
        fits(t, 30, 24)
        t.type("q")
        leave(t)
        assert 'person: "太郎"' in p.text(), p.text()
        p.validates()


def killed_in_the_middle():
    """What was answered before is there; the file is always whole."""
    dice = random.Random(1)
    for _ in range(int(os.environ.get("KILLS", "12"))):
        with Place() as p:
            t = p.assess()
            t.see(ASK)
            seen = 0
            for i in range(4):
                t.type("1", "Your answer: 1")
                seen = i + 1
                t.type("\r", ASK)
            t.type("1")
            t.listen(dice.random() / 50)
            t.send(signal.SIGKILL)
            t.end()
            t.close()
            p.validates()
            rated = p.text().count(": 1\n")
            assert seen <= rated <= seen + 1, p.text()


def typing(rating):
    """An editor that writes another rating each time."""
    return (f"n=$(cat n 2>/dev/null); echo $((n + 1)) >n; "
            f"sed -i \"s/delivery: .*/delivery: {rating}/\"")


def an_edit_is_gone_on_with():
    with Place(HEAD + "ratings:\n  delivery: 1\n") as p:
        t = p.assess("--edit", EDITOR=typing("$((9 * (n == 0) + 2))"))
        t.see("no stage \"11\"")
        t.see("what you wrote is in .edit-1-assessment.yaml")
        t.see("Edit it again? [Y/n] ")
        t.type("\r")
        leave(t)
        assert p.text().endswith("delivery: 2\n"), p.text()


def ctrl_c_keeps_what_was_edited():
    with Place(HEAD + "ratings:\n  delivery: 1\n") as p:
        before = p.text()
        t = p.assess("--edit", EDITOR=typing(9))
        t.see("Edit it again? [Y/n] ")
        t.type("\x03")
        leave(t, 130)
        assert p.text() == before, p.text()
        copy = os.path.join(p.dir, ".edit-1-assessment.yaml")
        with open(copy, encoding="utf-8") as f:
            assert "\n  delivery: 9\n" in f.read()


def ctrl_c_in_an_editor_is_the_editors():
    with Place(HEAD + "ratings:\n  delivery: 1\n") as p:
        editor = "trap 'echo heard' INT; echo open; sleep 9; " + typing(3)
        t = p.assess("--edit", EDITOR=editor)
        t.see("open")
        t.type("\x03", "heard")
        t.see("saved in assessment.yaml")
        leave(t)
        assert p.text().endswith("delivery: 3\n"), p.text()


def without_a_terminal():
    with Place() as p:
        done = subprocess.run([PROGRAM, "assess"], cwd=p.dir, text=True,
                              env={**ENV, "HOME": p.dir}, check=False,
                              stdin=subprocess.DEVNULL, capture_output=True)
        assert done.returncode == 2, done
        assert "--answers FILE" in done.stderr, done


DIALOGUES = [
    a_new_user_rates_everything, the_next_run_goes_on, text_is_edited,
    escape_leaves_a_text, without_an_editor,
    colours_are_the_terminals, ctrl_c_loses_nothing,
    signals_give_the_terminal_back, suspended_and_resumed,
    suspended_before_there_is_a_screen, another_size,
    a_dumb_terminal, plain_lines_move_no_cursor,
    a_name_is_asked_for_again, plain_lines_are_ended_by_ctrl_d, japanese,
    killed_in_the_middle, an_edit_is_gone_on_with,
    ctrl_c_keeps_what_was_edited, ctrl_c_in_an_editor_is_the_editors,
    without_a_terminal,
]


def main():
    wanted = sys.argv[2:]
    failed = 0
    for dialogue in DIALOGUES:
        if wanted and dialogue.__name__ not in wanted:
            continue
        try:
            dialogue()
            print("ok", dialogue.__name__)
        except AssertionError as e:
            failed += 1
            print("FAILED", dialogue.__name__, e)
    sys.exit(1 if failed else 0)


main()
