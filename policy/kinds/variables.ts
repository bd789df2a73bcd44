import type { Finding } from "../core/finding";
import { alike, type Check, type Rule } from "../core/rule";
import type { View } from "../core/view";
import { ofCloudRunContainers } from "./cloud-run";
import { ofAppContainers } from "./container-apps";
import { type EcsContainer, ofTasks } from "./ecs";
import { kindsOfPods, ofPodContainers } from "./pods";
import { isSecret, lineOfSecret, secretsInArguments } from "./secrets";

type Variable = { name?: string; value?: string };

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

/** Variables that are a list of names and values. */
function inList(list: View<unknown>): Finding[] {
  return list
    .as<Variable[]>()
    .items()
    .flatMap((variable) => inVariable(variable));
}

function inVariable(variable: View<Variable>): Finding[] {
  return named(variable.at("name").text(), variable.at("value"));
}

/** CodeBuild's: a secret's or a parameter's name in the place of a value, where the type says so (API, "EnvironmentVariable"). */
function inTypedList(list: View<unknown>): Finding[] {
  return list
    .as<(Variable & { type?: string })[]>()
    .items()
    .filter((variable) => !["SECRETS_MANAGER", "PARAMETER_STORE"].some((type) => variable.at("type").mayBe(type)))
    .flatMap((variable) => inVariable(variable.as<Variable>()));
}

/** Variables that are a map. */
function inMap(map: View<unknown>): Finding[] {
  return map
    .as<Record<string, unknown>>()
    .entries()
    .flatMap(([name, value]) => named(name, value));
}

/** Settings of which each may be a whole file: by its name, with a dot in it, or by its lines. */
function inFiles(map: View<unknown>): Finding[] {
  return map
    .as<Record<string, unknown>>()
    .entries()
    .flatMap(([name, value]) => {
      const text = value.text() ?? "";
      const isFile = name.includes(".") || text.trim().includes("\n");
      const isFound = isSecret(name, text) || (isFile && !isProgram.test(name) && lineOfSecret(text) !== undefined);
      return isFound ? [secretAt(value.path)] : [];
    });
}

/** Files in which `password=x` passes a variable on. */
const isProgram = /\.(c|cs|go|groovy|java|js|kts?|lua|mjs|php|pl|py|rb|rego|rs|scala|sql|tsx?)$/i;

/** App Service's connection strings in its settings. */
function inConnections(list: View<unknown>): Finding[] {
  return list
    .as<{ name?: string; connectionString?: string }[]>()
    .items()
    .flatMap((one) => named(one.at("name").text(), one.at("connectionString")));
}

/** App Service's connection strings as a resource: by name, each with its type. */
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

/** What reads each kind of place, and what it reads there, as it goes on from the path of the place. */
const kinds = {
  list: { read: inList, parts: ["[].name", "[].value"] },
  typed: { read: inTypedList, parts: ["[].name", "[].type", "[].value"] },
  map: { read: inMap, parts: [".*"] },
  files: { read: inFiles, parts: [".*"] },
  connections: { read: inConnections, parts: ["[].connectionString", "[].name"] },
  pairs: { read: inPairs, parts: [".*.value"] },
  arguments: { read: inArguments, parts: [""] },
} as const;
type Kind = keyof typeof kinds;

/** Places in a resource, by path. `*` is every element of a list, and `!` ends the name of a document that is JSON text. */
export interface Place {
  kind: Kind;
  path: string;
}

const list = (path: string): Place => ({ kind: "list", path });
const map = (path: string): Place => ({ kind: "map", path });
const inCommand = (path: string): Place => ({ kind: "arguments", path });

/** The places of a container, on each platform. */
const ofContainer = (variables: string, ...commands: string[]): Place[] => [
  list(variables),
  ...commands.map((path) => inCommand(path)),
];
const site: readonly Place[] = [
  list("siteConfig.appSettings"),
  { kind: "connections", path: "siteConfig.connectionStrings" },
];
const connectionStrings: readonly Place[] = [{ kind: "pairs", path: "properties" }];
const files: readonly Place[] = [{ kind: "files", path: "data" }];
const groups = ["containers.*", "initContainers.*"];

