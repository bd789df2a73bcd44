import type { Failing, Passing, ResourceFixtures } from "../../core/fixture";
import { cloudPlatforms, otherPlatforms, type Platform } from "../../kinds/cloud-containers.fixtures";
import { listsOf, type Place, placesOfContainers } from "../../kinds/places";
import { placesOfVariables } from "../../kinds/places-of-variables";
import * as k from "../../kinds/pods.fixtures";

const fix =
  "Put it into the secret store, and refer to it: secretKeyRef, secrets of ECS, valueSource, secretRef, a Key Vault reference.";
const found = (path: string) => `${path} is a secret in clear text; required: a reference to a secret. ${fix}`;
/** What is no secret may be anything. */
const free = "what is no secret may be anything";

/** A place with a variable in it, or an argument: what is put there, and the path of what is found. */
function filled({ kind, path }: Place, name: string, value: string): { at: string; holds: unknown; found: string } {
  const at = path.replaceAll(".*", "[0]").replace("!", "");
  const keys = kind === "typed" ? listsOf.list : isList(kind) ? listsOf[kind] : undefined;
  if (keys !== undefined) return { at, holds: [{ [keys[0]]: name, [keys[1]]: value }], found: `${at}[0].${keys[1]}` };
  if (kind === "pairs") return { at, holds: { [name]: { type: "Custom", value } }, found: `${at}.${name}.value` };
  if (kind === "encoded") return { at, holds: { [name]: encoded(value) }, found: `${at}.${name}` };
  if (kind === "map" || kind === "files" || kind === "tree")
    return { at, holds: { [name]: value }, found: `${at}.${name}` };
  return { at, holds: [`--${name}=${value}`], found: `${at}[0]` };
}

const encoded = (text: string) => Buffer.from(text).toString("base64");

