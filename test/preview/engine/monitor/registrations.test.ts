import assert from "node:assert/strict";
import type { PlanResource } from "../../../../preview/model/plan";
import { resourceOf } from "../../../support/plan-queries";
import { mistakeOf, writtenPlan } from "../../programs";
import { providerType, things, thingType } from "./things";

/** Fields of resources of one program: each row has its own names in it. */
interface Row {
  what: string;
  text: string;
  /** Fields by the name of a resource. */
  expected: Record<string, Partial<PlanResource>>;
}

const trail = (letter: string) =>
  `(args) => ({ props: { ...args.props, by: (args.props.by || "") + "${letter}" }, opts: args.opts })`;

const rows: Row[] = [
  {
    what: "transforms: its own, those of its component from the nearest, the stack's",
    text: `pulumi.runtime.registerStackTransform((args) => args.name.startsWith("t-") ? (${trail("S")})(args) : undefined);
      const outer = new Group("t-outer", { transforms: [${trail("1")}] });
      const inner = new Group("t-inner", { parent: outer, transforms: [${trail("2")}] });
      new Thing("t-own", {}, { parent: inner, transforms: [${trail("O")}] });`,
    expected: { "t-own": { inputs: { by: "O21S" } } },
  },
  {
    what: "a transform of a component sets options of its children, also below a resource that is read",
    text: `const above = new Group("to-above", { transforms: [({ props, opts }) => ({ props, opts: { ...opts, ignoreChanges: ["size"] } })] });
      const read = new Thing("to-read", {}, { parent: above, id: "x" });
      new Thing("to-below", {}, { parent: read });`,
    expected: { "to-below": { ignoreChanges: ["size"] } },
  },
  {
    what: "retainOnDelete and deletedWith of a component reach its children",
    text: `const home = new Thing("i-home", {});
      const kept = new Group("i-kept", { retainOnDelete: true, deletedWith: home });
      const inner = new Group("i-inner", { parent: kept });
      new Thing("i-child", {}, { parent: inner });
      new Thing("i-own", {}, { parent: inner, retainOnDelete: false, protect: false });`,
    expected: {
      "i-child": { retainOnDelete: true, deletedWith: "urn:pulumi:dev::written::pkg:index:Thing::i-home" },
      "i-own": { retainOnDelete: undefined },
    },
  },
  {
    what: "what a transform sets on a component is inherited too",
    text: `const group = new Group("it-group", { transforms: [({ name, props, opts }) => name === "it-group" ? ({ props, opts: { ...opts, protect: true } }) : undefined] });
      new Thing("it-child", {}, { parent: group });`,
    expected: { "it-child": { protect: true } },
  },
  {
    what: "additionalSecretOutputs of a resource that is read",
    text: `const read = new Thing("s-read", { password: "plain-password-1" }, { id: "x", additionalSecretOutputs: ["password"] });
      exports.password = read.password;`,
    expected: { "s-read": { outputs: { password: "[secret]" } } },
  },
  {
    what: "replaceWith and replacementTrigger, whose secrets stay hidden",
    text: `const other = new Thing("r-other", {});
      new Thing("r-thing", {}, { replaceWith: [other], replacementTrigger: { size: 1, word: pulumi.secret("hidden-trigger") } });`,
    expected: {
      "r-thing": {
        replaceWith: ["urn:pulumi:dev::written::pkg:index:Thing::r-other"],
        replacementTrigger: { size: 1, word: "[secret]" },
      },
    },
  },
  {
    what: "custom timeouts, in seconds",
    text: 'new Thing("c-thing", {}, { customTimeouts: { create: "1h30m", update: "0.5s", delete: "0" } });',
    expected: { "c-thing": { customTimeouts: { create: 5400, update: 0.5, delete: 0 } } },
  },
  {
    what: "the id that is imported",
    text: 'new Thing("m-thing", {}, { import: "thing-1" });',
    expected: { "m-thing": { op: "import", importID: "thing-1" } },
  },
  {
    what: "default providers by version and address, in a name that has no other characters",
    text: `new Thing("d-version", {}, { version: "1.2.3-alpha.1-x+build.5" });
      new Thing("d-address", {}, { version: "1.2.3", pluginDownloadURL: "https://example.com/x" });`,
    expected: {
      "d-version": { provider: "default_1_2_3_alpha_1-x_build_5" },
      "d-address": { provider: "default_1_2_3_https_/example.com/x" },
    },
  },
  {
    what: "a provider has the version of its plugin",
    text: 'new Provider("p-named", { size: "1" }, { version: "4.5.6" });',
    expected: { "p-named": { inputs: { __internal: {}, size: "1", version: "4.5.6" } } },
  },
  {
    what: "options that Pulumi keeps with a resource",
    text: `new Thing("o-hidden", {}, { hideDiffs: ["word"] });
      new Thing("o-last", {}, { deleteBeforeReplace: false });
      new Thing("o-first", {}, { deleteBeforeReplace: true });
      new Thing("o-neither", {});`,
    expected: {
      "o-hidden": { hideDiff: ["word"] },
      "o-last": { deleteBeforeReplace: false },
      "o-first": { deleteBeforeReplace: true },
      "o-neither": { deleteBeforeReplace: undefined, hideDiff: undefined },
    },
  },
  {
    what: "a provider of a component, also below a component of it",
    text: `const named = new Provider("pp-named", {});
      const group = new Group("pp-group", { providers: [named] });
      new Thing("pp-child", {}, { parent: new Group("pp-inner", { parent: group }) });`,
    expected: { "pp-child": { provider: "pp-named" } },
  },
];

