"""Checks the inputs of every Azure resource of plans against the models of Azure's own APIs, as its Python packages carry them.

    npx isotopo preview <stack> --no-policy --format json --out plan.json
    python3 tools/azure-models.py models plan.json [plan.json...]

The packages, at the versions below, are installed by pip into the folder that is named first; they are read, not run.
Of each input that is a parameter of the request that makes the resource, or a member of its body: type, enumeration,
pattern, length, range, and whether what is required is there. docs/proofs.md says what this proves.
"""

import ast
import json
import re
import subprocess
import sys
from collections import Counter
from functools import cached_property
from pathlib import Path

# Where the models lie: package, version, folder within azure/mgmt. Only packages of the older form have patterns, lengths
# and ranges; those of the newer one say of more members that they are required, and have the newest words. Both judge:
# what one of them limits or requires holds, a word is admitted that one of them admits.
SOURCES = {
    "app": ["appcontainers 4.0.0b1 appcontainers", "appcontainers 5.0.0 appcontainers"],
    "authorization": ["authorization 4.0.0 authorization/v2022_04_01"],
    "cdn": ["cdn 13.1.1 cdn", "cdn 14.0.0 cdn"],
    "containerregistry": [
        "containerregistry 14.0.0 containerregistry/v2023_01_01_preview",
        "containerregistry 15.0.0 containerregistry",
    ],
    "dbforpostgresql": [
        "postgresqlflexibleservers 2.0.0 postgresqlflexibleservers",
        "postgresqlflexibleservers 3.0.0 postgresqlflexibleservers",
    ],
    "deploymentscripts": ["resource-deploymentscripts 1.0.0b1 resource/deploymentscripts"],
    "dns": ["dns 8.2.0 dns/v2023_07_01_preview"],
    "frontdoor": ["frontdoor 1.2.0 frontdoor", "frontdoor 2.0.0 frontdoor"],
    "keyvault": ["keyvault 12.1.1 keyvault", "keyvault 13.0.0 keyvault"],
    "locks": ["resource-locks 1.0.0 resource/locks"],
    "managedidentity": ["msi 7.0.0 msi/v2023_01_31"],
    "monitor": ["monitor 6.0.2 monitor/v2021_05_01_preview"],
    "network": ["network 30.0.0 network", "network 31.0.0 network"],
    "operationalinsights": ["loganalytics 13.1.1 loganalytics", "loganalytics 14.0.0 loganalytics"],
    "privatedns": ["privatedns 1.2.0 privatedns", "privatedns 2.0.0 privatedns"],
    "redisenterprise": ["redisenterprise 3.1.0 redisenterprise"],
    "resources": ["resource 24.0.0 resource/resources/v2024_07_01"],
    "roles": ["authorization 4.0.0 authorization/v2022_05_01_preview"],
    "storage": ["storage 23.0.1 storage", "storage 25.0.0 storage"],
    "tasks": ["containerregistry 14.0.0 containerregistry/v2019_06_01_preview"],
}
# The request that makes a resource of a type: source, group of operations, operation, model of the body.
REQUESTS = {
    "app:ContainerApp": "app container_apps create_or_update ContainerApp",
    "app:Job": "app jobs create_or_update Job",
    "app:ManagedEnvironment": "app managed_environments create_or_update ManagedEnvironment",
    "authorization:ManagementLockByScope": "locks management_locks create_or_update_by_scope ManagementLockObject",
    "authorization:RoleAssignment": "authorization role_assignments create RoleAssignmentCreateParameters",
    "authorization:RoleDefinition": "roles role_definitions create_or_update RoleDefinition",
    "cdn:AFDCustomDomain": "cdn afd_custom_domains create AFDDomain",
    "cdn:AFDEndpoint": "cdn afd_endpoints create AFDEndpoint",
    "cdn:AFDOrigin": "cdn afd_origins create AFDOrigin",
    "cdn:AFDOriginGroup": "cdn afd_origin_groups create AFDOriginGroup",
    "cdn:Profile": "cdn profiles create Profile",
    "cdn:Route": "cdn routes create Route",
    "cdn:Rule": "cdn rules create Rule",
    "cdn:RuleSet": "cdn rule_sets create",
    "cdn:SecurityPolicy": "cdn security_policies create SecurityPolicy",
    "containerregistry:Registry": "containerregistry registries create Registry",
    "containerregistry:Task": "tasks tasks create Task",
    "dbforpostgresql:Configuration": "dbforpostgresql configurations put ConfigurationForUpdate",
    "dbforpostgresql:Database": "dbforpostgresql databases create Database",
    "dbforpostgresql:Server": "dbforpostgresql servers create_or_update Server",
    "dns:RecordSet": "dns record_sets create_or_update RecordSet",
    "frontdoor:Policy": "frontdoor policies create_or_update WebApplicationFirewallPolicy",
    "keyvault:Secret": "keyvault secrets create_or_update SecretCreateOrUpdateParameters",
    "keyvault:Vault": "keyvault vaults create_or_update VaultCreateOrUpdateParameters",
    "managedidentity:UserAssignedIdentity": "managedidentity user_assigned_identities create_or_update Identity",
    "monitor:DiagnosticSetting": "monitor diagnostic_settings create_or_update DiagnosticSettingsResource",
    "network:FlowLog": "network flow_logs create_or_update FlowLog",
    "network:NatGateway": "network nat_gateways create_or_update NatGateway",
    "network:NetworkSecurityGroup": "network network_security_groups create_or_update NetworkSecurityGroup",
    "network:PrivateDnsZoneGroup": "network private_dns_zone_groups create_or_update PrivateDnsZoneGroup",
    "network:PrivateEndpoint": "network private_endpoints create_or_update PrivateEndpoint",
    "network:PublicIPAddress": "network public_ip_addresses create_or_update PublicIPAddress",
    "network:Subnet": "network subnets create_or_update Subnet",
    "network:VirtualNetwork": "network virtual_networks create_or_update VirtualNetwork",
    "operationalinsights:Workspace": "operationalinsights workspaces create_or_update Workspace",
    "privatedns:PrivateZone": "privatedns private_zones create_or_update PrivateZone",
    "privatedns:VirtualNetworkLink": "privatedns virtual_network_links create_or_update VirtualNetworkLink",
    "redisenterprise:Database": "redisenterprise databases create Database",
    "redisenterprise:RedisEnterprise": "redisenterprise redis_enterprise create Cluster",
    "resources:AzureCliScript": "deploymentscripts deployment_scripts create AzureCliScript",
    "resources:ResourceGroup": "resources resource_groups create_or_update ResourceGroup",
    "storage:BlobContainer": "storage blob_containers create BlobContainer",
    "storage:BlobServiceProperties": "storage blob_services set_service_properties BlobServiceProperties",
    "storage:ManagementPolicy": "storage management_policies create_or_update ManagementPolicy",
    "storage:StorageAccount": "storage storage_accounts create StorageAccountCreateParameters",
}
# What the provider calls otherwise than the request: the member's path from where the input lies.
CALLED = {
    "authorization:RoleDefinition.roleType": "properties.type",
    "storage:StorageAccount.enableHttpsTrafficOnly": "properties.supportsHttpsTrafficOnly",
    "storage:StorageAccount.networkRuleSet": "properties.networkAcls",
}
# Parameters of a path that are the account's, not the resource's.
OF_THE_ACCOUNT = {"subscriptionId"}
# What stands for a secret, for what is not known, and for what a preview makes up.
PLACEHOLDERS = re.compile(
    r"\[secret\]|\[unknown\]|simulated|^/subscriptions/|-[0-9a-f]{7}$|(?<![0-9a-f]{4})-[0-9a-f]{12}$"
)
LIMITS = ("pattern", "min_length", "max_length", "minimum", "maximum", "minimum_ex", "maximum_ex", "min_items", "max_items")
SCALARS = {"str": "string", "int": "integer", "long": "integer", "float": "number", "bool": "boolean"}
DURATION = re.compile(r"P(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)")


