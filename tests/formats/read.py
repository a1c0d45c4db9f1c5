"""read.py PROGRAM DIR: writes two hostile ladders into DIR, has the program
compare and show them in its formats, and reads what comes out."""

import csv
import html.parser
import io
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

PROGRAM, WORK = sys.argv[1:]

# What means something to HTML, Markdown, XML, workflow commands, a terminal.
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></title></summary></details><b>",
    "\"><svg/onload=alert(1)>",
    "' onmouseover='alert(1)",
    "[x](javascript:alert(1)) ![y](https://e.example/p.png)",
    "<https://e.example> https://e.example &lt;b&gt; &#60;",
    "::error file=x::y",
    "a%0A::error::b%25",
    "##[error]x",
    "]]> <!-- x --> <![CDATA[ x",
    "**a** ~~b~~ `c` | d $e$ @someone #1",
    "# a",
    "- [ ] b",
    "a\u200bd e\u200ff",
    "課題「毎日」です、\U0001f600e\u0301",
    "a\\b\\\\c\\n",
]


def quoted(text):
    """A scalar of YAML that is exactly this text."""
    return json.dumps(text, ensure_ascii=False)


def ladder(edition):
    """Every text of it is hostile; the two editions differ in each."""
    n = 0

    def text():
        nonlocal n
        n += 1
        return quoted(f"{edition}{n} {HOSTILE[n % len(HOSTILE)]} z{edition}")

    lines = ["format: ladder/1", "id: hostile",
             f"name: {text()}", f"version: {text()}", f"summary: {text()}",
             "competencies:"]
    for i in range(len(HOSTILE)):
        lines += [f"  c{i}:", f"    name: {text()}", "    layer: technical",
                  f"    summary: {text()}", "    stages:"]
        for stage in (1, 2):
            lines += [f"      - name: {text()}",
                      f"        summary: {text()}",
                      f"        behaviours: [{text()}, {text()}]",
                      f"        examples: [{text()}]",
                      f"        practise: [{text()}]",
                      f"        evidence: [{text()}]",
                      "        resources:",
                      f"          - {{title: {text()}, "
                      "url: \"javascript:alert(1)\"}",
                      f"          - {{title: {text()}, "
                      "url: \"https://e.example/?a=1&b=\\\"><x>\"}"]
    lines += ["tracks:", "  t:", f"    name: {text()}",
              f"    summary: {text()}", "    levels:"]
    stage = 1 if edition == "A" else 2
    for i in range(3):
        asks = ", ".join(f"c{k}: {stage}" for k in range(i, len(HOSTILE), 3))
        lines += [f"      - id: l{i}", f"        title: {text()}",
                  f"        summary: {text()}",
                  f"        attributes: {{k: {text()}}}",
                  f"        gates: [{text()}]",
                  f"        requires: {{{asks}}}"]
    return "\n".join(lines) + "\n"


def run(*args):
    done = subprocess.run([PROGRAM, *args], cwd=WORK, capture_output=True,
                          env={"PATH": os.environ["PATH"], "HOME": WORK,
                               "LC_ALL": "C.UTF-8"}, check=False)
    assert done.returncode == 0, (args, done.returncode, done.stderr)
    assert done.stderr == b"" or args[0] != "diff", (args, done.stderr)
    return done.stdout.decode("utf-8")


# --- what all of them must keep ---------------------------------------------

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def check_harmless(text, commands=False):
    """Nothing that a terminal or a log would obey."""
    assert not CONTROL.search(text), CONTROL.search(text)
    assert "##[" not in text
    if not commands:
        assert not re.search(r"^\s*::", text, re.M)


# --- the formats -------------------------------------------------------------

