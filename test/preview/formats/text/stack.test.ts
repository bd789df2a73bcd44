import assert from "node:assert/strict";
import { plainText, textOn } from "../../../../preview/formats/shared/terminal";
import { wrapped } from "../../../../preview/formats/shared/wrap";
import { textReport } from "../../../../preview/formats/text/stack";
import type { Plan, PlanResource, Violation } from "../../../../preview/model/plan";
import { programPlan, twoRules } from "../../programs";

const control = "\u001b";
const colourful = textOn({ isTerminal: true, columns: 80, env: {} });
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
    assert.deepEqual(lines(textReport([plan], plainText)), [
      "small/dev",
      "",
      "+ pulumi:providers:aws default_7_48_0",
      "+ pulumi:pulumi:Stack small-dev",
      "  + aws:rds:Instance database",
      "  + small:index:Group main",
      "    + aws:ec2:Vpc main-vpc",
      "",
      "Policies: two-rules 1.2.3 (3 rules)",
      "",
      "  rule                severity     level      findings  stacks",
      "  no-small-databases  high         mandatory         1       1",
      "  named-networks      unspecified  advisory          1       1",
      "",
      "no-small-databases (high, mandatory)",
      "  Databases are not small.",
      "    database (index.ts:16): instanceClass is db.t4g.micro; name a larger one than that, for example db.t4g.medium",
      "",
      "named-networks (unspecified, advisory)",
      "  Networks have a name.",
      "    main-vpc (index.ts:10): tags have no Name",
      "",
      "4 to create (2 in the cloud), 1 mandatory violation, 1 advisory, 1.3 s",
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
      const text = lines(textReport([{ ...plan, policy: packed(plan, ...folders) }], { ...plainText, width: 80 }));
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
    assert.ok(textReport([plan], colourful).includes(control));
    assert.ok(!textReport([plan], plainText).includes(control));
  });

  it("shows names whole, however long their lines are", async () => {
    const plan = deep(await programPlan("small"));
    const tree = lines(textReport([plan], colourful)).filter((line) => line.includes("Password"));
    assert.deepEqual(
      tree.map((line) => line.includes(`Password ${"n".repeat(70)} [protect]`)),
      plan.resources.map(() => true),
    );
  });

  describe("names what a deployment takes", () => {
    const table: [what: string, providers: [name: string, inputs?: object][], words: string][] = [
      ["an account", [["aws"]], "To deploy, with the Pulumi CLI and credentials for aws:"],
      ["two accounts", [["gcp"], ["aws"]], "To deploy, with the Pulumi CLI and credentials for aws, gcp:"],
      ["none", [["random"], ["tls"], ["command"], ["pulumi-nodejs"]], "To deploy, with the Pulumi CLI:"],
      ["a cluster of its own", [["kubernetes"]], "To deploy, with the Pulumi CLI and a kubeconfig of the cluster:"],
      [
        "a cluster that the program makes",
        [["aws"], ["kubernetes", { kubeconfig: "…" }]],
        "To deploy, with the Pulumi CLI and credentials for aws:",
      ],
      [
        "both",
        [["aws"], ["kubernetes"]],
        "To deploy, with the Pulumi CLI, credentials for aws and a kubeconfig of the cluster:",
      ],
    ];
    for (const [what, providers, words] of table) {
      it(what, async () => {
        const plan = await programPlan("small");
        const [first] = plan.resources;
        assert.ok(first !== undefined);
        const resources = providers.map(([name, inputs = {}]): PlanResource => {
          return { ...first, type: `pulumi:providers:${name}`, inputs: Object.fromEntries(Object.entries(inputs)) };
        });
        const text = lines(textReport([{ ...plan, resources }], plainText));
        assert.deepEqual(
          text.filter((line) => line.startsWith("To deploy")),
          [words],
        );
      });
    }
  });

  it("says what is unknown, and what the program printed", async () => {
    assert.match(textReport([await programPlan("small", { unknowns: true })], plainText), / \(unknown outputs\), /);
    assert.match(textReport([await programPlan("invokes")], plainText), /\nnote: looking around\n *no complaints\n/);
  });

  it("of several stacks has the policies, a line for each stack and the way to deploy once", async () => {
    const [clean, bad] = [await programPlan("cluster"), await programPlan("small", { policyPacks: [twoRules] })];
    const made = [
      { ...clean, stack: "production" },
      { ...bad, policy: packed(bad, "policy") },
    ];
    const report = lines(textReport(made, plainText));
    assert.deepEqual(report.slice(report.indexOf("2 stacks")), [
      "2 stacks",
      "  stack       resources  in the cloud  policies",
      "  production          6             4  clean",
      "  dev                 4             2  1 mandatory",
      "",
      "To deploy one of them, with the Pulumi CLI, credentials for aws and a kubeconfig of the cluster:",
      "  pulumi login",
      "  pulumi stack init <stack>",
      "  pulumi up --stack <stack> --policy-pack policy",
    ]);
    assert.equal(report.filter((line) => line.startsWith("Policies: ")).length, 1);
  });

  it("a resource whose name holds colons is called by all of it", async () => {
    const plan = await programPlan("small", { policyPacks: [twoRules] });
    const violations = plan.policy.violations.map(
      (v): Violation => ({ ...v, urn: "urn:pulumi:dev::small::a:b:C::x::y" }),
    );
    const text = textReport([{ ...plan, policy: { ...plan.policy, violations } }], plainText);
    assert.ok(text.includes("    x::y: tags have no Name"), text);
  });
});

describe("wrapped text", () => {
  const texts: [text: string, width: number, indent: number, result: string[]][] = [
    ["a b c", 80, 0, ["a b c"]],
    ["aaa bbb ccc", 7, 0, ["aaa bbb", "  ccc"]],
    ["aaa bbb", 6, 2, ["  aaa", "    bbb"]],
    ["one\ntwo", 80, 0, ["one", "  two"]],
    ["unbreakable", 4, 0, ["unbreakable"]],
    ["run `a b c`, then d", 8, 0, ["run", "  `a b c`,", "  then d"]],
    ["it`s a word of its own", 12, 0, ["it`s a word", "  of its own"]],
    ["", 80, 0, [""]],
  ];
  for (const [text, width, indent, result] of texts) {
    it(`${JSON.stringify(text)} in ${width}`, () => assert.deepEqual(wrapped(text, width, indent), result));
  }
});
