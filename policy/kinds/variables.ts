import type { Finding } from "../core/finding";
import { alike, type Check, type Rule } from "../core/rule";
import type { View } from "../core/view";
import { ofCloudRunContainers } from "./cloud-run";
import { ofAppContainers } from "./container-apps";
import { type EcsContainer, ofTasks } from "./ecs";
import { namedValuesBreakBy, ofNamedValues } from "./named-values";
import { asProperty, type Kind, listsOf, type Place, placesOfContainers, valuesAt } from "./places";
import { placesOfVariables } from "./places-of-variables";
import { kindsOfPods, ofPodContainers } from "./pods";
import { isNameOfSecret, isSecretFile } from "./secret-files";
import { secretsInArguments } from "./secret-lines";
import { isSecret } from "./secrets";
import { scriptOf } from "./user-data";

type Variable = { name?: string; type?: string; value?: string };

/** The text itself is never shown. */
const secretAt = (path: string): Finding => ({
  path,
  found: "a secret in clear text",
  required: "a reference to a secret",
});

/** What is there by a name. */
function named(name: string | undefined, value: View<unknown>): Finding[] {
  return isSecret(name ?? "", value.text() ?? "") ? [secretAt(value.path)] : [];
}

/** Variables that are a list, by what the name and the value of each are called. */
const inListOf =
  ([name, value]: (typeof listsOf)[keyof typeof listsOf]) =>
  (list: View<unknown>): Finding[] =>
    list
      .as<Record<string, string>[]>()
      .items()
      .flatMap((variable) => named(variable.at(name).text(), variable.at(value)));

/** CodeBuild's: a secret's or a parameter's name in the place of a value, where the type says so (API, "EnvironmentVariable"). */
function inTypedList(list: View<unknown>): Finding[] {
  return list
    .as<Variable[]>()
    .items()
    .filter((variable) => !["SECRETS_MANAGER", "PARAMETER_STORE"].some((type) => variable.at("type").mayBe(type)))
    .flatMap((variable) => named(variable.at("name").text(), variable.at("value")));
}

/** Variables that are a map. */
function inMap(map: View<unknown>): Finding[] {
  return map
    .as<Record<string, unknown>>()
    .entries()
    .flatMap(([name, value]) => named(name, value));
}

/** Settings of which each may be a whole file. */
const inFiles =
  (textOf: (text: string) => string) =>
  (map: View<unknown>): Finding[] =>
    map
      .as<Record<string, unknown>>()
      .entries()
      .filter(([name, value]) => isSecretFile(name, textOf(value.text() ?? "")))
      .map(([, value]) => secretAt(value.path));

/** Values of a chart, by the last name of each; in it the name of a Secret has the word too (`existingSecret`). Any depth. */
function inTree(tree: View<unknown>): Finding[] {
  const found: Finding[] = [];
  const left: [name: string, value: View<unknown>][] = [["", tree]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [name, value] = next;
    const text = value.text();
    const items = value.as<unknown[]>().items();
    if (text !== undefined) {
      if (!isNameOfSecret(name) && isSecretFile(name, text)) found.unshift(secretAt(value.path));
    } else if (items.length > 0) {
      for (const item of items) left.push([name, item]);
    } else {
      const members = value.as<Record<string, unknown>>();
      const beside = members.at("name").text();
      for (const [key, member] of members.entries()) left.push([key === "value" ? (beside ?? key) : key, member]);
    }
  }
  return found;
}

/** Variables and connection strings by name, each with its type. */
function inPairs(map: View<unknown>): Finding[] {
  return map
    .as<Record<string, Variable>>()
    .entries()
    .flatMap(([name, pair]) => named(name, pair.at("value")));
}

/** Arguments of a command; one may be the text of a whole script. */
function inArguments(list: View<unknown>): Finding[] {
  const items = list.as<string[]>().items();
  return secretsInArguments(items.map((item) => item.text())).flatMap((i) => {
    const item = items[i];
    return item === undefined ? [] : [secretAt(item.path)];
  });
}