function isList(kind: Place["kind"]): kind is keyof typeof listsOf {
  return Object.hasOwn(listsOf, kind);
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
  const keys = kind === "typed" ? listsOf.list : isList(kind) ? listsOf[kind] : undefined;
  const names = keys === undefined ? [] : [`${last.slice(0, -keys[1].length)}${keys[0]}`];
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
  const given = (place: Place, { at, holds }: ReturnType<typeof filled>) => of(asText(place, inside(at, holds)));
  return {
    passes: places.map((place) => {
      const setting = filled(place, "LOG_LEVEL", "info");
      return {
        name: `a setting in ${place.path}`,
        type,
        properties: given(place, setting),
        harmless: readOf(prefix, place, setting),
      };
    }),
    // What is a secret is the same in each place: one of a type shows the others.
    fails: places.flatMap((place, i) =>
      secrets.slice(0, i === 0 ? undefined : 1).map(([what, name, value]) => {
        const secret = filled(place, name, value);
        const path = prefix === "" ? secret.found : `${prefix}.${secret.found}`;
        return {
          name: `${what} in ${place.path}`,
          type,
          properties: given(place, secret),
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

/** With the document in which a place is as JSON text. */
function asText({ path }: Place, properties: Record<string, unknown>): Record<string, unknown> {
  if (!path.includes("!")) return properties;
  const document = path.slice(0, path.indexOf("!"));
  return { ...properties, [document]: JSON.stringify(properties[document]) };
}

const all = [
  ...[...otherPlatforms, ...cloudPlatforms].map(ofPlatform),
  ...Object.entries(placesOfVariables).map(([type, places]) => fixturesOf(type, "", places, (inner) => inner)),
];
/** The same secret in a file of each kind, and how the file has it in the place of one. */
const filesWith: readonly [name: string, secret: string, reference: string][] = [
  ["application.properties", "spring.datasource.password=sesame\n", `spring.datasource.password=$${"{DB_PASSWORD}"}\n`],
  ["shop.ini", "[db]\nuser = shop\npassword = sesame\n", "[db]\nuser = shop\npassword = $(DB_PASSWORD)\n"],
  ["web.config", '<add key="DbPassword" value="sesame" />', '<add key="DbPassword" value="" />'],
  [".env", "LOG_LEVEL=info\nDB_PASSWORD=sesame\n", "LOG_LEVEL=info\nDB_PASSWORD_FILE=/run/secrets/db\n"],
  ["config.yaml", "database:\n  password: sesame\n", "database:\n  passwordSecretRef: db\n"],
  ["config.json", '{"database": {"password": "sesame"}}', '{"database": {"user": "shop"}}'],
  ["start.sh", "#!/bin/sh\nexec shop --dsn postgres://shop:sesame@db/shop\n", "#!/bin/sh\nexec shop\n"],
  ["settings", "LOG_LEVEL=info\nDB_PASSWORD=sesame\n", "LOG_LEVEL=info\n"],
];
const files = ["ConfigMap", "ConfigMapPatch"].flatMap((kind) =>
  filesWith.map((file) => ({ type: `kubernetes:core/v1:${kind}`, file })),
);
const container = (name: string, value: string) => ({ containers: [{ name: "app", env: [{ name, value }] }] });

export const fixtures: ResourceFixtures = {
  passes: [
    ...all.flatMap(({ passes }) => passes),
    ...files.map(
      ({ type, file: [name, , text] }): Passing => ({
        name: `${name} with a reference`,
        type,
        properties: { data: { [name]: text } },
        harmless: { data: free, [name === "settings" ? "data.settings" : `data[${JSON.stringify(name)}]`]: free },
      }),
    ),
    {
      name: "a program that passes a password on",
      type: "kubernetes:core/v1:ConfigMap",
      properties: { data: { "main.py": "connect(user=user, password=password)\n" } },
      harmless: { data: free, 'data["main.py"]': free },
    },
    {
      name: "a parameter that is encrypted",
      type: "aws:ssm/parameter:Parameter",
      properties: { name: "/shop/DB_PASSWORD", type: "SecureString", value: "sesame" },
    },
    {
      name: "a named value that is secret",
      type: "azure-native:apimanagement:NamedValue",
      properties: { displayName: "DB_PASSWORD", secret: true, value: "sesame" },
    },
    {
      name: "a variable of Automation that is encrypted",
      type: "azure-native:automation:Variable",
      properties: { name: "DB_PASSWORD", isEncrypted: true, value: '"sesame"' },
    },
    ...["SECRETS_MANAGER", "PARAMETER_STORE"].map(
      (by): Passing => ({
        name: `the name of a secret, ${by}`,
        type: "aws:codebuild/project:Project",
        properties: {
          environment: { environmentVariables: [{ name: "DB_PASSWORD", type: by, value: "shop:password" }] },
        },
        harmless: { "environment.environmentVariables": free },
      }),
    ),
    ...k.patchesThatPass(container("LOG_LEVEL", "info"), {
      containers: free,
      "containers[0].env": free,
      "containers[0].env[0].name": free,
      "containers[0].env[0].value": free,
    }),
  ],
  fails: [
    ...all.flatMap(({ fails }) => fails),
    ...files.map(
      ({ type, file: [name, text] }): Failing => ({
        name: `${name} with a secret`,
        type,
        properties: { data: { [name]: text } },
        messages: [found(name === "settings" ? "data.settings" : `data[${JSON.stringify(name)}]`)],
      }),
    ),
    ...["value", "insecureValue"].map(
      (property): Failing => ({
        name: `a parameter that is not encrypted, in ${property}`,
        type: "aws:ssm/parameter:Parameter",
        properties: { name: "/shop/DB_PASSWORD", type: "String", [property]: "sesame" },
        messages: [found(property)],
      }),
    ),
    ...["displayName", "namedValueId"].map(
      (property): Failing => ({
        name: `a named value that is not secret, by its ${property}`,
        type: "azure-native:apimanagement:NamedValue",
        properties: { [property]: "db-password", value: "sesame" },
        messages: [found("value")],
      }),
    ),
    ...["name", "variableName"].map(
      (property): Failing => ({
        name: `a variable of Automation that is not encrypted, by its ${property}`,
        type: "azure-native:automation:Variable",
        // A value is JSON text (Automation API, `VariableCreateOrUpdateProperties`).
        properties: { [property]: "DB_PASSWORD", value: '"sesame"' },
        messages: [found("value")],
      }),
    ),
    {
      name: "a connection string with a password",
      type: "azure-native:web:WebApp",
      properties: {
        siteConfig: {
          connectionStrings: [{ name: "db", connectionString: "Server=db;User Id=shop;Password=sesame;" }],
        },
      },
      messages: [found("siteConfig.connectionStrings[0].connectionString")],
    },
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
