import assert from "node:assert/strict";
import type { FixtureResource } from "../../policy/core/fixture";
import { rules } from "../../policy/rules";
import { ruleFiles } from "../../tools/policies/rule-files";
import { valueAt } from "./breaks";
import { analyzedOf } from "./fixture-stacks";
import { messagesFor, messagesForAll } from "./judged";
import { wire } from "./variants";

/** Rules that have no need of patches, or of those of some kinds; the others have them of every kind that they judge. */
const without: readonly { rules: readonly string[]; kinds: RegExp; why: string }[] = [
  {
    rules: [
      ...["containers-limits", "containers-probes", "containers-requests", "governance-tags"],
      ...["availability-disruption-budget", "availability-replicas", "availability-spread"],
    ],
    kinds: /./,
    why: "They ask for what a patch may leave out, where what is patched has it.",
  },
  {
    rules: ["containers-seccomp-restricted"],
    kinds: /./,
    why: "It asks for a profile, which a patch may leave out; a wrong one is told by containers-seccomp.",
  },
  {
    rules: ["containers-default-namespace"],
    kinds: /./,
    why: "A patch puts nothing into a namespace: it is where what it patches is.",
  },
  {
    rules: ["exposure-network-policy"],
    kinds: /Namespace$/,
    why: "A patch makes no namespace, so it needs no policy of its own.",
  },
  {
    rules: ["containers-secret-in-environment"],
    kinds: /:helm\.sh\//,
    why: "A chart is installed, not an object of the API: the SDK has no Patch of it.",
  },
  {
    rules: ["identity-static-keys"],
    kinds: /Secret$/,
    why: "The type of a Secret can't be changed (Kubernetes documentation, Secrets).",
  },
  {
    rules: ["data-safety-volume-reclaim", "encryption-at-rest-volume"],
    kinds: /StorageClass$/,
    why: "Neither the parameters nor the policy of a class can be changed (Kubernetes API, `ValidateStorageClassUpdate`).",
  },
  {
    rules: ["backup-database-schedule", "backup-point-in-time", "data-safety-protect"],
    kinds: /:(Cluster|ObjectStore)$/,
    why: "A patch makes no database: what it patches is judged where it is made.",
  },
  {
    rules: ["encryption-in-transit-http-redirect", "encryption-in-transit-load-balancer"],
    kinds: /:(HTTPRoute|Gateway)$/,
    why: "A Gateway's listeners are merged by name, and how a route is reached its parents say, which a patch may leave out.",
  },
];

describe("patches of Kubernetes' objects", () => {
  const unpatched = rules.map(({ id, checks }) => ({
    id,
    kinds: Object.keys(checks).filter(
      (type) => type.startsWith("kubernetes:") && !type.endsWith("Patch") && !Object.hasOwn(checks, `${type}Patch`),
    ),
  }));

  for (const { id, kinds } of unpatched) {
    it(`are judged by ${id} as what they patch, or need not be`, () => {
      const reasons = without.filter((one) => one.rules.includes(id));
      assert.deepEqual(
        kinds.filter((kind) => !reasons.some((one) => one.kinds.test(kind))),
        [],
        "take the Patch of these kinds into the checks, or say why not",
      );
    });
  }

  it("have no reason for a rule that has none to give", () => {
    const idle = without.flatMap((one) =>
      one.rules.filter(
        (id) => !unpatched.some((rule) => rule.id === id && rule.kinds.some((kind) => one.kinds.test(kind))),
      ),
    );
    assert.deepEqual(idle, []);
  });
});

