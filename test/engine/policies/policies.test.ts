import assert from "node:assert/strict";
import { notePolicyNames } from "../../../policy/protocol/note";
import { suiteEngine } from "../support/engine-bin";
import { type Asked, bothOf } from "./both";
import { breakingResources, type JudgedResource } from "./judged-resources";
import { notesOf, verdictsOf } from "./verdicts";

const every = breakingResources();

/** A database that breaks rules with settings, a bucket that has what only the cloud knows, and what no rule is about. */
const few: readonly JudgedResource[] = [
  { type: "aws:rds/instance:Instance", name: "reports", properties: { backupRetentionPeriod: 3, engine: "postgres" } },
  { type: "aws:rds/instance:Instance", name: "old", properties: { backupRetentionPeriod: 1, engine: "postgres" } },
  { type: "aws:cloudtrail/trail:Trail", name: "audit", properties: { enableLogging: false } },
  { type: "random:index/randomId:RandomId", name: "part", properties: { byteLength: 4 } },
];

const exemptions = [
  ["*::reports", "2999-12-31"],
  ["*::old", "2020-12-31"],
  ["*::gone", "2999-12-31"],
]
  .map(([resource, expires]) =>
    [
      "  - rule: backup-database-retention",
      `    resource: "${resource}"`,
      "    owner: data team",
      "    reason: Rebuilt every night.",
      `    expires: ${expires}`,
    ].join("\n"),
  )
  .join("\n");

const toldNotes = Object.fromEntries(Object.values(notePolicyNames).map((name) => [name, "advisory"]));

interface Row extends Asked {
  name: string;
  /** What has to be among what is said, so that two silent runs are not equal. */
  says: RegExp;
}

const rows: readonly Row[] = [
  { name: "every rule, before an update", resources: every, says: /mandatory/ },
  { name: "every rule, in an update", resources: every, up: true, policyConfig: { all: "advisory" }, says: /advisory/ },
  { name: "the profile of the stack's name", resources: few, stack: "judged-dev", says: /at least 7 days/ },
  {
    name: "the profile of the stack's config",
    resources: few,
    stack: "main",
    config: { "isotopo:environment": "staging" },
    says: /at least/,
  },
  {
    name: "a name and config that contradict each other",
    resources: few,
    stack: "shop-prod",
    config: { "isotopo:environment": "dev" },
    says: /judged as prod: /,
  },
  { name: "a name that says nothing", resources: few, stack: "main", says: /judged as prod: / },
  { name: "the profile that was asked for", resources: few, env: { ISOTOPO_PROFILE: "dev" }, says: /at least 7 days/ },
  {
    name: "levels and settings",
    resources: few,
    policyConfig: {
      all: "mandatory",
      "backup-database-retention": { enforcementLevel: "advisory", minimumDays: 14 },
      "governance-tags": "disabled",
    },
    says: /advisory backup-database-retention .*at least 14 days/,
  },
  {
    name: "nothing but one rule",
    resources: few,
    // Under Pulumi's own command "disabled" is for notes too, unless they are named.
    policyConfig: { all: "disabled", "logging-audit-trail": "mandatory", ...toldNotes },
    says: /logging-audit-trail/,
  },
  {
    name: "exemptions",
    resources: few,
    exemptions: `exemptions:\n${exemptions}\n`,
    says: /expired: .*used: .*unmatched: /s,
  },
  {
    name: "remedies",
    resources: few,
    policyConfig: { "logging-audit-trail": "remediate" },
    says: /backup-database-retention/,
  },
  { name: "remedies of all", resources: every, policyConfig: { all: "remediate" }, says: /mandatory/ },
];

describe("policies on Pulumi's own engine", () => {
  const bin = suiteEngine();
  if (bin === undefined) return;
  for (const { name, says, ...asked } of rows) {
    it(`${name}: the same verdicts, notes and inputs as offline`, async () => {
      const both = await bothOf(bin, asked);
      const { real, offline } = both.policies;
      assert.deepEqual(verdictsOf(real), verdictsOf(offline));
      const told = notesOf(real);
      // Our own engine always names the profile, the pack by itself where a reader has to be told.
      assert.deepEqual(
        told,
        notesOf(offline).filter((note) => !note.startsWith("profile ") || told.includes(note)),
      );
      assert.match([...verdictsOf(real), ...told].join("\n"), says);
      assert.deepEqual(both.plans.real, both.plans.offline);
      assert.equal(both.real.code === 0, both.offline.code === 0, both.real.output);
    });
  }
});
