import assert from "node:assert/strict";
import { readStackChanges } from "../../../../preview/sources/document";
import { mistakeOf } from "../../programs";
import { bucket, changesIn, database, logOf, outputs, pre, read, secret, stack, told, urn } from "./events";

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
