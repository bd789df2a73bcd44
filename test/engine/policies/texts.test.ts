import assert from "node:assert/strict";
import type { Properties } from "../../../policy/core/fixture";
import { notePolicyNames } from "../../../policy/protocol/note";
import { suiteEngine } from "../support/engine-bin";
import { judged } from "./both";
import { breakingResources } from "./judged-resources";

/** What must be in no text: it is put into every text of what breaks a rule. */
const planted = "pl4nted-s3cret";

function withPlanted(value: unknown): unknown {
  if (typeof value === "string") return `${value}${planted}`;
  if (Array.isArray(value)) return value.map(withPlanted);
  return typeof value === "object" && value !== null ? plantedIn(value) : value;
}

function plantedIn(properties: object): Properties {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, withPlanted(value)]));
}

describe("what Pulumi's own command prints of policies", () => {
  const bin = suiteEngine();
  if (bin === undefined) return;

  for (const level of ["mandatory", "remediate"]) {
    it(`has no text of a secret, in all that breaks a rule: ${level}`, async () => {
      const resources = breakingResources().map(({ uses, properties, ...resource }) => ({
        ...resource,
        properties: plantedIn(properties),
        secrets: true as const,
      }));
      const { output, log } = await judged(bin, { resources, policyConfig: { all: level } }, ({ stack, options }) =>
        stack.preview(...options),
      );
      assert.match(output, /\[mandatory\]/);
      // What the engine tells of its own calls on request (`--debug`) is not the pack's.
      const events = log.split("\n").filter((line) => !line.includes('"severity":"debug"'));
      for (const line of [...output.split("\n"), ...events]) {
        assert.ok(!line.includes(planted), line.slice(0, 500));
      }
    });
  }

  it("is a heading, a line and the finding for each verdict, and a heading and a line for each note", async () => {
    const notes = Object.fromEntries(Object.values(notePolicyNames).map((name) => [name, "advisory"]));
    const asked = {
      stack: "shop-prod",
      config: { "isotopo:environment": "dev" },
      policyConfig: {
        all: "disabled",
        "encryption-at-rest-database": "mandatory",
        "logging-database": "advisory",
        ...notes,
      },
      resources: [
        {
          type: "aws:rds/instance:Instance",
          name: "reports",
          properties: { storageEncrypted: false, engine: "postgres" },
        },
        {
          type: "aws:rds/instance:Instance",
          name: "clone",
          properties: { storageEncrypted: true },
          later: { storageEncrypted: "part" },
        },
        { type: "random:index/randomId:RandomId", name: "part", properties: { byteLength: 4 } },
      ],
    };
    const { output } = await judged(bin, asked, ({ stack, options }) => stack.preview(...options));
    const told = output.slice(output.indexOf("Policies:"), output.indexOf("Diagnostics:"));
    assert.deepEqual(
      told
        .replace(/\(local: .*\)/, "(local)")
        .trim()
        .split("\n")
        .map((line) => line.trim()),
      [
        "Policies:",
        "❌ isotopo@v0.1.0 (local)",
        "- [mandatory] [severity: critical]  encryption-at-rest-database  (aws:rds:Instance: reports)",
        "Databases are encrypted at rest.",
        "storageEncrypted is false; required: true. Encrypt it from the start: an existing one is encrypted by restoring an encrypted copy of its snapshot.",
        "- [advisory] [severity: medium]  logging-database  (aws:rds:Instance: clone)",
        "Databases hand their logs on.",
        'enabledCloudwatchLogsExports is not set; required: the logs of its engine, for example ["postgresql"]. Set enabledCloudwatchLogsExports.',
        "- [advisory] [severity: medium]  logging-database  (aws:rds:Instance: reports)",
        "Databases hand their logs on.",
        'enabledCloudwatchLogsExports is not set; required: the logs of its engine, for example ["postgresql"]. Set enabledCloudwatchLogsExports.',
        "- [advisory] [severity: low]  profile  (pulumi:pulumi:Stack: judged-shop-prod)",
        'judged as prod: the stack\'s name ends with "prod", and config isotopo:environment is "dev": the stronger holds',
        "- [advisory] [severity: low]  undetermined  (aws:rds:Instance: clone)",
        "not known before the update: encryption-at-rest-database (storageEncrypted)",
        "- [advisory] [severity: low]  unjudged  (pulumi:pulumi:Stack: judged-shop-prod)",
        "no rule is about 1 of 3 resources: random:index/randomId:RandomId (1); rules are about aws, azure-native, gcp, kubernetes",
      ],
    );
  });
});