class Wrong(Exception):
    """What is said to who calls the command."""


class Member:
    """A parameter, or a member of a body: what it holds, and what is said of it."""

    def __init__(self, holds, said=None, enum=None):
        self.holds = holds
        said = said or {}
        self.limits = {name: said[name] for name in LIMITS if name in said}
        self.required = bool(said.get("required")) and not said.get("constant")
        self.readonly = bool(said.get("readonly"))
        self.enum = enum


class Source:
    """The models and requests of one package at one version, read from its text."""

    def __init__(self, folder):
        self.folder = folder
        self.shapes = {}
        self.requests = {}

    @cached_property
    def classes(self):
        """The text of each class of the models, by name."""
        parts = {}
        for file in sorted((self.folder / "models").glob("_*.py")):
            for part in re.split(r"^(?=class )", file.read_text(encoding="utf8"), flags=re.M):
                if named := re.match(r"class (\w+)", part):
                    parts[named[1]] = part
        return parts

    @cached_property
    def parents(self):
        """Of each class its parents, and the word that tells it from its siblings."""
        found = {}
        for name, part in self.classes.items():
            header = re.match(r"class \w+\(([^)]*)\)", part)
            words = header[1] if header else ""
            told = re.search(r'discriminator="([^"]*)"', words)
            found[name] = (re.findall(r"(\w+)(?=,|\s*$)", re.sub(r"\w+=\S+|#.*", "", words)), told and told[1])
        return found

    def enum(self, name):
        if "Enum" not in self.parents.get(name, [()])[0]:
            return []
        body = ast.parse(self.classes[name]).body[0].body
        return [node.value.value for node in body if isinstance(node, ast.Assign)]

    def shape(self, name):
        """The members of a model by the names that go over the wire, and how its heirs are told apart."""
        if name not in self.shapes:
            if name not in self.classes:
                raise Wrong(f"{self.folder}: has no model {name}")
            self.shapes[name] = self.read(ast.parse(self.classes[name]).body[0])
        return self.shapes[name]

    def read(self, tree):
        literals, fields, arguments = {}, {}, {}
        for node in tree.body:
            if isinstance(node, ast.Assign) and node.targets[0].id in ("_validation", "_attribute_map", "_subtype_map"):
                literals[node.targets[0].id] = ast.literal_eval(node.value)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Call):
                fields[node.target.id] = node
            elif isinstance(node, ast.FunctionDef) and node.name == "__init__" and not node.decorator_list:
                arguments = {argument.arg: argument.annotation for argument in node.args.kwonlyargs}
        shape = {"members": {}, "heirs": {}}
        if "_attribute_map" in literals:
            self.older(shape, literals, arguments)
        else:
            for parent in self.parents[tree.name][0]:
                if parent in self.classes:
                    shape["members"].update(self.shape(parent)["members"])
            for name, node in fields.items():
                self.newer(shape, tree.name, name, node)
        return shape

    def older(self, shape, literals, arguments):
        """Models that say in tables how their attributes are called, and what they may hold."""
        for name, said in literals["_attribute_map"].items():
            *path, last = said["key"].replace("\\\\.", "\0").split(".")
            inside = shape["members"]
            for step in path:
                inside = inside.setdefault(step, Member({"members": {}, "heirs": {}})).holds["members"]
            rules = dict(literals.get("_validation", {}).get(name, {}))
            _, enum = self.annotation(arguments[name]) if arguments.get(name) else (None, None)
            inside[last.replace("\0", ".")] = Member(self.written(said["type"]), rules, enum)
        for name, heirs in literals.get("_subtype_map", {}).items():
            shape["told by"], shape["heirs"] = literals["_attribute_map"][name]["key"], heirs

    def newer(self, shape, owner, name, node):
        """Models whose attributes are fields with an annotation."""
        words = {word.arg: word.value for word in node.value.keywords}
        called = words["name"].value if "name" in words else name
        holds, enum = self.annotation(node.annotation)
        optional = isinstance(node.annotation, ast.Subscript) and getattr(node.annotation.value, "id", "") == "Optional"
        seen = ast.literal_eval(words["visibility"]) if "visibility" in words else ["create"]
        said = {"required": not optional, "readonly": not {"create", "update"} & set(seen)}
        shape["members"][called] = Member(holds, said, enum)
        if node.value.func.id == "rest_discriminator":
            heirs = {told: heir for heir, (parents, told) in self.parents.items() if told and owner in parents}
            shape["told by"], shape["heirs"] = called, heirs

    def written(self, text):
        """What an older model's table says that an attribute holds: a word, a model, [items] or {values}."""
        if text[0] in "[{":
            return (text[0], Member(self.written(text[1:-1])))
        return text

    def annotation(self, node):
        """What an annotation says: what is held, and the words that are admitted."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return self.annotation(ast.parse(node.value, mode="eval").body)
        if isinstance(node, ast.Subscript):
            of = getattr(node.value, "id", getattr(node.value, "attr", ""))
            inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            if of in ("list", "List"):
                holds, enum = self.annotation(inner[0])
                return ("[", Member(holds, enum=enum)), enum
            if of in ("dict", "Dict"):
                holds, enum = self.annotation(inner[1])
                return ("{", Member(holds, enum=enum)), enum
            if of == "Literal":
                return "str", None
            found = [self.annotation(item) for item in inner]
            return found[0][0], next((enum for _, enum in found if enum), None)
        name = getattr(node, "attr", getattr(node, "id", "object"))
        words = self.enum(name)
        if words:
            return "str" if all(isinstance(word, str) for word in words) else "int", words
        return ({"timedelta": "duration", "datetime": "iso-8601"}.get(name, name), None)

    def parameters(self, group, operation):
        """The parameters in the path of a request."""
        if (group, operation) not in self.requests:
            part = self.request(group, operation)
            calls = re.findall(r'"([^"]+)": (_SERIALIZER\.url\((?:[^"()]|"(?:[^"\\]|\\.)*")*\))', part)
            found = {}
            for name, call in calls:
                tree = ast.parse(call, mode="eval").body
                said = {word.arg: ast.literal_eval(word.value) for word in tree.keywords if word.arg in LIMITS}
                # The argument is annotated with its words, where it has some.
                argument = re.escape(ast.unparse(tree.args[1]))
                words = re.search(rf"^\s*{argument}: Union\[.*?_models\.(\w+)", part, re.M)
                found[name] = Member("str", said, self.enum(words[1]) if words else None)
            self.requests[group, operation] = found
        return self.requests[group, operation]

    def request(self, group, operation):
        files = (self.folder / "operations").glob("*_operations.py")
        wanted = rf"^def build_{group}_{operation}_request\("
        alone = rf"^def build_{operation}_request\("
        for file in files:
            text = file.read_text(encoding="utf8")
            start = re.search(wanted, text, re.M) or (file.stem == f"_{group}_operations" and re.search(alone, text, re.M))
            if start:
                return re.split(r"^(?:def|class) ", text[start.end() :], maxsplit=1, flags=re.M)[0]
        raise Wrong(f"{self.folder}: has no request {group} {operation}")


class Checker:
    def __init__(self, folder):
        self.folder = folder
        self.sources = {}
        self.judged = Counter()
        self.limited = 0
        self.unmatched = Counter()
        self.unnamed = Counter()
        self.skipped = 0
        self.findings = []

    def source(self, text):
        if text not in self.sources:
            package, version, within = text.split(" ")
            self.sources[text] = Source(installed(self.folder, f"azure-mgmt-{package}", version) / within)
        return self.sources[text]

    def resource(self, place, kind, inputs):
        named, group, operation, *model = REQUESTS[kind].split(" ")
        sources = [self.source(text) for text in SOURCES[named]]
        path = [(source, {"members": source.parameters(group, operation), "heirs": {}}) for source in sources]
        body = [(source, source.shape(model[0])) for source in sources] if model else []
        rest = {}
        for name, value in inputs.items():
            found = [member for member in (member_of(*shape, f"{kind}.{name}", name) for shape in path) if member]
            if found:
                self.value(f"{place} {name}", f"{kind}.{name}", found, value)
            else:
                rest[name] = value
        given = {plain(name) for name in inputs}
        for name in path[0][1]["members"]:
            if name not in OF_THE_ACCOUNT and plain(name) not in given:
                self.unnamed[f"{kind}.{name}"] += 1
        if body:
            self.structure(place, kind, body, rest, " ")
        else:
            self.unmatched.update(f"{kind}.{name}" for name in rest)

    def structure(self, place, kind, shapes, value, joint="."):
        told = value.get(next((shape["told by"] for _, shape in shapes if "told by" in shape), ""))
        heirs = {heir for _, shape in shapes for heir in shape["heirs"]}
        if heirs and told not in heirs:
            self.findings.append(f"{place}: {told!r} is none of {', '.join(sorted(heirs))}")
        shapes = [(source, source.shape(shape["heirs"][told]) if told in shape["heirs"] else shape) for source, shape in shapes]
        for name, item in value.items():
            if item is None:
                continue
            found = [member for member in (member_of(*shape, f"{kind}.{name}", name) for shape in shapes) if member]
            if found:
                self.value(f"{place}{joint}{name}", f"{kind}.{name}", found, item)
            else:
                self.unmatched[f"{kind}.{name}"] += 1
        given = {plain(CALLED.get(f"{kind}.{name}", name).split(".")[-1]) for name in value}
        missing = [{name for name in needed(*shape, given) if plain(name) not in given} for shape in shapes]
        for name in sorted(set().union(*missing)):
            self.findings.append(f"{place}{joint}{name}: is required")

    def value(self, place, kind, found, value):
        """Judges a value by the member that each source has for it."""
        source, member = found[0]
        # What a list has no value for yet is known after the deployment only.
        if value is None or (isinstance(value, str) and PLACEHOLDERS.search(value)):
            self.skipped += 1
        elif isinstance(member.holds, tuple) and member.holds[0] == "[":
            self.items(place, kind, found, value)
        elif isinstance(member.holds, tuple):
            self.entries(place, kind, found, value)
        elif isinstance(member.holds, dict) or member.holds in source.classes:
            if isinstance(value, dict):
                shapes = [(other, members_of(other, each)) for other, each in found]
                self.structure(place, kind, [(other, shape) for other, shape in shapes if shape], value)
            else:
                self.findings.append(f"{place}: an object is given {json.dumps(value)[:80]}")
        else:
            self.scalar(place, kind, [member for _, member in found], value)

    def items(self, place, kind, found, value):
        if not isinstance(value, list):
            self.findings.append(f"{place}: a list is given {json.dumps(value)[:80]}")
            return
        for _, member in found:
            self.within(place, len(value), "items", member.limits.get("min_items"), member.limits.get("max_items"))
        inner = [(source, item_of(member)) for source, member in found]
        for index, item in enumerate(value):
            self.value(f"{place}[{index}]", kind, inner, item)

    def entries(self, place, kind, found, value):
        if isinstance(value, list):
            # Where the request has objects by their identifier, the provider takes a list of identifiers.
            for index, item in enumerate(value):
                self.value(f"{place}[{index}]", kind, [(found[0][0], Member("str"))], item)
        elif isinstance(value, dict):
            inner = [(source, member.holds[1]) for source, member in found if isinstance(member.holds, tuple)]
            for name, item in value.items():
                self.value(f"{place}.{name}", kind, inner, item)
        else:
            self.findings.append(f"{place}: an object is given {json.dumps(value)[:80]}")

    def scalar(self, place, kind, members, value):
        holds = SCALARS.get(members[0].holds, members[0].holds)
        self.judged[kind.split(":")[0]] += 1
        self.limited += any(member.limits or member.enum for member in members)
        taken = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "duration": str, "iso-8601": str}
        if holds in taken and (not isinstance(value, taken[holds]) or (holds != "boolean" and isinstance(value, bool))):
            self.findings.append(f"{place}: {a(holds)} is given {json.dumps(value)[:80]}")
            return
        if holds == "duration" and not DURATION.fullmatch(value):
            self.findings.append(f"{place}: {value!r} is no duration")
        words = [member.enum for member in members if member.enum]
        if words and not any(value in enum for enum in words):
            self.findings.append(f"{place}: {value!r} is none of {', '.join(words[-1])}")
        for limits in (member.limits for member in members):
            if isinstance(value, str):
                self.within(place, len(value), "characters", limits.get("min_length"), limits.get("max_length"))
                if "pattern" in limits and not re.search(limits["pattern"], value):
                    self.findings.append(f"{place}: {value!r} does not match {limits['pattern']}")
            elif not isinstance(value, bool):
                self.within(place, value, "as a number", limits.get("minimum"), limits.get("maximum"))
                if value <= limits.get("minimum_ex", value - 1) or value >= limits.get("maximum_ex", value + 1):
                    self.findings.append(f"{place}: {value} is at its limit, or past it")

    def within(self, place, size, of, least, most):
        if least is not None and size < least:
            self.findings.append(f"{place}: {size:g} {of}, at least {least:g}")
        if most is not None and size > most:
            self.findings.append(f"{place}: {size:g} {of}, at most {most:g}")


def a(word):
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def plain(name):
    return re.sub(r"[^a-z0-9]", "", name.lower())


def item_of(member):
    """The items of a list; what is said of the words of a list is said of its items."""
    inner = member.holds[1] if isinstance(member.holds, tuple) else Member("object")
    inner.enum = inner.enum or member.enum
    return inner


def members_of(source, member):
    if isinstance(member.holds, dict):
        return member.holds
    return source.shape(member.holds) if isinstance(member.holds, str) and member.holds in source.classes else None


def member_of(source, shape, kind, name):
    """The member that an input names: of the structure, or of the `properties` in it, which the provider spreads."""
    found = None
    for step in CALLED.get(kind, name).split("."):
        spread = shape["members"].get("properties")
        inner = members_of(source, spread) if spread is not None else None
        places = [shape["members"], inner["members"] if inner else {}]
        same = [member for place in places for called, member in place.items() if plain(called) == plain(step)]
        # What is read only in one place may be given in the other.
        found = next((member for member in same if not member.readonly), same[0] if same else None)
        if found is None:
            return None
        shape = members_of(source, found) or {"members": {}, "heirs": {}}
    return source, found


def needed(source, shape, given):
    """The members that must be given; those of `properties` too, where the provider spreads them."""
    for name, member in shape["members"].items():
        if name == "properties" and name not in given and (inner := members_of(source, member)) is not None:
            yield from needed(source, inner, given)
        elif member.required and not member.readonly:
            yield name


def installed(folder, package, version):
    target = Path(folder) / f"{package}-{version}"
    if not target.exists():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile"]
        if subprocess.run([*pip, "--target", str(target), f"{package}=={version}"]).returncode != 0:
            raise Wrong(f"pip can't install {package} {version}")
    return target / "azure" / "mgmt"


def inputs_of(state, steps):
    """A resource's inputs: what is drawn by chance in the form in which it will be, where the preview made something up."""
    text = json.dumps(state["inputs"])
    for state in (step["newState"] for step in steps):
        made = state.get("outputs", {}).get("result", "")
        if PLACEHOLDERS.fullmatch(made):
            continue
        if state["type"].endswith(":RandomString") and made:
            text = text.replace(made, ("a1" * state["inputs"]["length"])[: state["inputs"]["length"]])
        elif state["type"].endswith(":RandomUuid") and made:
            text = text.replace(made, "6f1c2d3e-4b5a-4c7d-8e9f-0a1b2c3d4e5f")
    return json.loads(text)


