import assert from "node:assert/strict";
import type { FixtureResource, Fixtures } from "../../policy/core/fixture";
import { judge } from "../../policy/core/judge";
import type { Rule } from "../../policy/core/rule";
import { Stack } from "../../policy/core/stack";
import { subjectOf } from "../../policy/core/subject";
import { termsOf } from "../../policy/core/terms";
import { isSecretFile } from "../../policy/kinds/secret-files";
import { lineOfSecret } from "../../policy/kinds/secret-lines";
import { isSecret } from "../../policy/kinds/secrets";
import { scriptOf } from "../../policy/kinds/user-data";
import { ruleFiles } from "../../tools/policies/rule-files";
import { withValue } from "./breaks";

/** Length of a text in characters: what takes the square of it takes seconds. */
const length = 60_000;
/** Milliseconds that are too little to compare. All that takes time in proportion to the text takes less, on a slow machine too. */
const quick = 300;
/** How much longer a text of twice the length may take. In proportion it is 2, by the square 4. */
const growth = 3;

/** What grammars and forms of secrets begin with, end with, or repeat. */
const parts: readonly string[] = [
  ...["a", "a.", "a-", "a+", "+a", "a_", "A", "Ab", "AB ", "1", "1 ", "/", "a/", "a\\", "\\", '"\\', "'", '"', "`"],
  ...["(", "((", "[", "{", "{{", "<", "<a", "<a>", "$(", "$(a", "${", "${a", "%", "#", " #", "\n", "a\n", "\t", " "],
  ...[
    "=",
    "a=",
    "a =",
    ":",
    "a:",
    "a: ",
    "://",
    "a://",
    "a://b:",
    "a:b@",
    "a:b@c(",
    ";",
    ", ",
    "&a=",
    "x||",
    "x&&",
    ".b()",
  ],
  ...["--a", "--a ", "-a=", "eyJaaaaaaaaaa.", "-eyJ", "-----BEGIN ", "SG.", "npm_", "xoxb-", "machine password "],
  ...[
    "Password=a",
    ";Password='",
    "password=",
    "password: ",
    '"password":"',
    "vault-",
    "secrets/",
    "prod/a",
    "*",
    "?",
    "!",
  ],
];
const ends = ["", "!", "\u0001"];

describe("time of a rule", function () {
  this.timeout(60_000);

  for (const { rule, fixtures } of ruleFiles()) {
    it(`${rule.id} grows with the length of a text and no faster`, () => {
      for (const { what, resource, path, value } of textsOf(fixtures)) {
        for (const part of [value, ...few]) {
          grows(`${what} of ${JSON.stringify(part.slice(0, 30))}`, part, (text) =>
            check(rule, resource, path, `${text}a`),
          );
        }
      }
    });
  }
});
/** Of `parts`, those that other grammars than those of secrets have too: each rule is tried with them. */
const few = ["a", "a.b", "1", "a*", "/a", "(", "{", ".b()", "a||", "!", "' ", "\n"];

describe("time of looking for secrets", function () {
  this.timeout(60_000);

  const readers: readonly [what: string, read: (text: string) => unknown][] = [
    ["a value", (text) => isSecret("DB_PASSWORD", text)],
    ["the name of a secret", (text) => isSecret("DB_SECRET", text)],
    ["a name", (text) => isSecret(text, "sesame")],
    ["a script", (text) => lineOfSecret(text)],
    ["a line of settings", (text) => lineOfSecret(`password = ${text}`)],
    ["a file", (text) => isSecretFile("shop.yaml", text)],
    ["a file of JSON", (text) => isSecretFile("shop.json", JSON.stringify({ text, password: text }))],
    ["a script in base64", (text) => scriptOf(text)],
  ];
  for (const [what, read] of readers) {
    it(`grows with the length of ${what} and no faster`, () => {
      for (const part of parts)
        for (const end of ends) grows(JSON.stringify([part, end]), part, (text) => read(`${text}${end}`));
    });
  }
});

/** Compares a text with one of twice its length, where it takes so long that they can be compared. */
function grows(what: string, part: string, read: (text: string) => unknown): void {
  const text = (times: number) => part.repeat(Math.ceil((times * length) / part.length));
  const once = timeOf(() => read(text(1)));
  if (once < quick) return;
  const [half, whole] = [0.5, 1].map((times) => Math.min(...[1, 2, 3].map(() => timeOf(() => read(text(times))))));
  assert.ok(
    (whole ?? 0) < quick || (whole ?? 0) < growth * (half ?? 0),
    `${what}: ${half} ms, of twice the length ${whole} ms`,
  );
}

/** Milliseconds of this process alone, so that what else runs on the machine counts for nothing. */
function timeOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

interface Text {
  what: string;
  resource: FixtureResource;
  path: string;
  value: string;
}

/** Each text in what breaks a rule; one of those that have the same name in an object of the same name. */
function textsOf(fixtures: Fixtures): Text[] {
  const resources = "stacks" in fixtures ? fixtures.stacks.flatMap((stack) => stack.resources) : fixtures.fails;
  const texts = new Map<string, Text>();
  for (const resource of resources) {
    for (const [path, value] of leaves(resource.properties, "")) {
      const what = path
        .replaceAll(/\[\d+\]/g, "")
        .split(".")
        .slice(-2)
        .join(".");
      if (!texts.has(what)) texts.set(what, { what: `${resource.type} ${what}`, resource, path, value });
    }
  }
  return [...texts.values()];
}

function leaves(value: unknown, path: string): [path: string, value: string][] {
  if (typeof value === "string") {
    const inside = /^\s*[[{]/.test(value) ? parsed(value) : undefined;
    return inside === undefined ? (value === "" ? [] : [[path, value]]) : leaves(inside, path);
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => leaves(item, `${path}[${i}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const part = /^[\w$-]+$/.test(key) ? key : `[${JSON.stringify(key)}]`;
    return leaves(member, path === "" || part.startsWith("[") ? `${path}${part}` : `${path}.${part}`);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function check(rule: Rule, { type, properties }: FixtureResource, path: string, text: string): void {
  const filled = withValue(properties, path, text);
  const subject = subjectOf({ type, name: "it", urn: `urn:${type}`, properties: filled, protect: false });
  judge(rule, subject, termsOf(rule, "prod", {}), new Stack([subject]));
}
