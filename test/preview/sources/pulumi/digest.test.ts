import assert from "node:assert/strict";
import type { StackChange } from "../../../../preview/model/change";
import { readStackChanges } from "../../../../preview/sources/document";

const urn = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;
const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:abc" };
const state = (type: string, inputs: object, more: object = {}) => ({
  type,
  custom: true,
  inputs,
  outputs: {},
  ...more,
});
const database = "aws:rds/instance:Instance";

/** Steps as `pkg/backend/display/json.go` writes them, and what is read of them. */
const steps = [
  {
    op: "same",
    urn: urn("pulumi:pulumi:Stack", "shop-prod"),
    newState: { type: "pulumi:pulumi:Stack", custom: false },
  },
  { op: "create", urn: urn("aws:s3/bucket:Bucket", "new"), newState: state("aws:s3/bucket:Bucket", { bucket: "new" }) },
  {
    op: "update",
    urn: urn(database, "small"),
    oldState: state(database, { instanceClass: "a", password: secret }),
    newState: state(database, { instanceClass: "b", password: secret }),
    detailedDiff: { instanceClass: { kind: "update", inputDiff: true } },
  },
  {
    op: "create-replacement",
    urn: urn(database, "main"),
    oldState: state(database, { username: "a" }, { protect: true }),
    newState: state(database, { username: "b" }),
    replaceReasons: ["username"],
  },
  {
    op: "replace",
    urn: urn(database, "main"),
    oldState: state(database, { username: "a" }, { protect: true }),
    newState: state(database, { username: "b" }),
    replaceReasons: ["username"],
  },
  { op: "delete-replaced", urn: urn(database, "main"), oldState: state(database, { username: "a" }) },
  { op: "delete", urn: urn("aws:s3/bucket:Bucket", "old"), oldState: state("aws:s3/bucket:Bucket", { bucket: "old" }) },
  {
    op: "delete",
    urn: urn("aws:s3/bucket:Bucket", "kept"),
    oldState: state("aws:s3/bucket:Bucket", {}, { retainOnDelete: true }),
  },
  {
    op: "update",
    urn: urn("aws:ec2/eip:Eip", "address"),
    oldState: state("aws:ec2/eip:Eip", { instance: "i-1" }),
    newState: state("aws:ec2/eip:Eip", { instance: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }),
  },
  { op: "read", urn: urn("aws:ec2/vpc:Vpc", "theirs"), newState: state("aws:ec2/vpc:Vpc", {}) },
];

function read(): StackChange {
  const text = JSON.stringify({
    config: {},
    steps,
    duration: 2e9,
    changeSummary: { same: 1 },
    diagnostics: [{ message: "old", severity: "warning" }],
  });
  const [change, ...others] = readStackChanges(text, "preview.json");
  assert.ok(change !== undefined);
  assert.deepEqual(others, []);
  return change;
}

describe("the JSON of `pulumi preview`", () => {
  it("names the stack, the engine and what it was compared with", () => {
    const { project, stack, engine, base, durationSeconds, diagnostics } = read();
    assert.deepEqual(
      [project, stack, engine, base, durationSeconds],
      ["shop", "prod", "pulumi", "the state of the stack", 2],
    );
    assert.deepEqual(diagnostics, [{ message: "old", severity: "warning" }]);
  });

  it("says what happens to each resource once, and why", () => {
    const told = read().changes.map(
      ({ name, action, causes, dataLoss, protected: isProtected, retained, properties }) =>
        [
          name,
          action,
          ...(isProtected ? ["protected"] : []),
          ...(retained ? ["retained"] : []),
          ...(dataLoss === undefined ? [] : [`loses ${dataLoss}`]),
          ...causes,
          ...properties.map(({ path, kind, forces }) => `${path} ${kind}${forces === "replace" ? " (replace)" : ""}`),
        ].join(" | "),
    );
    assert.deepEqual(told, [
      "shop-prod | unchanged",
      "new | create | bucket added",
      "small | update | instanceClass changed",
      "main | replace | protected | loses the database and its rows | username forces a replacement | username changed (replace)",
      "old | delete | loses the bucket and its objects | it is no longer in the program | bucket removed",
      "kept | delete | retained | it is no longer in the program",
      "address | update | instance not comparable",
      "theirs | unchanged",
    ]);
  });

  it("shows no cipher text", () => {
    assert.ok(!JSON.stringify(read()).includes("v1:abc"));
  });
});