interface Reader {
  read: (place: View<unknown>) => Finding[];
  /** What is read there, as it goes on from the path of the place. */
  parts: readonly string[];
}

/** What reads each kind of place. */
function readerOf(kind: Kind): Reader {
  switch (kind) {
    case "typed":
      return { read: inTypedList, parts: ["[].name", "[].type", "[].value"] };
    case "map":
      return { read: inMap, parts: [".*"] };
    case "files":
      return { read: inFiles((text) => text), parts: [".*"] };
    case "encoded":
      return { read: inFiles(scriptOf), parts: [".*"] };
    case "tree":
      return { read: inTree, parts: [".**"] };
    case "pairs":
      return { read: inPairs, parts: [".*.value"] };
    case "arguments":
      return { read: inArguments, parts: [""] };
    default: {
      const names = listsOf[kind];
      return { read: inListOf(names), parts: names.map((name) => `[].${name}`).sort() };
    }
  }
}

/** A check of every variable and argument that a program is given, on every platform. */
export function ofVariables(): Record<string, Check> {
  const within = (places: readonly Place[]) => (container: View<unknown>) => findings(container, places);
  const { pods, tasks, cloudRun, apps } = placesOfContainers;
  const ofContainers: Record<string, Check> = {
    ...ofPodContainers(within(pods), { patches: true }),
    // Of Windows too.
    ...ofTasks((task) => task.at("containerDefinitions").jsonOfGo<EcsContainer[]>().items().flatMap(within(tasks))),
    ...ofCloudRunContainers(within(cloudRun)),
    ...ofAppContainers(within(apps)),
  };
  const others = Object.entries(placesOfVariables).map(([type, places]): [string, Check] => {
    const ofPlatform = ofContainers[type];
    const rest = within(places);
    return [
      type,
      ofPlatform === undefined
        ? rest
        : (properties, context) => [...ofPlatform(properties, context), ...rest(properties)],
    ];
  });
  return { ...ofContainers, ...Object.fromEntries(others), ...ofNamedValues((value) => secretAt(value.path)) };
}

/** For `breaksBy`: what `ofVariables` reads of each type. */
export function variablesBreakBy(): Rule["breaksBy"] {
  const below = (prefix: string, places: readonly Place[]) =>
    places.flatMap(({ kind, path }) => readerOf(kind).parts.map((part) => `${prefix}${asProperty(path)}${part}`));
  const { pods, tasks, cloudRun, apps } = placesOfContainers;
  const ofApps = ["containers", "initContainers"].flatMap((list) => below(`template.${list}[].`, apps));
  const ofContainers: Record<string, readonly string[]> = {
    [kindsOfPods]: below("spec.{containers,initContainers,ephemeralContainers}[].", pods),
    "aws:ecs/taskDefinition:TaskDefinition": below("containerDefinitions[].", tasks),
    ...alike(
      ["gcp:cloudrunv2/service:Service", "gcp:cloudrunv2/workerPool:WorkerPool"],
      below("template.containers[].", cloudRun),
    ),
    "gcp:cloudrun/service:Service": below("template.spec.containers[].", cloudRun),
    "gcp:cloudrunv2/job:Job": below("template.template.containers[].", cloudRun),
    ...alike(["azure-native:app:ContainerApp", "azure-native:app:Job"], ofApps),
  };
  const others = Object.entries(placesOfVariables).map(([type, places]) => [
    type,
    [...(ofContainers[type] ?? []), ...below("", places)],
  ]);
  return { ...ofContainers, ...Object.fromEntries(others), ...namedValuesBreakBy };
}

function findings(holder: View<unknown>, places: readonly Place[]): Finding[] {
  return places.flatMap(({ kind, path }) => valuesAt(holder, path).flatMap(readerOf(kind).read));
}