def check_json(text, changes):
    check_harmless(text)
    document = json.loads(text, object_pairs_hook=unique)
    assert document["format_version"] == "1.0"
    assert document["kind"] == "diff"
    assert len(document["changes"]) == changes
    assert sum(document["summary"].values()) == changes
    sources = {side: open(f"{WORK}/{side}.yaml", encoding="utf-8").read()
               for side in ("old", "new")}
    prints = {c["fingerprint"] for c in document["changes"]}
    assert len(prints) == changes
    read = sum(check_change(change, sources, prints)
               for change in document["changes"])
    assert 2 * read > changes, read


def unique(pairs):
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), keys
    return dict(pairs)


def check_change(change, sources, prints):
    """Gives how many of its values stand where their places say."""
    read = 0
    assert re.fullmatch(r"D\d{3}", change["code"])
    assert change["class"] in ("breaking", "review", "easing", "info")
    assert set(change["effect"]) == {"incumbent", "candidate", "files"}
    assert change.get("inside", change["fingerprint"]) in prints
    for side in ("old", "new"):
        place = change.get(f"{side}_location")
        if place is None:
            continue
        lines = sources[side].split("\n")
        line = lines[place["line"] - 1][place["column"] - 1:]
        value = change.get(side)
        if isinstance(value, str) and line.startswith('"'):
            assert json.JSONDecoder().raw_decode(line)[0] == value, change
            read += 1
    return read


def check_xml(text, changes):
    check_harmless(text)
    root = ET.fromstring(text)
    assert root.tag == "testsuites"
    cases = failures = 0
    for suite in root:
        assert suite.tag == "testsuite"
        found = {"tests": 0, "failures": 0, "skipped": 0, "errors": 0}
        for case in suite:
            assert case.tag == "testcase" and set(case.attrib) == {
                "classname", "name"}
            assert [e.tag for e in case] in (["failure"], ["skipped"],
                                             ["system-out"]), case
            found["tests"] += 1
            found["failures"] += case[0].tag == "failure"
            found["skipped"] += case[0].tag == "skipped"
        assert found == {key: int(suite.get(key)) for key in found}
        cases += found["tests"]
        failures += found["failures"]
    assert cases == changes == int(root.get("tests"))
    assert failures == int(root.get("failures")) > 0
    messages = "".join(e.get("message", "") for e in root.iter())
    assert "<script>alert(1)</script>" in messages


COMMAND = re.compile(r"::(error|warning|notice)(?: ([^:]*))?::(.*)")


def check_github(text):
    check_harmless(text, commands=True)
    levels = {}
    for line in text.splitlines():
        found = COMMAND.fullmatch(line)
        assert found, line
        level, properties, _ = found.groups()
        levels[level] = levels.get(level, 0) + 1
        names = [p.split("=", 1)[0] for p in (properties or "").split(",")]
        assert set(names) <= {"file", "line", "endLine", "title"}, line
        assert len(names) == len(set(names)), line
    assert levels == {"error": 10, "warning": 10, "notice": 10}, levels


class Page(html.parser.HTMLParser):
    """Keeps elements balanced, headings in order, and takes note of links."""

    EMPTY = {"meta", "br", "hr"}
    KNOWN = {"html", "head", "meta", "title", "style", "body", "main", "h1",
             "h2", "h3", "h4", "h5", "h6", "section", "div", "p", "span",
             "strong", "em", "code", "pre", "ins", "del", "mark", "a", "ul",
             "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr",
             "th", "td", "progress", "br", "hr", "figure", "figcaption",
             "details", "summary"}
    DRAWN = {"svg", "g", "text", "path", "rect", "line", "circle", "polyline",
             "polygon"}
    ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "id",
                  "class", "role", "tabindex", "aria-labelledby", "aria-hidden",
                  "scope", "colspan", "href", "rel", "value", "max"}
    DRAWN_WITH = {"class", "viewbox", "width", "height", "role", "id",
                  "aria-hidden", "aria-labelledby", "d", "x", "y", "rx", "x1",
                  "y1", "x2", "y2", "cx", "cy", "r", "points"}

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.text, self.rank = [], [], [], 0

    def handle_starttag(self, tag, attrs):
        assert tag in self.KNOWN | self.DRAWN, tag
        allowed = self.DRAWN_WITH if tag in self.DRAWN else self.ATTRIBUTES
        assert all(name in allowed for name, _ in attrs), attrs
        attributes = dict(attrs)
        if "href" in attributes:
            assert re.match("(https?://|mailto:)", attributes["href"]), attrs
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if re.fullmatch("h[1-6]", tag):
            assert int(tag[1]) <= self.rank + 1, tag
            self.rank = int(tag[1])
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text.append(data)


