"""Checks the inputs of every AWS resource of plans against the models of AWS' own APIs, as botocore carries them.

    python3 -m venv .venv && .venv/bin/pip install botocore==1.44.8
    npx isotopo preview <stack> --no-policy --format json --out plan.json
    .venv/bin/python tools/aws-models.py plan.json [plan.json...]

Of each input that has a member of its name in the request that makes the resource: type, enumeration, pattern, length
and range. It says how many inputs it judged, and which have no such member. docs/proofs.md says what this proves.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

import botocore.session

# By type of a resource: the request, or requests, that make it, with the structures in them that the inputs lie in; and what the
# provider calls otherwise than the request, as the member's path from where the input lies.
TABLE = json.loads((Path(__file__).parent / "aws-requests.json").read_text())
REQUESTS = {kind: row["requests"] for kind, row in TABLE.items()}
CALLED = {f"{kind}.{name}": member for kind, row in TABLE.items() for name, member in row.get("called", {}).items()}
# Inputs whose own members lie where they lie themselves.
SPREAD = {"lb/targetGroup.healthCheck"}
# Said by the provider, not by the request: where, tags in another form, waiting, and what it does on delete.
NOT_OF_THE_REQUEST = {"region", "tags", "tagsAll", "forceDestroy", "skipDestroy", "forceDelete", "allowOverwrite"}
# What stands for a secret, for what is not known, and for what a preview makes up.
PLACEHOLDERS = re.compile(r"\[secret\]|\[unknown\]|simulated")


class Checker:
    def __init__(self):
        self.session = botocore.session.get_session()
        self.models = {}
        self.judged = Counter()
        self.unmatched = Counter()
        self.skipped = 0
        self.findings = []

    def request(self, text):
        service, operation, *into = text.split(" ")
        if service not in self.models:
            self.models[service] = self.session.get_service_model(service)
        return inside(self.models[service].operation_model(operation).input_shape, into)

    def resource(self, place, kind, inputs):
        shapes = [self.request(text) for text in REQUESTS[kind]]
        for name, value in inputs.items():
            if name not in NOT_OF_THE_REQUEST:
                self.member(f"{place} {name}", f"{kind}.{name}", shapes, name, value)

    def member(self, place, kind, shapes, name, value):
        # The provider sends no empty lists.
        if value is None or value == []:
            return
        if kind in SPREAD:
            for inner, item in value.items():
                self.member(f"{place}.{inner}", f"{kind}.{inner}", shapes, inner, item)
            return
        found = [member for member in (member_of(shape, kind, name) for shape in shapes) if member is not None]
        if found:
            self.value(place, kind, found[0], value)
        else:
            self.unmatched[kind] += 1

    def value(self, place, kind, shape, value):
        if isinstance(value, str) and shape.type_name in ("structure", "list") and value.startswith(("[", "{")):
            try:
                value = json.loads(value)
            except json.JSONDecodeError:
                pass
        if isinstance(value, str) and PLACEHOLDERS.search(value):
            self.skipped += 1
        elif shape.type_name == "structure":
            self.structure(place, kind, shape, value)
        elif shape.type_name == "list":
            items = value if isinstance(value, list) else [value]
            self.limits(place, shape, len(items), "items")
            for item in items:
                self.value(place, kind, shape.member, item)
        elif shape.type_name == "map" and isinstance(value, dict):
            for item in value.values():
                self.value(place, kind, shape.value, item)
        else:
            self.scalar(place, kind, shape, value)

    def structure(self, place, kind, shape, value):
        if set(shape.members) >= {"Quantity", "Items"} and isinstance(value, list):
            self.value(place, kind, shape.members["Items"], value)
            return
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if not isinstance(value, dict):
            # A value of its own where the API wraps it, for example {"Value": true}.
            inner = next(iter(shape.members.values()), None)
            if len(shape.members) == 1 and inner is not None:
                self.value(place, kind, inner, value)
            else:
                self.unmatched[kind] += 1
            return
        for name, item in value.items():
            self.member(f"{place}.{name}", f"{kind}.{name}", [shape], name, item)

    def scalar(self, place, kind, shape, value):
        self.judged[kind.split("/")[0]] += 1
        if isinstance(value, (dict, list)):
            self.findings.append(f"{place}: a {shape.type_name} is given {json.dumps(value)[:80]}")
            return
        if shape.type_name in ("integer", "long", "float", "double"):
            if not isinstance(value, (int, float)) and not re.fullmatch(r"-?[0-9.]+", str(value)):
                self.findings.append(f"{place}: {value!r} is no number")
            else:
                self.limits(place, shape, float(value), "as a number")
        elif shape.type_name == "boolean":
            if str(value).lower() not in ("true", "false"):
                self.findings.append(f"{place}: {value!r} is neither true nor false")
        elif shape.type_name == "string":
            enum = shape.metadata.get("enum")
            text = str(value)
            if isinstance(value, bool):
                # Where the request has words for it, the provider writes them.
                switch = {"ENABLED", "DISABLED"} <= set(enum or ())
                text = ("ENABLED" if value else "DISABLED") if switch else text.lower()
            self.limits(place, shape, len(text), "characters")
            if enum and text not in enum:
                self.findings.append(f"{place}: {text!r} is none of {', '.join(enum)}")
            pattern = shape.metadata.get("pattern")
            if pattern and not matches(pattern, text):
                self.findings.append(f"{place}: {text!r} does not match {pattern}")

    def limits(self, place, shape, size, of):
        least, most = shape.metadata.get("min"), shape.metadata.get("max")
        if least is not None and size < least:
            self.findings.append(f"{place}: {size:g} {of}, at least {least}")
        if most is not None and size > most:
            self.findings.append(f"{place}: {size:g} {of}, at most {most}")


def plain(name):
    return re.sub(r"[^a-z0-9]", "", name.lower())


def inside(shape, path):
    """The shape at a path of members; None where there is no such path."""
    for name in path:
        while shape.type_name == "list":
            shape = shape.member
        if name not in getattr(shape, "members", {}):
            return None
        shape = shape.members[name]
    while path and shape.type_name == "list" and shape.member.type_name == "structure":
        shape = shape.member
    return shape


def member_of(shape, kind, name):
    """The member of a structure that an input names: by its letters, in singular or plural, or as the end of one name only."""
    if shape is None or shape.type_name != "structure":
        return None
    if kind in CALLED:
        return inside(shape, CALLED[kind].split("."))
    wanted = plain(name)
    forms = {wanted, wanted + "s", wanted + "es", wanted.removesuffix("s"), re.sub(r"ies$", "y", wanted)}
    for member, inner in shape.members.items():
        if plain(member) in forms:
            return inner
    ends = [inner for member, inner in shape.members.items() if any(plain(member).endswith(form) for form in forms)]
    return ends[0] if len(ends) == 1 else None


def matches(pattern, text):
    """Models write Java's patterns: the few classes that Python has not are those of printable text."""
    pattern = re.sub(r"\\p\{[A-Za-z]+\}", r"\\w", pattern).replace("\\Z", "$")
    try:
        return re.fullmatch(pattern, text, re.DOTALL) is not None
    except re.error:
        return True


def main(files):
    checker, without, resources = Checker(), Counter(), 0
    for file in files:
        with open(file, encoding="utf8") as text:
            plan = json.load(text)
        for step in plan["steps"]:
            state = step["newState"]
            kind = state["type"].removeprefix("aws:").split(":")[0]
            if not state.get("custom") or not state["type"].startswith("aws:"):
                continue
            if kind in REQUESTS:
                resources += 1
                checker.resource(f"{plan['stack']} {kind} {step['urn'].split('::')[-1]}", kind, state["inputs"])
            else:
                without[kind] += 1
    for finding in checker.findings:
        print(finding)
    print("judged, values of scalars:", ", ".join(f"{k} {n}" for k, n in sorted(checker.judged.items())))
    print("not judged, no member by that name:", ", ".join(f"{k} ({n})" for k, n in sorted(checker.unmatched.items())))
    print("not judged, types without a request:", ", ".join(f"{k} ({n})" for k, n in sorted(without.items())) or "none")
    print(
        f"{len(files)} plans, {resources} resources: {sum(checker.judged.values())} values judged, "
        f"{sum(checker.unmatched.values())} have no member, {checker.skipped} are placeholders; {len(checker.findings)} findings"
    )
    return 1 if checker.findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