/** Types that have such places beside containers of the platforms. */
export const placesOfVariables: Readonly<Record<string, readonly Place[]>> = {
  "aws:lambda/function:Function": [map("environment.variables")],
  "aws:apprunner/service:Service": [
    map("sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentVariables"),
    map("sourceConfiguration.codeRepository.codeConfiguration.codeConfigurationValues.runtimeEnvironmentVariables"),
  ],
  "aws:batch/jobDefinition:JobDefinition": [
    list("containerProperties!.environment"),
    inCommand("containerProperties!.command"),
    ...["containers.*", "initContainers.*"].flatMap((path) =>
      ofContainer(
        `eksProperties.podProperties.${path}.envs`,
        ...["commands", "args"].map((key) => `eksProperties.podProperties.${path}.${key}`),
      ),
    ),
  ],
  "aws:codebuild/project:Project": [{ kind: "typed", path: "environment.environmentVariables" }],
  "gcp:cloudrun/service:Service": ofContainer(
    "template.spec.containers.*.envs",
    "template.spec.containers.*.commands",
    "template.spec.containers.*.args",
  ),
  "gcp:cloudfunctions/function:Function": [map("environmentVariables"), map("buildEnvironmentVariables")],
  "gcp:cloudfunctionsv2/function:Function": [
    map("serviceConfig.environmentVariables"),
    map("buildConfig.environmentVariables"),
  ],
  "azure-native:web:WebApp": site,
  "azure-native:web:WebAppSlot": site,
  "azure-native:web:WebAppApplicationSettings": [map("properties")],
  "azure-native:web:WebAppApplicationSettingsSlot": [map("properties")],
  "azure-native:web:WebAppConnectionStrings": connectionStrings,
  "azure-native:web:WebAppConnectionStringsSlot": connectionStrings,
  "azure-native:containerinstance:ContainerGroup": groups.flatMap((path) =>
    ofContainer(`${path}.environmentVariables`, `${path}.command`),
  ),
  "kubernetes:core/v1:ConfigMap": files,
  "kubernetes:core/v1:ConfigMapPatch": files,
};

/** Where the containers of each platform have them. */
export const placesOfContainers = {
  pods: ofContainer("env", "command", "args"),
  tasks: ofContainer("environment", "command", "entryPoint"),
  cloudRun: ofContainer("envs", "commands", "args"),
  apps: ofContainer("env", "command", "args"),
};

/** A check of every variable and argument that a program is given, on every platform. */
export function ofVariables(): Record<string, Check> {
  const within = (places: readonly Place[]) => (container: View<unknown>) => findings(container, places);
  const { pods, tasks, cloudRun, apps } = placesOfContainers;
  return {
    ...ofPodContainers(within(pods), { patches: true }),
    // Of Windows too.
    ...ofTasks((task) => task.at("containerDefinitions").json<EcsContainer[]>().items().flatMap(within(tasks))),
    ...ofCloudRunContainers(within(cloudRun)),
    ...ofAppContainers(within(apps)),
    ...Object.fromEntries(
      Object.entries(placesOfVariables).map(([type, places]): [string, Check] => [type, within(places)]),
    ),
  };
}

/** For `breaksBy`: what `ofVariables` reads of each type. */
export function variablesBreakBy(): Rule["breaksBy"] {
  const below = (prefix: string, places: readonly Place[]) =>
    places.flatMap(({ kind, path }) =>
      kinds[kind].parts.map((part) => `${prefix}${path.replaceAll(".*", "[]").replaceAll("!", "")}${part}`),
    );
  const { pods, tasks, cloudRun, apps } = placesOfContainers;
  const ofApps = ["containers", "initContainers"].flatMap((list) => below(`template.${list}[].`, apps));
  return {
    [kindsOfPods]: below("spec.{containers,initContainers,ephemeralContainers}[].", pods),
    "aws:ecs/taskDefinition:TaskDefinition": below("containerDefinitions[].", tasks),
    ...alike(
      ["gcp:cloudrunv2/service:Service", "gcp:cloudrunv2/workerPool:WorkerPool"],
      below("template.containers[].", cloudRun),
    ),
    "gcp:cloudrunv2/job:Job": below("template.template.containers[].", cloudRun),
    ...alike(["azure-native:app:ContainerApp", "azure-native:app:Job"], ofApps),
    ...Object.fromEntries(Object.entries(placesOfVariables).map(([type, places]) => [type, below("", places)])),
  };
}

function findings(holder: View<unknown>, places: readonly Place[]): Finding[] {
  return places.flatMap(({ kind, path }) => at(holder, path.split(".")).flatMap(kinds[kind].read));
}

/** What is at a path. */
function at(view: View<unknown>, [key, ...rest]: readonly string[]): View<unknown>[] {
  if (key === undefined) return [view];
  if (key === "*") {
    return view
      .as<unknown[]>()
      .items()
      .flatMap((item) => at(item, rest));
  }
  const isDocument = key.endsWith("!");
  const member = view.as<Record<string, unknown>>().at(isDocument ? key.slice(0, -1) : key);
  return at(isDocument ? member.json() : member, rest);
}
