import assert from "node:assert/strict";
import { createServer } from "node:net";
import { inspect } from "node:util";
import { parse } from "yaml";
import { FaultRedactor } from "../../../preview/engine/fault-redactor";
import { redactedError } from "../../../preview/engine/pack-fault";
import { Redactor } from "../../../preview/engine/redact";
import { PreviewError } from "../../../preview/model/errors";
import { projectDir } from "../../support/project";

// Comes without types.
const { load }: { load(text: string): unknown } = require("js-yaml");

/** Secrets as they are kept in config. Each has an end that readers of YAML refuse. */
const secrets: Readonly<Record<string, string>> = {
  YAML: [
    "users:",
    "- name: admin",
    "  user:",
    "    token: hunter2-sesame-open-9",
    "   password: second-Secret-77",
    "   long: 'Zz9-8yX7-6wV5'",
  ].join("\n"),
  "variables of a file": [
    "DB_USER=shop_owner_1",
    "DB_PASSWORD=hunter2-sesame-open-9",
    "export API_TOKEN=tk_9f8e7d6c5b4a",
    "{",
  ].join("\n"),
  "pretty JSON": JSON.stringify(
    { user: "shop-owner-1", private: { key: "hunter2-sesame-open-9", pin: "4711-0815-4711" } },
    null,
    2,
  ).replace(/\}$/, "]"),
  PEM: [
    "-----BEGIN PRIVATE KEY-----",
    "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj",
    "MzEfYyjiWA4R4/M2bS1GB4t7NXp98C3SC6dVMvDuictGeurT8jNbvJZHtCSuYEvu",
    "-----END PRIVATE KEY-----",
  ].join("\n"),
  "one line": "Xk29-very-long-database-password_{of-60:characters]-00000-end",
};

/** The words of what throws. */
function thrown(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return `${inspect(error)}\n${inspect(error, { colors: true })}\n${error instanceof Error ? error.message : ""}`;
  }
  return "";
}

/** Who quotes a secret, and how. */
const ways: Readonly<Record<string, (secret: string) => string>> = {
  "js-yaml": (secret) => thrown(() => load(secret)),
  yaml: (secret) => thrown(() => parse(secret)),
  "JSON.parse": (secret) => thrown(() => JSON.parse(secret)),
  ERR_INVALID_ARG_TYPE: (secret) => thrown(() => Reflect.apply(Buffer.alloc, undefined, [secret])),
  ERR_SOCKET_BAD_PORT: (secret) => thrown(() => createServer().listen({ port: secret })),
  ERR_INVALID_ARG_VALUE: (secret) => thrown(() => Buffer.alloc(4, secret, "hex")),
  ERR_INVALID_URL: (secret) => thrown(() => new URL(secret)),
  "inspect of an object": (secret) => inspect({ kubeconfig: { data: [secret] } }),
  "inspect in few columns": (secret) => inspect({ secret }, { breakLength: 20, compact: false }),
  "assert.equal": (secret) => thrown(() => assert.equal(secret, `${secret.slice(0, -4)}\nother`)),
  "assert.deepEqual": (secret) => thrown(() => assert.deepEqual({ a: secret.split("\n") }, { a: [] })),
  "JSON of JSON": (secret) => JSON.stringify(JSON.stringify({ secret })),
  "its first 25 characters": (secret) => `Received type string ('${secret.slice(0, 25)}...')`,
  "basic authentication, cut": (secret) => Buffer.from(`user:${secret}`).toString("base64").slice(4, -6),
  "an address, cut": (secret) => encodeURIComponent(secret).slice(5, 40),
};

/** What no words may have in common with the secret: anything of 8 characters with a digit, where the values are. */
function leaksIn(told: string, secret: string): string[] {
  return Array.from({ length: secret.length - 7 }, (_, i) => secret.slice(i, i + 8)).filter(
    (piece) => /\d/.test(piece) && told.includes(piece),
  );
}

function toldOf(words: string, redactor: FaultRedactor): string {
  const error = redactedError(new PreviewError(words), redactor);
  return error instanceof PreviewError ? error.message : "";
}