def plan_of(file):
    try:
        plan = json.loads(Path(file).read_text(encoding="utf8"))
        return plan["stack"], [step for step in plan["steps"] if step.get("newState")]
    except OSError as error:
        raise Wrong(f"{file}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise Wrong(f"{file}: is no plan of isotopo preview --format json") from error


def counts(counter, form="{}"):
    return ", ".join(f"{name} {form.format(number)}" for name, number in sorted(counter.items())) or "none"


def main(arguments):
    if len(arguments) < 2:
        raise Wrong("usage: azure-models.py <folder for the packages> <plan.json> [<plan.json>...]")
    folder, *files = arguments
    checker, without, resources = Checker(folder), Counter(), 0
    for stack, steps in [plan_of(file) for file in files]:
        for step in steps:
            state = step["newState"]
            kind = state["type"].removeprefix("azure-native:")
            if not state.get("custom") or not state["type"].startswith("azure-native:"):
                continue
            if kind in REQUESTS:
                resources += 1
                checker.resource(f"{stack} {kind} {step['urn'].split('::')[-1]}", kind, inputs_of(state, steps))
            else:
                without[kind] += 1
    for finding in checker.findings:
        print(finding)
    print("judged, values of scalars:", counts(checker.judged))
    print("not judged, no member by that name:", counts(checker.unmatched, "({})"))
    print("not judged, names that the provider makes:", counts(checker.unnamed, "({})"))
    print("not judged, types without a request:", counts(without, "({})"))
    print(
        f"{len(files)} plans, {resources} resources: {sum(checker.judged.values())} values judged, {checker.limited} of them by "
        f"more than their type; {sum(checker.unmatched.values())} have no member, {checker.skipped} are placeholders; "
        f"{len(checker.findings)} findings"
    )
    return 1 if checker.findings or without else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        sys.exit(2)
