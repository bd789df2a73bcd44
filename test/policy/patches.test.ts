import assert from "node:assert/strict";
import { rules } from "../../policy/rules";

/** Rules that have no need of patches, or of those of some kinds; the others have them of every kind that they judge. */
const without: readonly { rules: readonly string[]; kinds: RegExp; why: string }[] = [
  {
    rules: [
      ...["containers-limits", "containers-probes", "containers-requests", "governance-tags"],
      ...["availability-disruption-budget", "availability-replicas", "availability-rollout", "availability-spread"],
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
    rules: [
      ...["availability-database-ha", "backup-database-retention", "backup-database-schedule", "backup-plan-retention"],
      ...["backup-point-in-time", "data-safety-protect", "encryption-in-transit-database"],
      ...["encryption-in-transit-http-redirect", "encryption-in-transit-load-balancer", "governance-engine-version"],
    ],
    kinds: /:(Cluster|ObjectStore|Schedule|HTTPRoute|Gateway)$/,
    why: "They ask of custom resources for what a patch may leave out.",
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
