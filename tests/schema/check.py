"""check.py SCHEMAS EXPECTED FILE...: an independent reader of our JSON Schemas.

SCHEMAS is a folder with NAME.2020-12.json and NAME.draft-07.json for ladder,
assessment and config. EXPECTED is `valid` or `invalid`. Each FILE is read by
the core schema of YAML 1.2 and held against the schema of its format; those
for which that is not what comes out are named, and make the status 1.
"""

import re
import sys
from pathlib import Path

import json
import jsonschema
import yaml


class Core(yaml.SafeLoader):
    """The core schema: no yes and no, no dates, no octal, no merge keys."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"(?:~|null|Null|NULL|)$", "~nN\0"),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$",
     "-+.0123456789"),
):
    Core.add_implicit_resolver(
        "tag:yaml.org,2002:" + tag, re.compile(pattern), list(first))
Core.yaml_implicit_resolvers.setdefault("", []).append(
    ("tag:yaml.org,2002:null", re.compile(r"$")))


def construct_int(loader, node):
    return int(loader.construct_scalar(node), 10)


Core.add_constructor("tag:yaml.org,2002:int", construct_int)


def as_json(value):
    """Keys of JSON are strings."""
    if isinstance(value, dict):
        return {str(k): as_json(v) for k, v in value.items()}
    if isinstance(value, list):
        return [as_json(v) for v in value]
    return value


def kind_of(document):
    word = document.get("format") if isinstance(document, dict) else None
    kind = word.split("/")[0] if isinstance(word, str) else "ladder"
    return kind if kind in ("ladder", "assessment", "config") else None


def validators(folder, draft, kinds):
    for kind in kinds:
        schema = json.loads((folder / f"{kind}.{draft}.json").read_text())
        reader = jsonschema.validators.validator_for(schema)
        reader.check_schema(schema)
        yield kind, reader(schema)


def main():
    folder, expected = Path(sys.argv[1]), sys.argv[2]
    kinds = ("ladder", "assessment", "config")
    wrong = checked = 0
    for draft in ("2020-12", "draft-07"):
        by_kind = dict(validators(folder, draft, kinds))
        for name in sys.argv[3:]:
            try:
                document = as_json(
                    yaml.load(Path(name).read_text("utf-8-sig"), Core))
            except Exception:
                continue  # no YAML: that is not what a schema is for
            kind = kind_of(document)
            if kind is None:
                continue
            checked += 1
            error = next(by_kind[kind].iter_errors(document), None)
            if (error is None) == (expected == "valid"):
                continue
            wrong += 1
            why = "is refused" if error else "is accepted"
            print(f"{draft}: {name} {why}"
                  + (f": {error.json_path}: {error.message[:120]}" if error else ""))
    print(f"{checked} held against a schema, {wrong} wrong")
    sys.exit(wrong > 0 or checked == 0)


main()
