"""read.py PROGRAM DIR TESTS: has PROGRAM plan over a ladder whose every text
means something to somebody, over Japanese and over plain ones, and reads
calendars and tasks as their own programs do."""

import datetime
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import uuid

PROGRAM, WORK, TESTS = sys.argv[1:]
FILES = f"{TESTS}/golden/files"
START = datetime.date(2026, 11, 2)


with open(f"{TESTS}/support/injections.json", encoding="utf-8") as file:
    INJECTIONS = sum(json.load(file).values(), [])


def run(*args, status=0):
    done = subprocess.run([PROGRAM, "plan", "-q", *args], cwd=WORK,
                          capture_output=True, check=False,
                          env={"PATH": os.environ["PATH"], "HOME": WORK,
                               "LC_ALL": "C.UTF-8"})
    assert done.returncode == status, (args, done)
    assert bool(done.stderr) == bool(status), (args, done.stderr)
    return done.stdout


def hostile_ladder():
    """A competency for each injection, which stands in all of its texts."""
    lines = ["format: ladder/1", "id: hostile", "name: Hostile",
             "effort: [8h, 16h]", "competencies:"]
    for i, text in enumerate(INJECTIONS):
        said = json.dumps(f"n{i} {text}", ensure_ascii=False)
        proof = json.dumps(f"e{i} {text}", ensure_ascii=False)
        lines += [f"  c{i}:", f"    name: {said}", "    layer: technical",
                  f"    stages: [{{name: {said}, behaviours: [{said}], "
                  f"practise: [{said}], evidence: [{proof}], "
                  f"resources: [{{title: {said}, url: {said}}}]}}]"]
    lines += ["tracks:", "  t:", "    levels:"]
    for i, n in enumerate((1, 2, len(INJECTIONS))):
        said = json.dumps(f"t{i} {INJECTIONS[i]}", ensure_ascii=False)
        asks = ", ".join(f"c{k}: 1" for k in range(n))
        lines += [f"      - {{id: l{i}, title: {said}, gates: [{said}], "
                  f"requires: {{{asks}}}}}"]
    return "\n".join(lines) + "\n"


def shown(text):
    """The part before what hides or is an order to a log, which the program
    shows as what it is."""
    return re.split("[\u200b-\u200f\u2060\u061c]|##\\[", text)[0].strip()


PLANS = {
    "hostile": ["--ladder", "hostile.yaml", "--assessment", "nobody.yaml"],
    "japanese": ["--ladder", f"{FILES}/ja.yaml", "--target", "ichininmae",
                 "--effort", "8h,20h"],
    "untimed": ["--ladder", f"{FILES}/ja.yaml", "--target", "ichininmae"],
    "assessed": ["--ladder", f"{FILES}/acme.yaml",
                 "--assessment", f"{FILES}/ada.yaml"],
    "long": ["--ladder", "builtin:software-engineering", "--from", "junior",
             "--target", "cto"],
    "met": ["--ladder", f"{FILES}/acme.yaml", "--from", "staff", "--target",
            "staff"],
}


def plan_of(name):
    return json.loads(run(*PLANS[name], "--start", str(START), "-f", "json"))


# --- calendars ----------------------------------------------------------------

def check_lines(raw):
    """RFC 5545, section 3.1."""
    assert raw.endswith(b"\r\n")
    for line in raw[:-2].split(b"\r\n"):
        assert len(line) <= 75, line
        assert b"\r" not in line and b"\n" not in line, line
        line.decode("utf-8")


def check_event(event, step):
    first = START + datetime.timedelta(weeks=step["start_week"])
    past = START + datetime.timedelta(weeks=step["end_week"])
    assert event["DTSTART"].dt == first, (event, step)
    assert event["DTEND"].dt == max(past, first + datetime.timedelta(1))
    assert event["TRANSP"] == "TRANSPARENT"
    assert step["layer"].capitalize() in str(event["CATEGORIES"].to_ical())


def check_texts(event, step):
    """By vobject, as icalendar reads an escaped backslash before an n as a
    newline."""
    assert event.summary.value.startswith(shown(step["name"])), (event, step)
    told = event.description.value
    for text in step["evidence"] + [b["text"] for b in step["behaviours"]]:
        if step["name"] != text and not re.search(r"[*_`\[<\\]", text):
            assert shown(text) in told, (text, told)


