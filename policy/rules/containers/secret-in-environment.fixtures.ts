import type { Failing, Passing, ResourceFixtures } from "../../core/fixture";
import { cloudPlatforms, otherPlatforms, type Platform } from "../../kinds/cloud-containers.fixtures";
import * as k from "../../kinds/pods.fixtures";
import { type Place, placesOfContainers, placesOfVariables } from "../../kinds/variables";

const mend =
  "Put it into the secret store, and refer to it: secretKeyRef, secrets of ECS, valueSource, secretRef, a Key Vault reference.";
const found = (path: string) => `${path} is a secret in clear text; required: a reference to a secret. ${mend}`;
/** What is no secret may be anything. */
const free = "what is no secret may be anything";

/** A place with a variable in it, or an argument: what is put there, and the path of what is found. */
function filled({ kind, path }: Place, name: string, value: string): { at: string; holds: unknown; found: string } {
  const at = path.replaceAll(".*", "[0]").replace("!", "");
  if (kind === "list" || kind === "typed") return { at, holds: [{ name, value }], found: `${at}[0].value` };
  if (kind === "map") return { at, holds: { [name]: value }, found: `${at}.${name}` };
  return { at, holds: [`--${name}=${value}`], found: `${at}[0]` };
}

/** An object that has a value at a path: `containers[0].env`. */
function inside(path: string, value: unknown): Record<string, unknown> {
  const [key = "", ...rest] = path.split(".");
  const inner = rest.length === 0 ? value : inside(rest.join("."), value);
  const list = key.endsWith("[0]");
  return { [list ? key.slice(0, -"[0]".length) : key]: list ? [inner] : inner };
}

/** Every path on the way to a value that is a list or a map, and what is in it. */
function readOf(
  prefix: string,
  { kind, path: place }: Place,
  { at, found: path }: ReturnType<typeof filled>,
): Record<string, string> {
  const whole = prefix === "" ? at : `${prefix}.${at}`;
  const last = prefix === "" ? path : `${prefix}.${path}`;
  const lists = [...whole.matchAll(/\[0\]/g)].map((match) => whole.slice(0, match.index));
  const names =
    kind === "list" || kind === "typed"
      ? [last.replace(/value$/, "name"), ...(kind === "typed" ? [last.replace(/value$/, "type")] : [])]
      : [];
  const documents = place.includes("!") ? [place.slice(0, place.indexOf("!"))] : [];
  return Object.fromEntries([...documents, ...lists, whole, last, ...names].map((one) => [one, free]));
}

const secrets: readonly [what: string, name: string, value: string][] = [
  ["a password", "DB_PASSWORD", "sesame"],
  ["an address with one", "DATABASE", "postgres://u:sesame@db/shop"],
];

function fixturesOf(
  type: string,
  prefix: string,
  places: readonly Place[],
  of: (inner: Record<string, unknown>) => Record<string, unknown>,
): { passes: Passing[]; fails: Failing[] } {
  return {
    passes: places.map((place) => {
      const setting = filled(place, "LOG_LEVEL", "info");
      return {
        ...{ name: `a setting in ${place.path}`, type, properties: of(inside(setting.at, setting.holds)) },
        harmless: readOf(prefix, place, setting),
      };
    }),
    fails: places.flatMap((place) =>
      secrets.map(([what, name, value]) => {
        const secret = filled(place, name, value);
        const path = prefix === "" ? secret.found : `${prefix}.${secret.found}`;
        return {
          ...{ name: `${what} in ${place.path}`, type, properties: of(inside(secret.at, secret.holds)) },
          messages: [found(path)],
        };
      }),
    ),
  };
}

/** The same for containers of a platform. */
function ofPlatform(platform: Platform) {
  const { type, of, path } = platform;
  const { pods, tasks, cloudRun, apps } = placesOfContainers;
  const places = type.startsWith("aws:")
    ? tasks
    : type.startsWith("gcp:")
      ? cloudRun
      : type.startsWith("azure-native:")
        ? apps
        : pods;
  return fixturesOf(type, path, places, of);
}

/** Batch has its container as JSON text. */
const asText = (type: string) => (inner: Record<string, unknown>) =>
  type.startsWith("aws:batch/") ? { containerProperties: JSON.stringify(inner.containerProperties) } : inner;

const all = [
  ...[...otherPlatforms, ...cloudPlatforms].map(ofPlatform),
  ...Object.entries(placesOfVariables).map(([type, places]) => fixturesOf(type, "", places, asText(type))),
];
const container = (name: string, value: string) => ({ containers: [{ name: "app", env: [{ name, value }] }] });

export const fixtures: ResourceFixtures = {
  passes: [
    ...all.flatMap(({ passes }) => passes),
    ...["SECRETS_MANAGER", "PARAMETER_STORE"].map((by): Passing => {
      const first = "environment.environmentVariables[0]";
      return {
        name: `the name of a secret, ${by}`,
        type: "aws:codebuild/project:Project",
        properties: {
          environment: { environmentVariables: [{ name: "DB_PASSWORD", type: by, value: "shop:password" }] },
        },
        harmless: Object.fromEntries(
          ["environment.environmentVariables", ...["name", "type", "value"].map((key) => `${first}.${key}`)].map(
            (path) => [path, free],
          ),
        ),
      };
    }),
    ...k.patchesThatPass(container("LOG_LEVEL", "info"), {
      ...{ containers: free, "containers[0].env": free },
      ...{ "containers[0].env[0].name": free, "containers[0].env[0].value": free },
    }),
  ],
  fails: [
    ...all.flatMap(({ fails }) => fails),
    ...k.patchesThatFail(container("DB_PASSWORD", "sesame"), (pod) => [found(`${pod}.containers[0].env[0].value`)]),
    {
      name: "a Windows task",
      type: k.taskType,
      properties: k.taskWith(
        { environment: [{ name: "DB_PASSWORD", value: "sesame" }] },
        { runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } },
      ),
      messages: [found("containerDefinitions[0].environment[0].value")],
    },
  ],
};
