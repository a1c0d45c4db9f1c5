"""check.py ROOT WORK: what ROOT ships for CI, run in repositories below WORK.

The ladder under test is the one on the PATH.
"""

import json
import os
import re
import shlex
import subprocess
import sys
import unittest
from pathlib import Path

import yaml

ROOT = Path(sys.argv[1]).resolve()
WORK = Path(sys.argv[2])
GOOD = ROOT / "tests/golden/files/acme.yaml"
AS_ADA = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"]


def run(*words, cwd, env=None, text=None):
    return subprocess.run(
        [str(word) for word in words], cwd=cwd, input=text,
        env={**os.environ, **(env or {})}, capture_output=True, text=True,
        check=False)


def git(repo, *words):
    result = run("git", *AS_ADA, *words, cwd=repo)
    assert result.returncode == 0, result.stderr


def broken():
    return GOOD.read_text().replace("layer: leadership", "layer: leader")


def make_repo(name, text):
    """A repository with a sound ladder in origin/main and `text` here."""
    repo = WORK / name
    (repo / "ladders").mkdir(parents=True)
    git(repo, "init", "-q", ".")
    ladder = repo / "ladders/acme.yaml"
    ladder.write_text(GOOD.read_text())
    (repo / "workflow.yaml").write_text("on: push\n")
    run("ladder", "fmt", "ladders", cwd=repo)
    git(repo, "add", ".")
    git(repo, "commit", "-q", "-m", "One")
    git(repo, "update-ref", "refs/remotes/origin/main", "HEAD")
    if text != GOOD.read_text():
        ladder.write_text(text)
    return repo


def snippets(language):
    page = (ROOT / "docs/ci.md").read_text()
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.M | re.S)


class Hooks(unittest.TestCase):
    def setUp(self):
        text = (ROOT / ".pre-commit-hooks.yaml").read_text()
        self.hooks = {hook["id"]: hook for hook in yaml.safe_load(text)}

    def run_hook(self, hook, repo):
        """As pre-commit does: the entry with the staged files that fit."""
        staged = run("git", "diff", "--cached", "--name-only", cwd=repo)
        files = [name for name in staged.stdout.splitlines()
                 if re.search(hook["files"], name)]
        entry = shlex.split(hook["entry"])
        return run(ROOT / entry[0], *entry[1:], *files, cwd=repo)

    def test_hooks_are_whole(self):
        self.assertEqual(set(self.hooks), {"ladder-validate", "ladder-fmt"})
        for hook in self.hooks.values():
            self.assertEqual(hook["language"], "script")
            self.assertTrue(hook["name"])
            for name, fits in (("ladder.yaml", True), ("a/ladder.yml", True),
                               ("ladders/deep/x.yaml", True),
                               ("assessment.yaml", True),
                               ("my-ladder.yaml", False),
                               ("stepladders/x.yaml", False),
                               ("workflow.yaml", False)):
                found = re.search(hook["files"], name)
                self.assertEqual(bool(found), fits, name)

    def test_validate_stops_a_staged_mistake(self):
        repo = make_repo("hook-bad", broken())
        (repo / "workflow.yaml").write_text("on: pull_request\n")
        git(repo, "add", ".")
        result = self.run_hook(self.hooks["ladder-validate"], repo)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn('ladders/acme.yaml:', result.stdout)
        self.assertIn('"leader" has no meaning here', result.stdout)
        self.assertNotIn("workflow", result.stdout)

    def test_validate_lets_a_sound_file_pass(self):
        repo = make_repo("hook-good", GOOD.read_text() + "# a remark\n")
        git(repo, "add", ".")
        result = self.run_hook(self.hooks["ladder-validate"], repo)
        self.assertEqual((result.returncode, result.stdout), (0, ""))

    def test_fmt_writes_the_staged_file(self):
        untidy = GOOD.read_text() + "\n\n\n# a remark   \n"
        repo = make_repo("hook-fmt", untidy)
        git(repo, "add", ".")
        result = self.run_hook(self.hooks["ladder-fmt"], repo)
        now = (repo / "ladders/acme.yaml").read_text()
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue(now.endswith("\n\n# a remark\n"))
        self.assertNotEqual(now, untidy)