describe("a secret in words that end a run", () => {
  for (const [kind, secret] of Object.entries(secrets)) {
    describe(kind, () => {
      const redactor = new FaultRedactor([secret, "another"]);
      for (const [way, words] of Object.entries(ways)) {
        it(`is not told by ${way}`, () => {
          assert.deepEqual(leaksIn(toldOf(words(secret), redactor), secret), []);
        });
      }
    });
  }

  for (const [way, words] of Object.entries(ways)) {
    it(`is quoted by ${way}, before it is taken out`, () => {
      const quoted = Object.values(secrets).some((secret) => {
        const encoded = [secret, encodeURIComponent(secret), Buffer.from(`user:${secret}`).toString("base64")];
        return encoded.some((form) => leaksIn(words(secret), form).length > 0);
      });
      assert.ok(quoted);
    });
  }

  it("is not told in base64 or in an address that is cut", () => {
    const secret = secrets["one line"] ?? "";
    const redactor = new FaultRedactor([secret]);
    assert.equal(toldOf(Buffer.from(secret).toString("base64").slice(0, 40), redactor), "[secret]");
    assert.equal(toldOf(encodeURIComponent(secret).slice(0, 40), redactor), "[secret]");
  });
});

describe("words that are not secret", () => {
  const redactor = new FaultRedactor(
    [
      ...Object.values(secrets),
      "https://shop:Geheim-12345@db.example:5432/orders",
      "shop-prod-db-83hf7",
      "release-1.24.6",
    ],
    {
      texts: ["shop-prod", "/srv/shop", "1.24.6-rc.1"],
      urns: ["urn:pulumi:prod::shop::aws:rds/instance:Instance::shop-prod-database-main"],
      folder: projectDir,
    },
  );
  const table = [
    'stack "shop-prod": missing config "shop:password"',
    "at f (/srv/shop/index.ts:3:1)",
    `at f (${projectDir}/preview/engine/secret-keys.ts:3:1)`,
    "preview/engine/secret-keys.ts:3:1",
    "needs @pulumi/aws 7.11.0, found 6.83.2; see https://registry.test/pulumi",
    "        -------- ======== {}\n        next line",
    "-----BEGIN PRIVATE KEY----- is missing",
    "the key token or DB_PASSWORD is missing in users",
    "urn:pulumi:prod::shop::aws:rds/instance:Instance::shop-prod-database-main",
    "TypeError: Cannot read properties of undefined (reading 'map')",
  ];
  for (const words of table)
    it(`are left as they are: ${words.slice(0, 40)}`, () => assert.equal(redactor.text(words), words));
  it("are left around what is secret", () => {
    assert.equal(
      redactor.text("/srv/shop/index.ts:3:1: connect to db.example:5432 as 'hunter2-sesame-op...' failed"),
      "/srv/shop/index.ts:3:1: connect to [secret] as '[secret]...' failed",
    );
  });

  it("take seconds and no minutes for 1 MB beside 2,000 secrets", () => {
    const many = Array.from(
      { length: 2000 },
      (_, i) => `secret ${i}: ${Buffer.from(`${i * 7919}-${i}`).toString("base64")}`,
    );
    const words = `${"an ordinary line of a program that says what it does, and how\n".repeat(16_000)}${many[7]?.slice(4)}`;
    const started = performance.now();
    const told = new FaultRedactor(many).text(words);
    assert.ok(told.endsWith("\n[secret]"), told.slice(-100));
    assert.ok(performance.now() - started < 10_000, `${performance.now() - started} ms`);
  });
});

describe("a value of a secret of several lines", () => {
  const redactor = new Redactor(Object.values(secrets));
  for (const value of [
    "hunter2-sesame-open-9",
    "second-Secret-77",
    "tk_9f8e7d6c5b4a",
    "4711-0815-4711",
    "Zz9-8yX7-6wV5",
  ]) {
    it(`is known by itself in what is said on the way: ${value}`, () =>
      assert.equal(redactor.text(`no ${value}.`), "no [secret]."));
  }
  it("is no word", () => assert.equal(redactor.text("no admin: DB_PASSWORD users"), "no admin: DB_PASSWORD users"));
});