def check_html(text, expected):
    check_harmless(text)
    assert text.startswith("<!DOCTYPE html>\n")
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'\"" in text
    page = Page()
    page.feed(text)
    page.close()
    assert page.open == [], page.open
    assert len(page.ids) == len(set(page.ids))
    said = "".join(page.text)
    for one in expected:
        assert one in said, one


def check_markdown(text):
    check_harmless(text)
    assert len(text.encode()) <= 60000
    code = re.sub(r"`+[^`\n]*`+", "", text)
    # what forges look for once the markup is gone: people and issues
    rendered = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", code)
    assert not re.search(r"(?<!\w)@\w|[#!]\d", rendered)
    assert r"\@<!-- -->someone \#<!-- -->1" in code
    code = code.replace("<!-- -->", "")
    tags = set(re.findall(r"(?<!\\)</?([a-zA-Z][^ >]*)[^>]*>", code))
    assert tags <= {"details", "summary", "strong", "del", "br"}, tags
    assert code.count("<details>") == code.count("</details>")
    assert not re.search(r"(?<!\\)\]\(javascript", code)
    assert not re.search(r"(?<!\\)!\[", code)


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"https://e.example\")",
            "a,b", "a \"b\" c", "a\nb", "=a\r\nb", "\tx", "' x"]
PEOPLE = HOSTILE + FORMULAS


def shown(text):
    """A text as it is written for people, hidden characters as words."""
    def word(found):
        c = ord(found[0])
        return f"\\x{c:02x}" if c < 128 else f"\\u{{{c:04x}}}"
    text = text.replace("\r", "\\x0d")
    text = re.sub("[\u200b-\u200f]", word, text)
    return re.sub("^::", r"\\x3a:", text.replace("##[", r"\x23#["))


def write_people():
    os.makedirs(f"{WORK}/people", exist_ok=True)
    for i, name in enumerate(PEOPLE):
        with open(f"{WORK}/people/{i:02}.yaml", "w", encoding="utf-8") as out:
            out.write("format: assessment/1\nladder: hostile\n"
                      f"person: {quoted(name)}\nratings: {{c0: 1}}\n")


def check_table(text):
    """As many fields in each row, no cell that is a formula."""
    check_harmless(text.replace("\r\n", "\n"))
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len(rows) > 1, text
    assert {len(row) for row in rows} == {len(rows[0])}, text
    for row in rows:
        assert not any(re.match("[=+@\t\r-]", cell) for cell in row), row


def check_csv(text):
    """A row a person, as each is shown."""
    check_table(text)
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    expected = sorted(("'" if re.match("[=+@\t\r-]", name) else "") +
                      shown(name) for name in PEOPLE)
    got = sorted(row[0] for row in rows[1:])
    assert got == expected, set(got) ^ set(expected)


# --- findings -----------------------------------------------------------------

LONG = "q" * 200


