import assert from "node:assert/strict";
import { resourceOf } from "../../support/plan-queries";
import { programPlan } from "../programs";

const urn = (rest: string) => `urn:pulumi:dev::options::${rest}`;
const network = "options:index:Network";
const netVpc = urn(`${network}$aws:ec2/vpc:Vpc::net-vpc`);
const subnet = urn(`${network}$options:index:Zones$aws:ec2/subnet:Subnet::net-zones-a`);
const kept = urn("aws:s3/bucket:Bucket::kept");

describe("dependencies", () => {
  const expected: [type: string, name: string, all: string[], byProperty: Record<string, string[]>][] = [
    ["aws:ec2/vpc:Vpc", "net-vpc", [], {}],
    ["aws:ec2/subnet:Subnet", "net-zones-a", [netVpc], { vpcId: [netVpc] }],
    ["aws:s3/bucketObjectv2:BucketObjectv2", "file", [kept, netVpc, subnet], { bucket: [kept] }],
  ];
  for (const [type, name, all, byProperty] of expected) {
    it(`of ${name}`, async () => {
      const resource = resourceOf(await programPlan("options"), type, name);
      assert.deepEqual(resource.dependencies, all);
      assert.deepEqual(resource.propertyDependencies, byProperty);
    });
  }

  it("an unknown value depends on the same as a known one", async () => {
    const [known, unknown] = await Promise.all([programPlan("options"), programPlan("options", { unknowns: true })]);
    const of = ({ resources }: typeof known) =>
      resources.map(({ urn, propertyDependencies }) => [urn, propertyDependencies]);
    assert.deepEqual(of(unknown), of(known));
  });

  it("every parent stands before its children, and siblings by URN", async () => {
    const { resources } = await programPlan("options");
    const place = new Map(resources.map((resource, i) => [resource.urn, i]));
    resources.forEach(({ urn, parent }, i) => {
      if (parent !== undefined) assert.ok((place.get(parent) ?? Number.NaN) < i, urn);
    });
    const siblings = resources.filter(({ parent }) => parent === urn("pulumi:pulumi:Stack::options-dev"));
    const urns = siblings.map((sibling) => sibling.urn);
    assert.deepEqual(urns, [...urns].sort());
  });
});
