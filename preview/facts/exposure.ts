import { canonicalType } from "../../policy/protocol/canonical-type";
import type { ResourceChange } from "../model/change";
import { type Step, stepsOf } from "../model/paths";
import { type Fact, groupsOf, labelsOf, type Observation } from "./fact";
import { type Leaf, newLeaves } from "./leaves";
import { Namer, subjectWords } from "./names";
import { listed, name, own, type Phrase, phrase } from "./phrase";
import { inStacks, type RunStacks } from "./stack-set";
import { isFirst, type StackView } from "./view";

/** The properties of a type that open it to addresses. */
interface Door {
  /** Paths of the allowed ranges; `[*]` is any element. */
  sources: readonly string[];
  /** Paths of the ports. */
  ports: readonly string[];
  /** Properties with values that make it no opening: a rule may have the other direction, or deny. */
  unless?: Readonly<Record<string, string>>;
}

const ingress: Door = { sources: ["cidrIpv4", "cidrIpv6"], ports: ["fromPort", "toPort"] };
const azureRule = {
  sources: ["sourceAddressPrefix", "sourceAddressPrefixes[*]"],
  ports: ["destinationPortRange", "destinationPortRanges[*]"],
  unless: { access: "Deny", direction: "Outbound" },
};

/** Types that allow access. */
const doors: Readonly<Record<string, Door>> = {
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": ingress,
  "aws:ec2/securityGroupRule:SecurityGroupRule": {
    sources: ["cidrBlocks[*]", "ipv6CidrBlocks[*]"],
    ports: ["fromPort", "toPort"],
    unless: { type: "egress" },
  },
  "aws:ec2/securityGroup:SecurityGroup": {
    sources: ["ingress[*].cidrBlocks[*]", "ingress[*].ipv6CidrBlocks[*]"],
    ports: ["ingress[*].fromPort", "ingress[*].toPort"],
  },
  "gcp:compute/firewall:Firewall": {
    sources: ["sourceRanges[*]"],
    ports: ["allows[*].ports[*]"],
    unless: { direction: "EGRESS" },
  },
  "gcp:sql/databaseInstance:DatabaseInstance": {
    sources: ["settings.ipConfiguration.authorizedNetworks[*].value"],
    ports: [],
  },
  "azure-native:network:SecurityRule": azureRule,
  "azure-native:network:NetworkSecurityGroup": {
    sources: azureRule.sources.map((path) => `securityRules[*].${path}`),
    ports: azureRule.ports.map((path) => `securityRules[*].${path}`),
  },
};

/** Ranges of all addresses. */
const everybody = new Set(["0.0.0.0/0", "::/0", "*", "Internet", "internet", "Any"]);

/** Properties that make a resource public by themselves. */
const publicBy: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "aws:rds/instance:Instance": { publiclyAccessible: "true" },
  "aws:rds/clusterInstance:ClusterInstance": { publiclyAccessible: "true" },
  "gcp:sql/databaseInstance:DatabaseInstance": { "settings.ipConfiguration.ipv4Enabled": "true" },
  "azure-native:dbforpostgresql:Server": { "network.publicNetworkAccess": "Enabled" },
  "azure-native:storage:StorageAccount": { publicNetworkAccess: "Enabled", allowBlobPublicAccess: "true" },
  "azure-native:redis:Redis": { publicNetworkAccess: "Enabled" },
  "azure-native:keyvault:Vault": { "properties.publicNetworkAccess": "Enabled" },
};

interface Opened {
  words: Phrase;
}

/** Resources that become reachable from the internet, in stacks that existed before. */
export function exposureFacts(views: readonly StackView[], run: RunStacks): Fact[] {
  const observed = views.filter((view) => !isFirst(view)).flatMap(openedIn);
  return groupsOf(observed).map(({ key, all }): Fact => {
    const places = all.map(({ place }) => place);
    const words = phrase`${all[0].about.words}${inStacks(labelsOf(places), run)}`;
    return { kind: "exposure", tone: "bad", anchor: `exposure ${key}`, places, words, short: words };
  });
}

/** Whether the change opens a resource to the internet. */
export function isOpening(change: ResourceChange): boolean {
  return openPorts(change) !== undefined || isMadePublic(change);
}

function openedIn(view: StackView): Observation<Opened>[] {
  const namer = new Namer(view);
  return view.changes.flatMap(({ change }): Observation<Opened>[] => {
    const subject = namer.subject(change);
    const place = { label: view.label, urn: change.urn };
    const ports = openPorts(change);
    if (ports !== undefined) {
      const words = phrase`${portWords(ports)} opened to the internet by ${subjectWords(subject)}`;
      return [{ key: `${ports.join(" ")} ${subject.name}`, place, about: { words } }];
    }
    if (!isMadePublic(change)) return [];
    const words = phrase`${subjectWords(subject)} is reached from the internet`;
    return [{ key: `${subject.noun} ${subject.name}`, place, about: { words } }];
  });
}

/**
 * The ports that are opened to all addresses, as the type writes them; empty if none is known; undefined if nothing is
 * opened.
 */
function openPorts(change: ResourceChange): string[] | undefined {
  const door = doors[canonicalType(change.type)];
  if (door === undefined || !change.custom) return undefined;
  const leaves = newLeaves(change);
  const { sources, ports, unless = {} } = door;
  if (Object.entries(unless).some(([path, value]) => leaves.some(([at, is]) => at === path && is === value)))
    return undefined;
  if (!valuesAt(leaves, sources).some((value) => everybody.has(value))) return undefined;
  return [...new Set(valuesAt(leaves, ports))];
}

function isMadePublic(change: ResourceChange): boolean {
  const flags = publicBy[canonicalType(change.type)] ?? {};
  return newLeaves(change).some(([path, value]) => Object.hasOwn(flags, path) && flags[path] === String(value));
}

function portWords(ports: readonly string[]): Phrase {
  if (ports.length === 0) return phrase`a port is`;
  return phrase`${own(ports.length === 1 ? "port" : "ports")} ${listed(
    ports.map((port) => [name(port)]),
    4,
  )} ${own(ports.length === 1 ? "is" : "are")}`;
}

function valuesAt(leaves: readonly Leaf[], paths: readonly string[]): string[] {
  const patterns = paths.map(stepsOf);
  return leaves.filter(([path]) => patterns.some((one) => fits(stepsOf(path), one))).map(([, value]) => String(value));
}

function fits(steps: readonly Step[], pattern: readonly Step[]): boolean {
  return steps.length === pattern.length && pattern.every((step, i) => step === "*" || step === steps[i]);
}
