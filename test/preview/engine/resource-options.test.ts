import assert from "node:assert/strict";
import { resourceOf } from "../../support/plan-queries";
import { programPlan } from "../programs";

const vpc = "aws:ec2/vpc:Vpc";
const bucket = "aws:s3/bucket:Bucket";
const plan = () => programPlan("options");

describe("resource options", () => {
  const aliases: [type: string, name: string, urns: string[]][] = [
    ["options:index:Network", "net", ["options:index:Old::net"]],
    // A parent's alias reaches the children: below its type, by its name where theirs begins with it.
    [
      vpc,
      "net-vpc",
      [
        "aws:ec2/vpc:Vpc::old-vpc",
        "options:index:Old$aws:ec2/vpc:Vpc::net-vpc",
        "options:index:Old$aws:ec2/vpc:Vpc::old-vpc",
      ],
    ],
    ["options:index:Zones", "net-zones", ["options:index:Old$options:index:Zones::net-zones"]],
    [
      "aws:ec2/subnet:Subnet",
      "net-zones-a",
      ["options:index:Old$options:index:Zones$aws:ec2/subnet:Subnet::net-zones-a"],
    ],
    [
      vpc,
      "far-vpc",
      [
        "aws:ec2/vpc:Vpc::old-vpc",
        "options:index:Network$aws:ec2/vpc:Vpc::away-vpc",
        "options:index:Network$aws:ec2/vpc:Vpc::old-vpc",
      ],
    ],
    [
      "aws:ec2/subnet:Subnet",
      "far-zones-a",
      ["options:index:Network$options:index:Zones$aws:ec2/subnet:Subnet::away-zones-a"],
    ],
    [bucket, "kept", ["aws:s3/bucketV2:BucketV2::kept"]],
    [
      "aws:s3/bucketObjectv2:BucketObjectv2",
      "file",
      ["aws:s3/bucketObject:BucketObject::file", "aws:s3/BucketObject:BucketObject::file"],
    ],
    ["options:index:Network", "far", ["options:index:Network::away"]],
    ["pulumi:providers:aws", "west", []],
  ];
  for (const [type, name, urns] of aliases) {
    it(`aliases of ${name}`, async () => {
      const expected = urns.map((urn) => `urn:pulumi:dev::options::${urn}`);
      assert.deepEqual(resourceOf(await plan(), type, name).aliases, expected);
    });
  }

  it("protect, also by a transform; retainOnDelete; deleteBeforeReplace; ignoreChanges", async () => {
    const kept = resourceOf(await plan(), bucket, "kept");
    assert.equal(kept.protect, true);
    assert.equal(kept.retainOnDelete, true);
    const adopted = resourceOf(await plan(), bucket, "adopted");
    assert.equal(adopted.protect, false);
    assert.equal(adopted.retainOnDelete, undefined);
    const file = resourceOf(await plan(), "aws:s3/bucketObjectv2:BucketObjectv2", "file");
    assert.equal(file.deleteBeforeReplace, true);
    assert.deepEqual(resourceOf(await plan(), vpc, "net-vpc").ignoreChanges, ["tags"]);
  });

  it("a resource's own transform changes its inputs and options", async () => {
    assert.deepEqual(resourceOf(await plan(), bucket, "kept").inputs, { tags: { own: "yes" } });
    assert.equal(resourceOf(await plan(), bucket, "transformed").protect, true);
  });

  it("a transform of the stack reaches what components make", async () => {
    assert.deepEqual(resourceOf(await plan(), vpc, "net-vpc").inputs.tags, { from: "component", stack: "yes" });
    assert.deepEqual(resourceOf(await plan(), vpc, "far-vpc").inputs.tags, { from: "component", stack: "yes" });
  });

  it("a transform of functions changes their arguments", async () => {
    const document: unknown = JSON.parse(String((await plan()).stackOutputs.policy));
    const { id = "" } = resourceOf(await plan(), bucket, "kept");
    assert.deepEqual(document, {
      Version: "2012-10-17",
      Id: "transformed",
      Statement: [{ Effect: "Allow", Action: "s3:*", Resource: [`arn:aws:s3:::${id}`, "*"] }],
    });
  });

  it("an import and a read have the id that was given", async () => {
    const adopted = resourceOf(await plan(), bucket, "adopted");
    const read = resourceOf(await plan(), vpc, "read");
    assert.deepEqual([adopted.op, adopted.id], ["import", "here-before"]);
    assert.deepEqual([read.op, read.id], ["read", "vpc-0123"]);
  });

  it("an asset is shown by its text", async () => {
    const file = resourceOf(await plan(), "aws:s3/bucketObjectv2:BucketObjectv2", "file");
    assert.deepEqual(file.inputs.source, { asset: "hello" });
  });
});

describe("providers", () => {
  it("an explicit one reaches the children of a component, at any depth", async () => {
    const west = resourceOf(await plan(), "pulumi:providers:aws", "west");
    assert.equal(west.inputs.region, "us-west-2");
    const reference = `${west.urn}::${west.id}`;
    for (const [type, name] of [
      [vpc, "read"],
      [vpc, "far-vpc"],
      ["aws:ec2/subnet:Subnet", "far-zones-a"],
    ] as const) {
      assert.equal(resourceOf(await plan(), type, name).provider, reference, name);
    }
  });

  it("the default one has the stack's config; components have none", async () => {
    const { resources } = await plan();
    const found = resources.find(({ type, name }) => type === "pulumi:providers:aws" && name.startsWith("default_"));
    assert.equal(found?.inputs.region, "eu-west-1");
    assert.equal(resourceOf(await plan(), vpc, "net-vpc").provider, `${found?.urn}::${found?.id}`);
    assert.equal(resourceOf(await plan(), "options:index:Network", "far").provider, "");
  });
});
