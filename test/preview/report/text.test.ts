import assert from "node:assert/strict";
import type { Plan, PlanResource, Violation } from "../../../preview/plan/plan";
import { textReport } from "../../../preview/report/text";
import { wrapped } from "../../../preview/report/wrap";
import { programPlan, twoRules } from "../programs";

const control = "\u001b";
const lines = (text: string) => text.split("\n");

function deep(plan: Plan): Plan {
  const [first] = plan.resources;
  assert.ok(first !== undefined);
  const chain = Array.from({ length: 12 }, (_, i): PlanResource => {
    const type = "kubernetes:generators.external-secrets.io/v1alpha1:Password";
    return {
      ...first,
      type,
      name: "n".repeat(70),
      urn: `urn:${i}`,
      parent: i > 0 ? `urn:${i - 1}` : undefined,
      protect: true,
    };
  });
  return { ...plan, resources: chain.slice(0, 7) };
}

function packed({ policy }: Plan, ...folders: string[]): Plan["policy"] {
  const pack = policy.packs[0] ?? { name: "two-rules", version: "1.2.3", rules: 3 };
  return { ...policy, packs: folders.map((folder) => ({ ...pack, folder })) };
}

describe("the text report", () => {
  it("of a program, line by line", async () => {
    const made = await programPlan("small", { policyPacks: [twoRules] });
    const plan = { ...made, policy: packed(made, "policy"), durationSeconds: 1.25 };
    assert.deepEqual(lines(textReport([plan], { colour: false })), [
      "small/dev",
      "",
      "+ pulumi:providers:aws default_7_48_0",
      "+ pulumi:pulumi:Stack small-dev",
      "  + aws:rds:Instance database",
      "  + small:index:Group main",
      "    + aws:ec2:Vpc main-vpc",
      "",
      "Policies: two-rules 1.2.3 (3 rules)",
      "  mandatory no-small-databases (high)",
      "    database: instanceClass is db.t4g.micro; name a larger one than that, for",
      "      example db.t4g.medium",
      "  advisory named-networks (unspecified)",
      "    main-vpc: tags have no Name",
      "",
      "4 to create (2 components), 1 mandatory violation, 1 advisory, 1.3 s",
      "",
      "To deploy, with the Pulumi CLI and credentials for aws:",
      "  pulumi login",
      "  pulumi stack init dev",
      "  pulumi up --stack dev --policy-pack policy",
    ]);
  });

  it("names the packs that were asked, where there is room for them", async () => {
    const plan = await programPlan("small");
    const command = (...folders: string[]) => {
      const text = lines(textReport([{ ...plan, policy: packed(plan, ...folders) }], { colour: false }));
      return text.slice(text.indexOf("  pulumi stack init dev") + 1);
    };
    assert.deepEqual(command(), ["  pulumi up --stack dev"]);
    assert.deepEqual(command("../own", "my pack"), [
      "  pulumi up --stack dev --policy-pack ../own --policy-pack 'my pack'",
    ]);
    assert.deepEqual(command("a".repeat(40), "b"), [
      "  pulumi up --stack dev \\",
      `    --policy-pack ${"a".repeat(40)} \\`,
      "    --policy-pack b",
    ]);
  });

  it("has colours where they are wanted, and none where they are not", async () => {
    const plan = await programPlan("options");
    assert.ok(textReport([plan], { colour: true }).includes(control));
    assert.ok(!textReport([plan], { colour: false }).includes(control));
  });

  for (const name of ["options", "backends", "clouds", "invokes"]) {
    it(`of ${name} is at most 80 columns wide`, async () => {
      const text = textReport([await programPlan(name)], { colour: false });
      assert.deepEqual(
        lines(text).filter((line) => line.length > 80),
        [],
      );
    });
  }

  it("shortens names that have no room, by their middle", async () => {
    const tree = lines(textReport([deep(await programPlan("small"))], { colour: false })).filter((line) =>
      /^ *\+/.test(line),
    );
    assert.equal(tree.length, 7);
    assert.match(tree[0] ?? "", /n…n+ \[protect\]$/);
    for (const line of tree) assert.ok(line.length <= 80, line);
  });

  it("names what takes credentials: not the packages of Pulumi's own", async () => {
    const text = textReport([await programPlan("backends")], { colour: false });
    assert.ok(text.includes("To deploy, with the Pulumi CLI and credentials for the providers:"), text);
    assert.ok(text.includes("2 to create (1 component), no mandatory violation"), text);
  });

  it("says what is unknown, and what the program printed", async () => {
    assert.match(
      textReport([await programPlan("small", { unknowns: true })], { colour: false }),
      / \(unknown outputs\), /,
    );
    assert.match(
      textReport([await programPlan("invokes")], { colour: false }),
      /\nnote: looking around\n *no complaints\n/,
    );
  });

  it("of several stacks ends with a line for each", async () => {
    const [clean, bad] = [await programPlan("cluster"), await programPlan("small", { policyPacks: [twoRules] })];
    const report = lines(textReport([{ ...clean, stack: "production" }, bad], { colour: false }));
    assert.deepEqual(report.slice(-3), [
      "2 stacks",
      "  production      7 resources  clean",
      "  dev             5 resources  1 mandatory",
    ]);
  });

  it("a resource whose name holds colons is called by all of it", async () => {
    const plan = await programPlan("small", { policyPacks: [twoRules] });
    const violations = plan.policy.violations.map(
      (v): Violation => ({ ...v, urn: "urn:pulumi:dev::small::a:b:C::x::y" }),
    );
    const text = textReport([{ ...plan, policy: { ...plan.policy, violations } }], { colour: false });
    assert.ok(text.includes("    x::y: tags have no Name"), text);
  });
});

describe("wrapped text", () => {
  const texts: [text: string, width: number, indent: number, result: string[]][] = [
    ["a b c", 80, 0, ["a b c"]],
    ["aaa bbb ccc", 7, 0, ["aaa bbb", "  ccc"]],
    ["aaa bbb", 6, 2, ["  aaa", "    bbb"]],
    ["one\ntwo", 80, 0, ["one", "two"]],
    ["unbreakable", 4, 0, ["unbreakable"]],
    ["", 80, 0, [""]],
  ];
  for (const [text, width, indent, result] of texts) {
    it(`${JSON.stringify(text)} in ${width}`, () => assert.deepEqual(wrapped(text, width, indent), result));
  }
});