/** Failing fixtures whose patch does not break the rule, though it has the value that is told: by rule and message. */
const unbroken: readonly { rule: string; message: RegExp; why: string }[] = [
  {
    rule: "availability-disruption-budget",
    message: /^(disruption budget is not there|its budget's )/,
    why: "The Deployment that is patched needs the budget, and is judged where it is made.",
  },
  {
    rule: "backup-database-schedule",
    message: /^metadata\.name /,
    why: "The name says what is patched: a patch makes no database.",
  },
  {
    rule: "containers-default-namespace",
    message: /^metadata\.namespace /,
    why: "It is where what it patches is.",
  },
  {
    rule: "containers-secret-in-environment",
    message: /^values\./,
    why: "A chart is installed, not an object of the API: the SDK has no Patch of it.",
  },
  {
    rule: "data-safety-protect",
    message: /^protect /,
    why: "A patch that is destroyed destroys nothing of what it patches.",
  },
  {
    rule: "encryption-in-transit-http-redirect",
    message: /^spec\.rules\[\d+\]\.filters /,
    why: "How a route is reached its parents say, which a patch may leave out.",
  },
  {
    rule: "encryption-in-transit-load-balancer",
    message: /^spec\.listeners /,
    why: "A Gateway's listeners are merged by name: that of HTTPS may be there.",
  },
  {
    rule: "exposure-network-policy",
    message: /^metadata\.name /,
    why: "A patch makes no namespace, so it needs no policy of its own.",
  },
  {
    rule: "identity-static-keys",
    message: /^resource is a key/,
    why: "The type of a Secret can't be changed (Kubernetes documentation, Secrets).",
  },
];

/** A failing fixture of a kind of Kubernetes: what the rule tells of it, and of its patch. */
interface Patched {
  rule: string;
  name: string;
  properties: object;
  messages: readonly string[];
  found: readonly string[];
}

/** Every failing fixture of such a kind, also within a stack, as the patch of that kind with the same values. */
function patchedFixtures(): Patched[] {
  const isPatchable = ({ type }: FixtureResource) => type.startsWith("kubernetes:") && !type.endsWith("Patch");
  return ruleFiles().flatMap(({ rule, fixtures }): Patched[] => {
    if (!("stacks" in fixtures)) {
      return fixtures.fails.filter(isPatchable).map((fixture) => {
        const { name, type, properties, messages, settings } = fixture;
        const found = messagesFor(rule, { ...fixture, type: `${type}Patch` }, wire(properties), settings);
        return { rule: rule.id, name, properties, messages, found };
      });
    }
    return fixtures.stacks.flatMap((stack) =>
      stack.resources.filter(isPatchable).flatMap((one): Patched[] => {
        const messages = stack.messages[one.name];
        if (messages === undefined) return [];
        const resources = stack.resources.with(stack.resources.indexOf(one), { ...one, type: `${one.type}Patch` });
        const own = (text: string) => text.includes(`Patch::${one.name} `);
        const found = messagesForAll(rule, analyzedOf({ resources }), stack.settings)
          .filter(own)
          .map((text) => text.slice(text.indexOf(" ") + 1));
        return [{ rule: rule.id, name: `${stack.name}, ${one.name}`, properties: one.properties, messages, found }];
      }),
    );
  });
}

/** Whether a message is of a property that its fixture leaves out. */
function isLeftOut(message: string, properties: object): boolean {
  const path = message.slice(0, message.indexOf(" "));
  return / is not set; /.test(message) || (path.includes(".") && valueAt(properties, path) === undefined);
}

describe("a patch with the values of each failing fixture of Kubernetes", () => {
  const all = patchedFixtures();
  const lost = all.flatMap(({ rule, name, properties, messages, found }) =>
    messages
      .filter((message) => !found.includes(message) && !isLeftOut(message, properties))
      .map((message) => ({ rule, name, message })),
  );

  it("is there for most rules", () => {
    assert.ok(all.length > 250, String(all.length));
    assert.ok(all.filter(({ found }) => found.length > 0).length > 150);
  });

  it("is told all the same, or does not break the rule", () => {
    const missing = lost.filter(
      (one) => !unbroken.some(({ rule, message }) => rule === one.rule && message.test(one.message)),
    );
    assert.deepEqual(
      missing,
      [],
      "take the Patch into the checks (policy/kinds/patches.ts), or say why it breaks nothing",
    );
    const idle = unbroken.filter(
      ({ rule, message }) => !lost.some((one) => rule === one.rule && message.test(one.message)),
    );
    assert.deepEqual(idle, []);
  });

  it("is told nothing of what it leaves out, but in the elements of lists, of which many are replaced as a whole", () => {
    const added = all.flatMap(({ rule, name, properties, messages, found }) =>
      found
        .filter((message) => !messages.includes(message) || /^[^[ ]+ is not set; /.test(message))
        .map((message) => ({ rule, name, message, properties })),
    );
    assert.deepEqual(added, []);
  });
});