class AnyLadder(unittest.TestCase):
    def test_the_checkout_serves_where_none_is_installed(self):
        scripts = WORK / "checkout/scripts"
        scripts.mkdir(parents=True)
        for name, text in (
                ("any-ladder", (ROOT / "scripts/any-ladder").read_text()),
                ("ladder", '#!/bin/sh\nprintf "built:%s;" "$@"\n')):
            (scripts / name).write_text(text)
            (scripts / name).chmod(0o755)
        bare = WORK / "bare"
        bare.mkdir()
        for tool in ("sh", "dirname"):
            found = run("sh", "-c", f"command -v {tool}", cwd=WORK)
            (bare / tool).symlink_to(found.stdout.strip())
        result = run(scripts / "any-ladder", "a b", "c", cwd=WORK,
                     env={"PATH": str(bare)})
        self.assertEqual(result.stdout, "built:a b;built:c;")


class Action(unittest.TestCase):
    def setUp(self):
        self.action = yaml.safe_load((ROOT / "action.yml").read_text())

    def act(self, repo, **given):
        inputs = {name: row.get("default", "")
                  for name, row in self.action["inputs"].items()}
        inputs.update({k.replace("_", "-"): v for k, v in given.items()})
        (step,) = self.action["runs"]["steps"]
        self.assertNotIn("${{", step["run"])
        env = {}
        for name, value in step["env"].items():
            word = re.fullmatch(r"\$\{\{ (\S+) \}\}", value)[1]
            env[name] = (str(ROOT) if word == "github.action_path"
                         else inputs[word.removeprefix("inputs.")])
        script = WORK / "step.sh"
        script.write_text(step["run"])
        return run("bash", "--noprofile", "--norc", "-eo", "pipefail", script,
                   cwd=repo, env=env)

    def test_it_is_a_composite_action(self):
        self.assertEqual(self.action["runs"]["using"], "composite")
        self.assertLessEqual({"path", "fail-on", "sarif"},
                             set(self.action["inputs"]))

    def test_a_mistake_is_annotated_and_fails(self):
        repo = make_repo("action-bad", broken())
        result = self.act(repo, sarif="out.sarif")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertRegex(result.stdout,
                         r"(?m)^::error file=ladders/acme\.yaml,line=\d+")
        report = json.loads((repo / "out.sarif").read_text())
        self.assertEqual(report["version"], "2.1.0")
        self.assertEqual([r["ruleId"] for r in report["runs"][0]["results"]],
                         ["L109"])

    def test_inputs_reach_the_program(self):
        repo = make_repo("action-inputs", broken())
        (repo / "odd name.yaml").write_text(GOOD.read_text())
        paths = "odd name.yaml\nladders/*.yaml\n"
        result = self.act(repo, path=paths, fail_on="never")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("file=ladders/acme.yaml", result.stdout)
        result = self.act(repo, path="odd name.yaml")
        self.assertEqual((result.returncode, result.stdout), (0, ""))
        result = self.act(repo, path="--help")
        self.assertEqual(result.returncode, 3, result.stdout)

    def test_no_word_is_run(self):
        repo = make_repo("action-words", broken())
        self.act(repo, path="$(touch run-me)", sarif="`touch run-me`")
        self.assertFalse((repo / "run-me").exists())

    def test_only_what_changed(self):
        repo = make_repo("action-changed", GOOD.read_text())
        result = self.act(repo, changed="origin/main")
        self.assertEqual((result.returncode, result.stdout), (0, ""))
        (repo / "ladders/acme.yaml").write_text(broken())
        result = self.act(repo, changed="origin/main")
        self.assertEqual(result.returncode, 1, result.stderr)


