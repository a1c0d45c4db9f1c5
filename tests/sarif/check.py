"""check.py PROGRAM SCHEMA ROOT DIR: writes SARIF of runs over the files of
tests/rules and holds it against the schema and the rules around it."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import urllib.parse

import jsonschema

PROGRAM, SCHEMA, ROOT, WORK = map(os.path.abspath, sys.argv[1:])
RULES = pathlib.Path(ROOT, "tests/rules")
# a name that is no URI as it stands
HOSTILE = "a, b% ?#[x]\u8ab2.yaml"


def read_schema():
    with open(SCHEMA, encoding="utf-8") as file:
        schema = json.load(file)
    return jsonschema.validators.validator_for(schema)(schema)


def run(*args, cwd=WORK, text=None):
    done = subprocess.run(
        [PROGRAM, "validate", "--format", "sarif", *args], cwd=cwd,
        input=text, capture_output=True, check=False,
        env={"PATH": os.environ["PATH"], "HOME": WORK, "LC_ALL": "C.UTF-8"})
    assert done.returncode in (0, 1), (args, done.stderr)
    return json.loads(done.stdout.decode("utf-8"))


def check(schema, document, cwd=WORK):
    """Gives the results."""
    errors = [f"{e.json_path}: {e.message}"
              for e in schema.iter_errors(document)]
    assert not errors, errors[:5]
    one, = document["runs"]
    rules = one["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    prints = set()
    for result in one["results"]:
        check_result(result, rules, cwd)
        prints.add(result["partialFingerprints"]["ladderFinding/v1"])
    assert len(prints) == len(one["results"]), "a fingerprint twice"
    return one["results"]


def check_result(result, rules, cwd):
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"], result
    ids = [place["id"] for place in result.get("relatedLocations", [])]
    assert len(set(ids)) == len(ids), result
    for place in result["locations"] + result.get("relatedLocations", []):
        if "physicalLocation" in place:
            check_place(place["physicalLocation"], cwd)
    for one in result.get("suppressions", []):
        assert one["status"] == "accepted" and one["justification"], result


def check_place(physical, cwd):
    """It lies within the file that it names."""
    uri = urllib.parse.urlsplit(physical["artifactLocation"]["uri"])
    assert not (uri.scheme or uri.query or uri.fragment), physical
    path = pathlib.Path(cwd, urllib.parse.unquote(uri.path))
    text = path.read_bytes().decode("utf-8", "replace")
    lines = text.replace("\r\n", "\n").split("\n")
    region = physical["region"]
    at = region["startLine"], region["startColumn"]
    end = region["endLine"], region["endColumn"]
    assert at <= end, physical
    for line, column in at, end:
        assert 1 <= line <= len(lines), physical
        assert 1 <= column <= len(lines[line - 1]) + 1, physical


# --- the runs -------------------------------------------------------------------

def check_catalogue(schema):
    """The broken and the mended file of each code, each with what it needs."""
    codes = set()
    for folder in sorted(RULES.glob("L*")):
        files = [path.name for path in folder.glob("*.yaml")
                 if path.is_file() and not path.is_symlink()]
        if not files or folder.name.startswith("L0"):
            continue
        results = check(schema, run("--allow-empty", *sorted(files),
                                    cwd=folder), cwd=folder)
        codes.update(result["ruleId"] for result in results)
    assert len(codes) > 80, len(codes)


def check_suppressed(schema):
    """One of each kind."""
    source = pathlib.Path(ROOT, "tests/golden/validate/suppressed/ladder.yaml")
    text = source.read_text(encoding="utf-8")
    bare = pathlib.Path(WORK, HOSTILE)
    bare.write_text(text, encoding="utf-8")
    known = os.path.join(WORK, "known.yaml")
    subprocess.run([PROGRAM, "validate", "-q", "--write-baseline", known,
                    HOSTILE], cwd=WORK, check=True)
    bare.write_text("# ladder: ignore-file[L304] Both \"sides\" <agreed>.\n"
                    "# ladder: ignore-file[L321] Nobody asks.\n" + text,
                    encoding="utf-8")
    args = "--baseline", "known.yaml", HOSTILE
    results = check(schema, run("--with-suppressed", *args))
    kinds = sorted(one["kind"] for result in results
                   for one in result["suppressions"])
    assert kinds == ["external", "inSource"], kinds
    assert len(results) == 4, results
    # of both what asked for nothing: it is the comment that sets L304 aside
    results = check(schema, run(*args))
    assert [r["ruleId"] for r in results] == ["L901", "L906"], results
    assert not any("suppressions" in result for result in results)


def check_nothing(schema):
    shutil.copy(os.path.join(ROOT, "tests/golden/files/acme.yaml"), WORK)
    assert not check(schema, run("acme.yaml"))
    assert not check(schema, run("--with-suppressed", "acme.yaml"))
    assert not check(schema, run("--allow-empty", "--files-from", "-",
                                 text=b""))


def check_the_check(schema):
    """A schema that takes everything would prove nothing."""
    document = run("acme.yaml")
    document["runs"][0]["columnKind"] = "bytes"
    assert list(schema.iter_errors(document))


def main():
    schema = read_schema()
    check_catalogue(schema)
    check_suppressed(schema)
    check_nothing(schema)
    check_the_check(schema)


main()
