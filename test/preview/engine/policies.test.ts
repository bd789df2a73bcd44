import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  freshProgramPlan,
  inFolder,
  mistakeOf,
  programPlan,
  providersPack,
  twoRules,
  typescriptPack,
} from "../programs";

const policyPacks = [twoRules];

describe("a policy pack", () => {
  it("is asked for every resource, and for the stack", async () => {
    const { judged, ...policy } = (await programPlan("small", { policyPacks })).policy;
    assert.deepEqual(
      judged.map(({ name, resources }) => [name, resources]),
      [
        ["no-small-databases", 4],
        ["named-networks", 4],
        ["few-databases", 1],
      ],
    );
    assert.deepEqual(policy, {
      packs: [{ name: "two-rules", version: "1.2.3", rules: 3, folder: twoRules }],
      rules: 3,
      violations: [
        {
          policyPack: "two-rules",
          policyPackVersion: "1.2.3",
          policy: "no-small-databases",
          severity: "high",
          enforcementLevel: "mandatory",
          urn: "urn:pulumi:dev::small::aws:rds/instance:Instance::database",
          message: "instanceClass is db.t4g.micro; name a larger one than that, for example db.t4g.medium",
          property: "instanceClass",
        },
        {
          policyPack: "two-rules",
          policyPackVersion: "1.2.3",
          policy: "named-networks",
          severity: "unspecified",
          enforcementLevel: "advisory",
          urn: "urn:pulumi:dev::small::small:index:Group$aws:ec2/vpc:Vpc::main-vpc",
          message: "tags have no Name",
          property: "tags",
        },
      ],
      notes: [],
    });
  });

  it("sees what a provider is configured with, declared or not", async () => {
    const { policy } = await programPlan("options", { policyPacks: [providersPack] });
    const told = policy.violations.map(({ policy: rule, message }) => `${rule} ${message}`).sort();
    const networks = [
      "far-vpc: pulumi:providers:aws west in us-west-2",
      "net-vpc: pulumi:providers:aws default_7_48_0 in eu-west-1",
      "read: pulumi:providers:aws west in us-west-2",
    ];
    assert.deepEqual(told, [
      ...networks.map((network) => `of-resources ${network}`),
      ...networks.map((network) => `of-stacks ${network}`),
    ]);
  });

  it("may be TypeScript", async () => {
    const { violations } = (await programPlan("small", { policyPacks: [typescriptPack] })).policy;
    assert.deepEqual(
      violations.map(({ policy, message }) => [policy, message]),
      [["no-databases", "this is a database"]],
    );
  });

  it("is in an order of code units, whatever the machine's language", async () => {
    const { policy } = await programPlan("order", { policyPacks: [twoRules] });
    assert.deepEqual(
      policy.violations.map(({ urn }) => urn.split("::").at(-1)),
      ["B", "Z", "a", "ä"],
    );
  });

  it("takes settings: levels by policy", async () => {
    const policyConfig = { "no-small-databases": "advisory", "named-networks": "disabled" } as const;
    const { violations } = (await freshProgramPlan("small", { policyPacks, policyConfig })).policy;
    assert.deepEqual(
      violations.map(({ policy, enforcementLevel }) => [policy, enforcementLevel]),
      [["no-small-databases", "advisory"]],
    );
  });

  it("refuses settings for a policy that it has not", async () => {
    const policyConfig = { "no-such-rule": "disabled" } as const;
    const run = freshProgramPlan("mistakes", { stack: "nothing", policyPacks, policyConfig });
    assert.equal(
      await mistakeOf(run),
      'policy config names "no-such-rule", which two-rules has not; `isotopo rules` lists what it has',
    );
  });

  it("that is none, or is not built, is told by its folder", () =>
    inFolder(async (folder) => {
      const asked = (): Promise<string> =>
        mistakeOf(freshProgramPlan("mistakes", { stack: "nothing", policyPacks: [folder] }));
      assert.equal(await asked(), `${folder} is no policy pack: it has no PulumiPolicy.yaml`);
      writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\nmain: dist/index.js\n");
      assert.equal(
        await asked(),
        `the policy pack ${folder} is not built: ${folder}/dist/index.js is missing. Run \`npm run build\` in ${folder}`,
      );
    }));
});

describe("a preview that is broken off", () => {
  it("says so, also when it is before the start", async () => {
    const run = freshProgramPlan("small", { policyPacks, signal: AbortSignal.abort() });
    assert.equal(await mistakeOf(run), "interrupted");
  });
});