/** A provider by its name alone: ids are made of URNs. */
function named(resource: PlanResource, field: string): unknown {
  const value = Object.entries(resource).find(([key]) => key === field)?.[1];
  return field === "provider" ? String(value).split("::").slice(3, -1).join("::") : value;
}

describe("registrations", () => {
  const whole = writtenPlanOnce(things + rows.map(({ text }) => `{ ${text} }`).join("\n"));
  for (const { what, expected } of rows) {
    it(what, async () => {
      const plan = await whole();
      for (const [name, fields] of Object.entries(expected)) {
        const type = name === "p-named" ? providerType : thingType;
        const resource = resourceOf(plan, type, name);
        for (const [field, value] of Object.entries(fields)) {
          assert.deepEqual(named(resource, field), value, `${name}: ${field}`);
        }
      }
    });
  }

  it("no secret of them is in the plan", async () => {
    assert.doesNotMatch(JSON.stringify(await whole()), /plain-password-1|hidden-trigger/);
  });

  const refused: [what: string, text: string, message: RegExp][] = [
    [
      "an alias that is no URN",
      'new Thing("a", {}, { aliases: ["urn:pulumi:dev"] });',
      /invalid alias URN: invalid URN "urn:pulumi:dev"/,
    ],
    [
      "a parent of an alias that is no URN",
      'new Thing("a", {}, { aliases: [{ parent: "none" }] });',
      /invalid parent alias URN: invalid URN "none"/,
    ],
    [
      "a timeout that is no duration",
      'new Thing("a", {}, { customTimeouts: { create: "5 minutes" } });',
      /unable to parse customTimeout Value 5 minutes/,
    ],
  ];
  for (const [what, text, message] of refused) {
    it(`${what} is refused`, async () => {
      assert.match(await mistakeOf(writtenPlan(things + text, { config: {} })), message);
    });
  }

  it("a default provider that the stack has disabled is refused", async () => {
    const config = { "pulumi:disable-default-providers": '["pkg"]' };
    assert.match(
      await mistakeOf(writtenPlan(`${things} new Thing("a", {});`, { config })),
      /Default provider for 'pkg' disabled\. 'pkg:index:Thing' must use an explicit provider\./,
    );
  });
});

function writtenPlanOnce(text: string): () => ReturnType<typeof writtenPlan> {
  let plan: ReturnType<typeof writtenPlan> | undefined;
  return () => {
    plan ??= writtenPlan(text, { config: {} });
    return plan;
  };
}
