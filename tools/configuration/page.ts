import { environmentNames } from "../../components/contract";
import { targetNames, targets } from "../../components/targets";
import { environments } from "../../infra/environments";
import { code, page, table } from "../markdown";
import { configSchema, registrySchema } from "../schema/config-schema";
import { providerKeys } from "../schema/stack-schema";
import { checkedBeyond } from "./checked-beyond";
import { type ConfigKey, configKeys } from "./rows";
import { allowedOf, typeOf, valueWord } from "./words";

/** docs/configuration.md: every key of a stack's config. */
export function configurationPage(): string {
  const keys = configKeys(configSchema());
  const below = (branch: string) => keys.filter(({ path }) => path[0] === branch);
  const apart = new Set<string>([...targetNames, "overrides"]);
  const plain = keys.filter(({ path }) => !apart.has(path[0] ?? ""));
  return page(
    "# Configuration",
    [
      "What a stack's file in `stacks/` may say under `config:`. A dot in a key is one step in: `isotopo:overrides.protect`",
      "is `protect:` below `isotopo:overrides:`, and `pulumi config set --path 'isotopo:overrides.protect' true` sets it.",
      "`stacks/stack.schema.json` says the same to editors. `isotopo show <stack>` prints what came of it.",
    ].join("\n"),
    "## Every stack",
    table(["key", "type", "allowed", "default", "meaning"], [...plain.map(plainRow), ...providerRows()]),
    ...targetNames.flatMap((name) => {
      const { title, platform } = targets[name];
      if (platform === undefined) return [];
      const rows = table(["key", "type", "allowed", "default", "meaning"], below(name).map(plainRow));
      return [`## On ${title}`, ...(platform.introduction === undefined ? [] : [platform.introduction]), rows];
    }),
    "## Settings of the environment",
    [
      "The file of the environment in `infra/environments/` decides them; a stack that wants one otherwise says so under",
      "`isotopo:overrides`. A list is replaced whole.",
    ].join("\n"),
    table(
      ["key", "type", "allowed", ...environmentNames, "meaning"],
      below("overrides").map((key) => [
        keyCell(key),
        typeOf(key.schema),
        allowedOf(key.schema),
        ...environmentNames.map((name) => environmentValue(environments[name], key.path.slice(1))),
        key.meaning,
      ]),
    ),
    "## The registry of an application",
    [
      "What a file in `registry/stacks/` may say: the image repositories of an application on one cloud, in a program of their",
      "own (`npx isotopo preview --program registry <stack>`). Its keys stand before `isotopo:` too.",
    ].join("\n"),
    table(["key", "type", "allowed", "default", "meaning"], configKeys(registrySchema()).map(plainRow)),
    "## Checked as well",
    "Before anything is made the program checks this too, and tells all problems at once:",
    checkedBeyond.map((rule) => `- ${rule}`).join("\n"),
  );
}

/** The keys that the clouds' providers read themselves. */
function providerRows(): string[][] {
  const schemas = providerKeys();
  return targetNames.flatMap((cloud) =>
    Object.entries(targets[cloud].providerConfig).map(([key, ours]) => [
      code(key),
      "text",
      ours === "region" ? `a region of ${targets[cloud].title}` : `what ${code(`isotopo:${ours}`)} is`,
      `required on ${code(cloud)}`,
      schemas[key]?.description ?? "",
    ]),
  );
}

function plainRow(key: ConfigKey): string[] {
  const secret = key.path[0] === "secrets" || key.path.at(-1) === "password";
  return [
    keyCell(key),
    secret ? "secret" : typeOf(key.schema),
    secret ? "`secure: <encrypted>`" : allowedOf(key.schema),
    key.required ? "required" : key.schema.default === undefined ? "none" : valueWord(key.schema.default),
    key.meaning,
  ];
}

function keyCell({ path }: ConfigKey): string {
  return code(`isotopo:${path.join(".")}`);
}

/** What an environment has there; a setting that it leaves out is the application's to say. */
function environmentValue(settings: unknown, path: readonly string[]): string {
  const value = path.reduce<unknown>(
    (node, key) =>
      typeof node === "object" && node !== null ? Object.entries(node).find(([k]) => k === key)?.[1] : undefined,
    settings,
  );
  return value === undefined ? "the application's" : valueWord(value);
}
