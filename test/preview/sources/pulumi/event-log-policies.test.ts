import assert from "node:assert/strict";
import { commentReport } from "../../../../preview/formats/markdown/comment";
import { readStackChanges } from "../../../../preview/sources/document";
import { bucket, database, logOf, pre, read, stack, urn } from "./events";

describe("the event log of `pulumi preview`", () => {
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

  for (const [level, told] of [
    ["mandatory", []],
    ["advisory", ["error: preview failed"]],
  ] as const) {
    it(`takes the engine's last line for what a broken policy does to its preview, not for an error: ${level}`, () => {
      const change = read(
        stack,
        {
          policyEvent: {
            resourceUrn: urn(bucket, "new"),
            policyName: "tags",
            enforcementLevel: level,
            policyPackName: "isotopo",
            message: "no tags",
          },
        },
        { diagnosticEvent: { prefix: "error: ", message: "preview failed\n", severity: "error" } },
      );
      assert.deepEqual(
        change.diagnostics.map(({ message }) => message),
        told,
      );
    });
  }

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
});
