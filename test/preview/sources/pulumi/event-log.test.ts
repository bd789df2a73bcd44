import assert from "node:assert/strict";
import { commentReport } from "../../../../preview/formats/markdown/comment";
import type { StackChange } from "../../../../preview/model/change";
import { readStackChanges } from "../../../../preview/sources/document";
import { mistakeOf } from "../../programs";

const urn = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;
const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "W3NlY3JldF0=" };
const bucket = "aws:s3/bucket:Bucket";
const database = "aws:rds/instance:Instance";
const state = (type: string, inputs: object, more: object = {}) => ({
  type,
  urn: "",
  custom: true,
  id: "",
  parent: "",
  inputs,
  outputs: {},
  provider: "",
  ...more,
});

/** A step's metadata as `pkg/backend/display/events.go` writes it. */
function metadata(op: string, type: string, name: string, old?: object, now?: object, more: object = {}): object {
  return {
    op,
    urn: urn(type, name),
    type,
    provider: "",
    detailedDiff: null,
    old: old === undefined ? null : state(type, old),
    new: now === undefined ? null : state(type, now),
    ...more,
  };
}

const pre = (...args: Parameters<typeof metadata>) => ({
  resourcePreEvent: { metadata: metadata(...args), planning: true },
});
const outputs = (...args: Parameters<typeof metadata>) => ({
  resOutputsEvent: { metadata: metadata(...args), planning: true },
});
const stack = pre("same", "pulumi:pulumi:Stack", "shop-prod", {}, {});

function logOf(events: readonly object[]): string {
  return events.map((event, i) => `${JSON.stringify({ sequence: i, timestamp: 1_700_000_000, ...event })}\n`).join("");
}

function read(...events: object[]): StackChange {
  const [change, ...others] = readStackChanges(logOf(events), "events.log");
  assert.ok(change !== undefined);
  assert.deepEqual(others, []);
  return change;
}

async function changesIn(text: string): Promise<StackChange[]> {
  return readStackChanges(text, "events.log");
}

/** What happens to each resource, in words. */
function told({ changes }: StackChange): string[] {
  return changes.map(({ name, action, dataLoss, causes, properties }) =>
    [
      ...[name, action],
      ...(dataLoss === undefined ? [] : [`loses ${dataLoss}`]),
      ...causes,
      ...properties.map(({ path, kind, forces }) => `${path} ${kind}${forces === "replace" ? " (replace)" : ""}`),
    ].join(" | "),
  );
}