def mistaken():
    """A ladder in which nearly every text is a mistake that is quoted."""
    lines = ["format: ladder/1", "id: hostile", "name: H"]
    lines += [f"{quoted(text)}: 1" for text in HOSTILE + [LONG]]
    lines += ["competencies:"]
    for i, text in enumerate(HOSTILE + [LONG]):
        lines += [f"  c{i}: {{name: C, layer: {quoted(text)}, "
                  f"category: {quoted(text)}, stages: [{{id: {quoted(text)}, "
                  f"needs: {{{quoted(text)}: {quoted(text)}}}}}]}}"]
    lines += ["tracks:", "  t:", "    levels:"]
    for i, text in enumerate(HOSTILE + [LONG]):
        lines += [f"      - {{id: l{i}, rank: {quoted(text)}, "
                  f"requires: {{{quoted(text)}: 1}}}}"]
    lines += ["moves:"]
    lines += [f"  - {{from: {quoted(text)}, to: {quoted(text)}}}"
              for text in HOSTILE + [LONG]]
    return "\n".join(lines) + "\n"


def validate(name, form):
    done = subprocess.run([PROGRAM, "validate", "--format", form, name],
                          cwd=WORK, capture_output=True, check=False,
                          env={"PATH": os.environ["PATH"], "HOME": WORK})
    assert done.returncode == 1, (form, done)
    assert done.stderr == b"", (form, done.stderr)
    return done.stdout.decode("utf-8")


def check_quotes(messages):
    """At most 60 characters of what stands in the file."""
    assert any("q" * 60 in message for message in messages)
    for message in messages:
        assert "q" * 61 not in message, message


def check_validate():
    name = "::error file=x::##[y]\x1b[31m\u202e.yaml"
    with open(f"{WORK}/{name}", "w", encoding="utf-8") as out:
        out.write(mistaken())
    for form in ("text", "gcc", "json", "jsonl", "sarif", "gitlab", "junit",
                 "checkstyle", "markdown"):
        check_harmless(validate(name, form))
    check_harmless(validate(name, "github"), commands=True)
    for line in validate(name, "github").splitlines():
        assert COMMAND.fullmatch(line), line
    findings = json.loads(validate(name, "json"))["findings"]
    assert len(findings) > 5 * len(HOSTILE), len(findings)
    check_quotes([f["message"] for f in findings]
                 + [f.get("help", "") for f in findings]
                 + [r["message"] for f in findings
                    for r in f.get("related", [])])
    ET.fromstring(validate(name, "junit"))
    ET.fromstring(validate(name, "checkstyle"))
    json.loads(validate(name, "sarif"))
    json.loads(validate(name, "gitlab"))


# --- all of it ----------------------------------------------------------------

def main():
    for side, edition in (("old", "A"), ("new", "B")):
        with open(f"{WORK}/{side}.yaml", "w", encoding="utf-8") as out:
            out.write(ladder(edition))
    diff = ("diff", "old.yaml", "new.yaml", "--format")
    changes = len(json.loads(run(*diff, "json"))["changes"])
    assert changes > 200, changes
    check_json(run(*diff, "json"), changes)
    check_xml(run(*diff, "junit"), changes)
    check_github(run(*diff, "github"))
    check_markdown(run(*diff, "markdown"))
    check_harmless(run(*diff, "text"))
    check_harmless(run(*diff, "summary"))
    check_html(run(*diff, "html"), ["<script>alert(1)</script>",
                                    "</style></title>"])
    for what in ([], ["l1"], ["c1"]):
        check_html(run("show", "--ladder", "new.yaml", *what,
                       "--format", "html"), ["alert(1)"])
    write_people()
    team = ("team", "people", "--ladder", "new.yaml", "--format")
    check_csv(run(*team, "csv"))
    for words in (["show"], ["show", "l1"], ["show", "c1"],
                  ["plan", "--target", "l2", "-q"],
                  ["gap", "--target", "l2", "-q"],
                  ["compare", "l1", "l2", "-q"]):
        check_table(run(*words, "--ladder", "new.yaml", "--format", "csv"))
    check_harmless(run(*team, "text"))
    check_html(run(*team, "html"), ["<script>alert(1)</script>"])
    assert len(json.loads(run(*team, "json"))["members"]) == len(PEOPLE)
    check_html(run("plan", "--ladder", "new.yaml", "--target", "l2",
                   "--format", "html", "-q"), ["alert(1)"])
    check_validate()


main()