class Matcher(unittest.TestCase):
    def setUp(self):
        text = (ROOT / ".github/ladder-matcher.json").read_text()
        (matcher,) = json.loads(text)["problemMatcher"]
        (self.pattern,) = matcher["pattern"]

    def match(self, line):
        found = re.search(self.pattern["regexp"], line)
        return found and {name: found[group]
                          for name, group in self.pattern.items()
                          if name != "regexp"}

    def gcc_and_json(self):
        files = sorted(ROOT.glob("tests/rules/L[2-4]*/bad*.yaml"))
        words = ["ladder", "validate", "--format", "gcc",
                 "--format", f"json={WORK}/findings.json", *files]
        result = run(*words, cwd=WORK)
        self.assertEqual(result.returncode, 1, result.stderr)
        report = json.loads((WORK / "findings.json").read_text())
        return result.stdout.splitlines(), report["findings"]

    def test_every_finding_is_matched_in_all_its_parts(self):
        lines, findings = self.gcc_and_json()
        found = [m for m in map(self.match, lines) if m]
        self.assertEqual({f["severity"] for f in findings},
                         {"error", "warning", "note"})
        self.assertEqual(
            found,
            [{"file": f["file"], "line": str(f["line"]),
              "column": str(f["column"]), "severity": f["severity"],
              "message": f["message"], "code": f["code"]} for f in findings])

    def test_ways_out_are_not_findings(self):
        lines, findings = self.gcc_and_json()
        self.assertGreater(len(lines), len(findings))
        self.assertIsNone(self.match('a.yaml:1:2: note: did you mean "x"?'))


class Page(unittest.TestCase):
    def test_yaml_is_yaml(self):
        self.assertEqual(len(snippets("yaml")), 4)
        for text in snippets("yaml"):
            self.assertIsInstance(yaml.safe_load(text), dict, text)

    def test_shell_runs_on_a_sound_repository(self):
        text = GOOD.read_text() + "# a remark\n"
        repo = make_repo("shell", text)
        run("ladder", "fmt", "ladders", cwd=repo)
        self.assertEqual(len(snippets("sh")), 3)
        for text in snippets("sh"):
            result = run("sh", "-e", cwd=repo, text=text)
            self.assertEqual((result.returncode, result.stdout,
                              result.stderr), (0, "", ""), text)

    def test_shell_finds_a_mistake(self):
        repo = make_repo("shell-bad", broken())
        git(repo, "add", ".")
        for text in snippets("sh"):
            result = run("sh", "-e", cwd=repo, text=text)
            self.assertEqual(result.returncode, 1, text)

    def test_gitlab_job_writes_its_reports(self):
        (text,) = [t for t in snippets("yaml") if "codequality" in t]
        job = yaml.safe_load(text)["ladders"]
        repo = make_repo("gitlab", broken())
        result = run("sh", "-e", cwd=repo, text="\n".join(job["script"]))
        self.assertEqual(result.returncode, 1, result.stderr)
        reports = job["artifacts"]["reports"]
        quality = json.loads((repo / reports["codequality"]).read_text())
        self.assertEqual([row["check_name"] for row in quality],
                         ["unknown-value"])
        self.assertIn("<testsuites", (repo / reports["junit"]).read_text())

    def test_inputs_of_the_action_are_told(self):
        page = (ROOT / "docs/ci.md").read_text()
        action = yaml.safe_load((ROOT / "action.yml").read_text())
        for name in action["inputs"]:
            self.assertIn(f"| `{name}` |", page)
        (text,) = [t for t in snippets("yaml") if "OWNER/ladder@" in t]
        (job,) = yaml.safe_load(text)["jobs"].values()
        (step,) = [s for s in job["steps"]
                   if s["uses"].startswith("OWNER/ladder@")]
        self.assertLessEqual(set(step["with"]), set(action["inputs"]))


unittest.main(argv=sys.argv[:1])