describe("the event log of `pulumi preview`", () => {
  it("says what happens to each resource once, and why", () => {
    const replaced = [
      { username: "a", size: 1 },
      { username: "b", size: 1 },
    ] as const;
    const why = { keys: ["username"], detailedDiff: { username: { diffKind: "update-replace", inputDiff: true } } };
    const change = read(
      { preludeEvent: { config: { "shop:key": "[secret]" } } },
      stack,
      outputs("same", "pulumi:pulumi:Stack", "shop-prod", {}, {}),
      pre("create", bucket, "new", undefined, { bucket: "new" }),
      pre(
        "update",
        database,
        "small",
        { size: 1, password: secret },
        { size: 2, password: secret },
        { diffs: ["size"] },
      ),
      pre("create-replacement", database, "main", ...replaced, why),
      pre("replace", database, "main", ...replaced, why),
      pre("delete-replaced", database, "main", replaced[0]),
      pre("delete", bucket, "old", { bucket: "old" }),
      { summaryEvent: { maybeCorrupt: false, durationSeconds: 7, resourceChanges: {}, PolicyPacks: {} } },
    );
    assert.deepEqual(told(change), [
      "shop-prod | unchanged",
      "new | create | bucket added",
      "small | update | size changed",
      "main | replace | loses the database and its rows | username forces a replacement | username changed (replace)",
      "old | delete | loses the bucket and its objects | it is no longer in the program | bucket removed",
    ]);
    const { project, stack: name, engine, base, durationSeconds } = change;
    assert.deepEqual(
      [project, name, engine, base, durationSeconds],
      ["shop", "prod", "pulumi", "the state of the stack", 7],
    );
  });

  it("shows no cipher text", () => {
    const change = read(stack, pre("create", bucket, "new", undefined, { policy: secret }));
    assert.ok(!JSON.stringify(change).includes("W3NlY3JldF0="));
    assert.equal(change.changes[1]?.properties[0]?.after, "[secret]");
  });

  it("names what the provider says differs, where its inputs do not", () => {
    const same = { bucket: "a" };
    assert.deepEqual(
      told(
        read(stack, pre("update", bucket, "a", same, same, { detailedDiff: { "tags.team": { diffKind: "update" } } })),
      ),
      ["shop-prod | unchanged", "a | update | tags.team not comparable"],
    );
    assert.deepEqual(told(read(stack, pre("update", bucket, "a", same, same, { diffs: ["policy"] }))), [
      "shop-prod | unchanged",
      "a | update | policy not comparable",
    ]);
  });

  it("takes what a refresh finds for a change, and what the update does about it for a newer one", () => {
    const drift = { detailedDiff: { acl: { diffKind: "update", inputDiff: false } } };
    const change = read(
      pre("refresh", bucket, "well", { acl: "private" }, { acl: "private" }),
      outputs("refresh", bucket, "well", { acl: "private" }, { acl: "private" }),
      pre("refresh", bucket, "drifted", { acl: "private" }, { acl: "private" }),
      outputs("update", bucket, "drifted", { acl: "private" }, { acl: "public" }, drift),
      pre("refresh", bucket, "gone", { acl: "private" }, { acl: "private" }),
      outputs("delete", bucket, "gone", { acl: "private" }),
      pre("refresh", bucket, "changed", { acl: "private" }, { acl: "private" }),
      outputs("refresh", bucket, "changed", { acl: "private" }, { acl: "private" }),
      stack,
      pre("same", bucket, "well", { acl: "private" }, { acl: "private" }),
      pre("update", bucket, "drifted", { acl: "public" }, { acl: "private" }, drift),
      pre("create", bucket, "gone", undefined, { acl: "private" }),
      pre("update", bucket, "changed", { acl: "private" }, { acl: "log" }, drift),
    );
    assert.deepEqual(told(change), [
      "well | unchanged",
      "drifted | update | acl changed",
      "gone | create | acl added",
      "changed | update | acl changed",
      "shop-prod | unchanged",
    ]);
    assert.equal(change.changes[1]?.properties[0]?.before, "public");
  });

  it("tells what policies say, without colours", () => {
    const violation = (policyName: string, enforcementLevel: string, message: string) => ({
      policyEvent: {
        resourceUrn: urn(bucket, "new"),
        color: "raw",
        policyName,
        enforcementLevel,
        severity: "high",
        policyPackName: "isotopo",
        policyPackVersion: "0.1.0",
        policyPackVersionTag: "0.1.0",
        message: `<{%fg 13%}>${message}<{%reset%}>\n`,
      },
    });
    const summary = (name: string, passed: string[], failed: string[]) => ({
      policyAnalyzeSummaryEvent: {
        resourceUrn: urn(bucket, name),
        policyPackName: "isotopo",
        policyPackVersion: "0.1.0",
        policyPackVersionTag: "0.1.0",
        passed,
        failed,
      },
    });
    const { policy } = read(
      { policyLoadEvent: {} },
      stack,
      pre("create", bucket, "new", undefined, {}),
      violation("encryption-at-rest-storage", "mandatory", "Buckets are encrypted.\nencryption: is missing"),
      violation("undetermined", "advisory", "tags is not known yet"),
      summary("new", ["logging-storage", "tags"], ["encryption-at-rest-storage", "undetermined"]),
      summary("other", ["tags"], []),
      { summaryEvent: { durationSeconds: 1, PolicyPacks: { isotopo: "0.1.0" } } },
    );
    assert.deepEqual(policy.packs, [{ name: "isotopo", version: "0.1.0", rules: 3, folder: "" }]);
    assert.deepEqual(policy.violations, [
      {
        policyPack: "isotopo",
        policyPackVersion: "0.1.0",
        policy: "encryption-at-rest-storage",
        severity: "high",
        enforcementLevel: "mandatory",
        urn: urn(bucket, "new"),
        message: "Buckets are encrypted.\nencryption: is missing",
      },
    ]);
    assert.deepEqual(policy.notes, [
      { policy: "undetermined", urn: urn(bucket, "new"), message: "tags is not known yet" },
    ]);
    assert.deepEqual(
      policy.judged.map(({ name, resources }) => `${name} ${resources}`),
      ["logging-storage 1", "tags 2", "encryption-at-rest-storage 1"],
    );
  });

  it("tells what our own pack says as a preview of ours does: found, property, notes, packs and rules once", () => {
    const pack = { policyPackName: "isotopo", policyPackVersion: "0.1.0", policyPackVersionTag: "0.1.0" };
    const said = (policyName: string, description: string, message: string) => ({
      policyEvent: {
        ...pack,
        policyName,
        resourceUrn: urn(database, "main"),
        enforcementLevel: "mandatory",
        severity: "high",
        message: `<{%fg 13%}>${description}\n${message}<{%reset%}>\n`,
      },
    });
    const title = "Databases have no public address.";
    const found = "publiclyAccessible is true; required: false. Keep it private.";
    const used = "used: backups-kept, owner data, expires 2027-01-31: R. [e.yaml:2] | days is 1; required: 7.";
    const judged = (kind: string, passed: string[], failed: string[]) => ({
      [kind]: { ...pack, resourceUrn: urn(database, "main"), passed, failed },
    });
    const rules = new Map([
      ["public-database", { title, fix: "Keep it private.", source: "https://docs.example.org/" }],
    ]);
    const [change] = readStackChanges(
      logOf([
        stack,
        said("public-database", title, found),
        said("exemptions", "Exemptions that were used, have expired or match nothing are told.", used),
        said("undetermined", "Names what could not be judged yet.", "not known before the update: tags (tags)"),
        said("another", "Things have names.", "name is missing"),
        judged("policyRemediateSummaryEvent", ["remedied"], ["public-database"]),
        judged("policyAnalyzeSummaryEvent", ["tags"], ["public-database", "another"]),
        judged("policyAnalyzeStackSummaryEvent", ["of-stack"], ["exemptions"]),
        { summaryEvent: { durationSeconds: 1, PolicyPacks: { "isotopo|local|policy": "v0.1.0" } } },
      ]),
      "events.log",
      rules,
    );
    assert.ok(change !== undefined);
    const { policy } = change;
    assert.deepEqual(
      policy.violations.map(({ policy: name, property, message }) => [name, property, message]),
      [
        ["public-database", "publiclyAccessible", found],
        // Of a rule that is not known here, the description can't be told from what was found.
        ["another", undefined, "Things have names.\nname is missing"],
      ],
    );
    assert.deepEqual(
      policy.notes.map(({ message }) => message),
      [used, "not known before the update: tags (tags)"],
    );
    assert.deepEqual(policy.packs, [{ name: "isotopo", version: "0.1.0", rules: 5, folder: "" }]);
    assert.deepEqual(
      policy.judged.map(({ name, resources }) => `${name} ${resources}`),
      ["remedied 1", "public-database 1", "tags 1", "another 1", "of-stack 1"],
    );
    // Our own engine said the same: each finding counts once.
    const ours = {
      ...change,
      engine: "offline" as const,
      base: "main",
      policy: { ...policy, packs: [{ name: "isotopo", version: "0.1.0", rules: 149, folder: "policy" }] },
    };
    const comment = commentReport([ours, change], { today: "2027-01-10" });
    assert.match(comment, /Policies: 2 mandatory violations, 1 finding is exempt\./);
    assert.equal(comment.split("| `publiclyAccessible` |").length, 2, comment);
    assert.match(comment, /\*\*Fix:\*\* Keep it private\./);
  });

  it("tells diagnostics that stay, without colours", () => {
    const diagnostic = (message: string, more: object = {}) => ({
      diagnosticEvent: {
        prefix: "<{%fg 3%}>warning: <{%reset%}>",
        message,
        color: "raw",
        severity: "warning",
        ...more,
      },
    });
    const { diagnostics } = read(
      stack,
      diagnostic("\u001b[33mold<{%reset%}>\n", { urn: urn(bucket, "a") }),
      diagnostic("working", { ephemeral: true }),
      diagnostic("detail", { severity: "debug" }),
      diagnostic("hello", { severity: "info#err", prefix: "" }),
    );
    assert.deepEqual(diagnostics, [
      { message: "warning: old", severity: "warning", urn: urn(bucket, "a") },
      { message: "hello", severity: "info" },
    ]);
  });

  it("may end in half a line, where somebody stopped it", () => {
    const text = `${logOf([stack, pre("create", bucket, "new", undefined, {})])}{"sequence":3,"resourcePre`;
    assert.deepEqual(
      readStackChanges(text, "events.log").map(({ changes }) => changes.length),
      [2],
    );
  });

  const nothing = {
    "an event log": logOf([
      { diagnosticEvent: { message: "no credentials\nat all", severity: "error", color: "raw" } },
    ]),
    "a digest": JSON.stringify({
      config: {},
      diagnostics: [{ message: "no credentials", severity: "error" }],
      duration: 1,
    }),
  };
  for (const [name, text] of Object.entries(nothing)) {
    it(`of nothing is told as such: ${name}`, async () => {
      const message = await mistakeOf(changesIn(text));
      assert.equal(message, "events.log plans nothing: `pulumi preview` ended early: no credentials");
    });
  }

  it("of something else is no log", async () => {
    for (const text of ["{}\n{}\n", '{"sequence":1}\nnot JSON\n{"sequence":2}\n', "\n"]) {
      const message = await mistakeOf(changesIn(text));
      assert.match(message, /^events\.log (is no JSON, or ends in the middle|is empty)$/);
    }
  });
});
