import assert from "node:assert/strict";
import { deployment, reading, typesOf } from "./reading";

const stackUrn = "urn:pulumi:shop-dev::shop::pulumi:pulumi:Stack::shop-shop-dev";

const bucketUrn = "urn:pulumi:shop-dev::shop::aws:s3/bucket:Bucket::files";

const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

const resources = [
  { urn: stackUrn, type: "pulumi:pulumi:Stack" },
  { urn: "urn:pulumi:shop-dev::shop::pulumi:providers:aws::default", type: "pulumi:providers:aws" },
  {
    urn: bucketUrn,
    type: "aws:s3/bucket:Bucket",
    id: "files-1",
    protect: true,
    parent: stackUrn,
    inputs: { acl: "private", token: { ...secret, ciphertext: "AAAB" }, key: { ...secret, plaintext: '"sesame"' } },
    outputs: { arn: "arn:aws:s3:::files-1" },
    propertyDependencies: { acl: [stackUrn] },
  },
  { urn: bucketUrn, type: "aws:s3/bucket:Bucket", delete: true },
];

describe("what `check` reads", () => {
  const rows: [what: string, file: string, text: string, types: string[]][] = [
    ["a manifest", "a.yaml", deployment, ["kubernetes:apps/v1:Deployment"]],
    [
      "several documents",
      "a.yml",
      `${deployment}---\n# nothing\n---\napiVersion: v1\nkind: Pod\n`,
      ["kubernetes:apps/v1:Deployment", "kubernetes:core/v1:Pod"],
    ],
    [
      "a List",
      "a.yaml",
      "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n- apiVersion: batch/v1\n  kind: Job\n",
      ["kubernetes:core/v1:Pod", "kubernetes:batch/v1:Job"],
    ],
    [
      "a typed list",
      "a.yaml",
      "apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- metadata: { name: a }\n",
      ["kubernetes:apps/v1:Deployment"],
    ],
    ["a manifest in JSON", "a.json", '{"apiVersion": "v1", "kind": "Pod"}', ["kubernetes:core/v1:Pod"]],
    ["YAML with braces", "a.yaml", "{apiVersion: v1, kind: Pod}", ["kubernetes:core/v1:Pod"]],
    [
      "a stack export",
      "a.json",
      JSON.stringify({ version: 3, deployment: { manifest: {}, resources } }),
      ["pulumi:pulumi:Stack", "aws:s3/bucket:Bucket"],
    ],
    [
      "a deployment alone",
      "a.json",
      JSON.stringify({ manifest: {}, resources }),
      ["pulumi:pulumi:Stack", "aws:s3/bucket:Bucket"],
    ],
    [
      "a preview",
      "a.json",
      JSON.stringify({
        steps: [
          { op: "create", newState: resources[2] },
          { op: "delete", oldState: resources[0] },
        ],
      }),
      ["aws:s3/bucket:Bucket"],
    ],
    [
      "a replacement, once",
      "a.json",
      JSON.stringify({ steps: ["create-replacement", "replace"].map((op) => ({ op, newState: resources[2] })) }),
      ["aws:s3/bucket:Bucket"],
    ],
    [
      "previews of several stacks",
      "a.json",
      JSON.stringify({ stacks: { one: { steps: [{ op: "create", newState: resources[2] }] } } }),
      ["aws:s3/bucket:Bucket"],
    ],
    ["a preview without steps", "a.json", JSON.stringify({ changeSummary: {} }), []],
    ["an empty file", "a.yaml", "", []],
    ["a file of comments", "a.yaml", "# nothing\n", []],
    ["a stack without resources", "a.json", JSON.stringify({ version: 3, deployment: { manifest: {} } }), []],
  ];

  for (const [what, file, text, types] of rows) {
    it(`is ${what}`, () => reading(file, text, (found) => assert.deepEqual(typesOf(found), types)));
  }

  it("knows the line of each manifest, also in a List", () =>
    reading(
      "a.yaml",
      `${deployment}---\napiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n`,
      (found) =>
        assert.deepEqual(
          found.manifests.map(({ source }) => source.line),
          [1, 8],
        ),
    ));

  it("keeps what a state says: id, protection, dependencies, and secrets as secrets", () =>
    reading("a.json", JSON.stringify({ version: 3, deployment: { resources } }), ({ stacks }) => {
      const bucket = stacks[0]?.resources[1];
      assert.deepEqual([stacks[0]?.stack, stacks[0]?.project], ["shop-dev", "shop"]);
      assert.deepEqual(bucket?.inputs, {
        acl: "private",
        token: "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        key: { ...secret, value: "sesame" },
      });
      assert.deepEqual([bucket?.outputs.id, bucket?.protect], ["files-1", true]);
      assert.deepEqual(bucket?.propertyDependencies, { acl: [stackUrn] });
    }));

  const encodings: [what: string, bytes: Buffer][] = [
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${deployment}`)],
    ["UTF-16, little end first", Buffer.from(`\ufeff${deployment}`, "utf16le")],
    ["UTF-16, big end first", Buffer.from(`\ufeff${deployment}`, "utf16le").swap16()],
    ["lines that end with CR and LF", Buffer.from(deployment.replaceAll("\n", "\r\n"))],
    ["lines that end with CR", Buffer.from(deployment.replaceAll("\n", "\r"))],
  ];

  for (const [what, bytes] of encodings) {
    it(`is ${what}`, () =>
      reading("a.yaml", bytes, (found) => {
        assert.deepEqual(found.reading.problems, []);
        assert.deepEqual(typesOf(found), ["kubernetes:apps/v1:Deployment"]);
      }));
  }

  it("is several JSON objects one after the other, and YAML below them", () =>
    reading(
      "a.json",
      '{"apiVersion": "v1", "kind": "Pod"}\n{"apiVersion": "v1", "kind": "Job"}\n---\nkind: Secret\napiVersion: v1\n',
      (found) => {
        assert.deepEqual(typesOf(found), [
          "kubernetes:core/v1:Pod",
          "kubernetes:core/v1:Job",
          "kubernetes:core/v1:Secret",
        ]);
        assert.deepEqual(
          found.manifests.map(({ source }) => source.line),
          [undefined, undefined, 4],
        );
      },
    ));
});
