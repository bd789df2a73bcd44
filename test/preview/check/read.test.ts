import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Found, readAll } from "../../../preview/check/read";
import { inFolder } from "../programs";

const deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\n";
const stackUrn = "urn:pulumi:shop-dev::shop::pulumi:pulumi:Stack::shop-shop-dev";
const bucketUrn = "urn:pulumi:shop-dev::shop::aws:s3/bucket:Bucket::files";
const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
const resources = [
  { urn: stackUrn, type: "pulumi:pulumi:Stack" },
  { urn: "urn:pulumi:shop-dev::shop::pulumi:providers:aws::default", type: "pulumi:providers:aws" },
  {
    ...{ urn: bucketUrn, type: "aws:s3/bucket:Bucket", id: "files-1", protect: true, parent: stackUrn },
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

  const mistakes: [what: string, file: string, text: string | Buffer, message: string][] = [
    ["half a JSON file", "a.json", '{"deployment": {"res', "a.json is no JSON: it ends in the middle"],
    [
      "a JSON file with a slip, without a piece of it",
      "a.json",
      '{\n"password": hunter2}',
      "a.json is no JSON: it has a mistake",
    ],
    [
      "YAML with a slip",
      "a.yaml",
      "a: [1\nb: 2",
      "a.yaml:2 is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ]",
    ],
    [
      "other JSON",
      "a.json",
      '{"a": 1}',
      "a.json has a document that is no stack export, no preview and no Kubernetes manifest",
    ],
    ["prose", "a.txt", "hello", "a.txt has a document that is no stack export, no preview and no Kubernetes manifest"],
    [
      "two other documents",
      "a.yaml",
      "a: 1\n---\nb: 1\n",
      "a.yaml has 2 documents that are no stack export, no preview and no Kubernetes manifest",
    ],
    ["bytes", "a.yaml", Buffer.from([0xff, 0xfe, 0x00]), "a.yaml is no text in UTF-8"],
  ];
  for (const [what, file, text, message] of mistakes) {
    it(`is not ${what}`, () =>
      inFolder((folder) => {
        const path = join(folder, file);
        writeFileSync(path, text);
        assert.throws(() => readAll([path]), { message: message.replace(file, path) });
      }));
  }

  it("names every file that can't be read", () => {
    assert.throws(() => readAll(["/nowhere/a.yaml", "/nowhere/b.yaml"]), {
      message: [
        "/nowhere/a.yaml can't be read: there is no such file or folder",
        "/nowhere/b.yaml can't be read: there is no such file or folder",
      ].join("\n"),
    });
  });

  it("is every manifest in a folder; what is none is skipped and named", () =>
    inFolder((folder) => {
      mkdirSync(join(folder, "deep"));
      mkdirSync(join(folder, "node_modules"));
      writeFileSync(join(folder, "deep/a.yaml"), deployment);
      writeFileSync(join(folder, "node_modules/b.yaml"), deployment);
      writeFileSync(join(folder, "values.yaml"), "replicas: 2\n");
      writeFileSync(join(folder, "readme.md"), "# hello\n");
      const found = readAll([folder]);
      assert.deepEqual(typesOf(found), ["kubernetes:apps/v1:Deployment"]);
      assert.deepEqual(found.skipped, [
        `${join(folder, "values.yaml")} has a document that is no stack export, no preview and no Kubernetes manifest`,
      ]);
    }));
});

function typesOf({ stacks, manifests }: Found): string[] {
  return [...stacks.flatMap(({ resources: of }) => of), ...manifests].map(({ type }) => type);
}

function reading(file: string, text: string, use: (found: Found) => void): Promise<void> {
  return inFolder((folder) => {
    writeFileSync(join(folder, file), text);
    use(readAll([join(folder, file)]));
  });
}