def check_calendar(icalendar, raw, plan):
    calendar = icalendar.Calendar.from_ical(raw)
    events = calendar.walk("VEVENT")
    assert not calendar.errors and not any(e.errors for e in events)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    assert len({e["UID"] for e in events}) == len(events)
    for event in events:
        assert uuid.UUID(event["UID"]).version == 8
        assert event["DTSTAMP"].dt.date() == START
    steps = [e for e in events if b"Milestone" not in
             e.get("CATEGORIES", ["x"]).to_ical()]
    assert len(steps) == len(plan["steps"])
    for event, step in zip(steps, plan["steps"]):
        check_event(event, step)
    places = [e for e in events if e not in steps]
    assert len(places) == max(len(plan["milestones"]), not steps)
    for event, milestone in zip(places, plan["milestones"]):
        day = START + datetime.timedelta(weeks=milestone["week"])
        assert event["DTSTART"].dt == day
        assert event["DTEND"].dt == day + datetime.timedelta(1)
    return [str(e["UID"]) for e in events]


def check_ics(icalendar, vobject):
    for name, args in PLANS.items():
        if name == "untimed":
            continue
        raw = run(*args, "--start", str(START), "-f", "ics")
        check_lines(raw)
        plan = plan_of(name)
        uids = check_calendar(icalendar, raw, plan)
        faster = run(*args, "--start", "2030-01-01", "--hours-per-week", "8",
                     "-f", "ics").decode()
        assert sorted(re.findall("UID:(.*)\r", faster)) == sorted(uids)
        read = vobject.readOne(raw.decode())
        read.validate(raiseException=True)
        assert [e.uid.value for e in read.vevent_list] == uids
        steps = [e for e in read.vevent_list
                 if "Milestone" not in e.categories.value]
        for event, step in zip(steps, plan["steps"]):
            check_texts(event, step)


# --- tasks --------------------------------------------------------------------

def task(*args):
    done = subprocess.run(["task", "rc.confirmation=off", *args], cwd=WORK,
                          capture_output=True, check=False, text=True,
                          env={"PATH": os.environ["PATH"], "HOME": WORK,
                               "LC_ALL": "C.UTF-8", "TZ": "UTC",
                               "TASKRC": "/dev/null",
                               "TASKDATA": f"{WORK}/task"})
    assert done.returncode == 0, (args, done)
    return done.stdout


def import_tasks(raw):
    """Gives what it says about each: add, skip, mod."""
    with open(f"{WORK}/tasks.json", "wb") as out:
        out.write(raw)
    said = task("import", f"{WORK}/tasks.json")
    return re.findall(r"^ (add|skip|mod) ", said, re.M)


def check_task(wanted, got):
    for key, value in wanted.items():
        if key == "depends":
            assert sorted(value) == sorted(got[key])
        elif key == "status":
            assert got[key] in ("pending", "waiting")
        else:
            assert value == got[key], (key, value, got[key])


def check_tasks():
    for name, args in PLANS.items():
        for dated in ([], ["--start", str(START)]):
            shutil.rmtree(f"{WORK}/task", ignore_errors=True)
            os.mkdir(f"{WORK}/task")
            raw = run(*args, *dated, "-f", "tasks")
            tasks = json.loads(raw)
            plan = plan_of(name)
            assert len(tasks) == len(plan["steps"]) + len(plan["milestones"])
            assert import_tasks(raw) == ["add"] * len(tasks)
            got = {t["uuid"]: t for t in json.loads(task("export"))}
            assert len(got) == len(tasks)
            for wanted in tasks:
                check_task(wanted, got[wanted["uuid"]])
            assert set(import_tasks(raw)) <= {"skip"}
        later = run(*args, "--start", "2030-01-01", "-f", "tasks")
        import_tasks(later)
        assert len(json.loads(task("export"))) == len(tasks)


def check_persons():
    """The same step of another person is another one."""
    uids = set()
    for person in ("Ada", "Bo"):
        with open(f"{WORK}/{person}.yaml", "w", encoding="utf-8") as out:
            out.write("format: assessment/1\nladder: acme\n"
                      f"person: {person}\ntarget: ic/staff\n")
        raw = run("--ladder", f"{FILES}/acme.yaml", "--assessment",
                  f"{person}.yaml", "-f", "tasks")
        tasks = json.loads(raw)
        assert not uids & {t["uuid"] for t in tasks}
        uids |= {t["uuid"] for t in tasks}


# --- all of it ----------------------------------------------------------------

def module(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def main():
    with open(f"{WORK}/hostile.yaml", "w", encoding="utf-8") as out:
        out.write(hostile_ladder())
    with open(f"{WORK}/nobody.yaml", "w", encoding="utf-8") as out:
        out.write("format: assessment/1\nladder: hostile\n"
                  "person: Nobody\ntarget: l2\n")
    assert len(plan_of("hostile")["steps"]) == len(INJECTIONS)
    missing = []
    check_persons()
    icalendar, vobject = module("icalendar"), module("vobject")
    if icalendar and vobject:
        check_ics(icalendar, vobject)
    else:
        missing.append("Python's icalendar and vobject")
    if shutil.which("task"):
        check_tasks()
    else:
        missing.append("Taskwarrior (task)")
    if missing:
        print(f"skipped in part: there is no {', no '.join(missing)}")
        sys.exit(77)


main()
