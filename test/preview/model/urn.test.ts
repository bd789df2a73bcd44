import assert from "node:assert/strict";
import { nameOf, qualifiedTypeOf, typeOf, urnOf } from "../../../preview/model/urn";
import { programPlan } from "../programs";

const scope = { project: "shop", stack: "dev" };
const root = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
const inner = "urn:pulumi:dev::shop::a:b:Outer$a:b:Inner::one";

describe("urns", () => {
  const urns: [parent: string, type: string, name: string, urn: string][] = [
    ["", "pulumi:pulumi:Stack", "shop-dev", root],
    ["", "aws:sqs/queue:Queue", "q", "urn:pulumi:dev::shop::aws:sqs/queue:Queue::q"],
    [root, "aws:sqs/queue:Queue", "q", "urn:pulumi:dev::shop::aws:sqs/queue:Queue::q"],
    [inner, "aws:sqs/queue:Queue", "q", "urn:pulumi:dev::shop::a:b:Outer$a:b:Inner$aws:sqs/queue:Queue::q"],
    [inner, "a:b:C", "a::b", "urn:pulumi:dev::shop::a:b:Outer$a:b:Inner$a:b:C::a::b"],
  ];
  for (const [parent, type, name, urn] of urns) {
    it(urn, () => {
      assert.equal(urnOf(scope, parent, type, name), urn);
      assert.equal(typeOf(urn), type);
      assert.equal(nameOf(urn), name);
    });
  }

  it("a qualified type names all parents but the stack", () => {
    assert.equal(qualifiedTypeOf(inner), "a:b:Outer$a:b:Inner");
  });

  it("of a program carry the types of its components", async () => {
    const { resources } = await programPlan("options");
    const prefix = "urn:pulumi:dev::options::";
    assert.ok(resources.every(({ urn }) => urn.startsWith(prefix)));
    assert.deepEqual(
      resources.filter(({ name }) => name.startsWith("net")).map(({ urn }) => urn.slice(prefix.length)),
      [
        "options:index:Network::net",
        "options:index:Network$aws:ec2/vpc:Vpc::net-vpc",
        "options:index:Network$options:index:Zones::net-zones",
        "options:index:Network$options:index:Zones$aws:ec2/subnet:Subnet::net-zones-a",
      ],
    );
  });
});
