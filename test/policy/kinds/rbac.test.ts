import assert from "node:assert/strict";
import { judge } from "../../../policy/core/judge";
import { subjectOf } from "../../../policy/core/subject";
import { termsOf } from "../../../policy/core/terms";
import { rules } from "../../../policy/rules";

/** Rules of a cluster role, and which rules of the pack on rights speak of it. */
const rows: readonly [name: string, rule: object, expected: readonly string[]][] = [
  ["reads Pods", { apiGroups: [""], resources: ["pods"], verbs: ["get", "list", "watch"] }, []],
  ["reads Secrets", { apiGroups: [""], resources: ["secrets"], verbs: ["get"] }, ["rbac-secrets"]],
  ["reads a Secret", { apiGroups: [""], resources: ["secrets"], verbs: ["get"], resourceNames: ["a"] }, []],
  ["writes Secrets", { apiGroups: [""], resources: ["secrets"], verbs: ["create"] }, []],
  ["reads Secrets of another group", { apiGroups: ["example.com"], resources: ["secrets"], verbs: ["get"] }, []],
  [
    "reads everything",
    { apiGroups: ["*"], resources: ["*"], verbs: ["get", "list"] },
    ["rbac-exec", "rbac-nodes", "rbac-secrets", "wildcard-actions"],
  ],
  ["everything", { apiGroups: ["*"], resources: ["*"], verbs: ["*"] }, ["wildcard-actions"]],
  [
    "reads what is common",
    { apiGroups: [""], resources: ["*"], verbs: ["list"] },
    ["rbac-secrets", "wildcard-actions"],
  ],
  ["runs commands", { apiGroups: [""], resources: ["pods/exec"], verbs: ["create"] }, ["rbac-exec"]],
  ["runs commands by a star", { apiGroups: [""], resources: ["*/exec"], verbs: ["create"] }, ["rbac-exec"]],
  ["reads logs", { apiGroups: [""], resources: ["pods/log"], verbs: ["get"] }, []],
  ["makes tokens", { apiGroups: [""], resources: ["serviceaccounts/token"], verbs: ["create"] }, ["rbac-tokens"]],
  [
    "makes its own tokens",
    { apiGroups: [""], resources: ["serviceaccounts/token"], verbs: ["create"], resourceNames: ["me"] },
    [],
  ],
  ["the kubelet", { apiGroups: [""], resources: ["nodes/proxy"], verbs: ["get"] }, ["rbac-nodes"]],
  ["the kubelet's metrics", { apiGroups: [""], resources: ["nodes/metrics", "nodes/stats"], verbs: ["get"] }, []],
  ["rolls out", { apiGroups: ["apps"], resources: ["deployments"], verbs: ["patch"] }, ["rbac-workloads"]],
  [
    "rolls out a web",
    { apiGroups: ["apps"], resources: ["deployments"], verbs: ["patch"], resourceNames: ["web"] },
    [],
  ],
  ["scales", { apiGroups: ["apps"], resources: ["deployments/scale"], verbs: ["patch"] }, []],
  [
    "approves for its own signer",
    {
      apiGroups: ["certificates.k8s.io"],
      resources: ["signers"],
      verbs: ["approve"],
      resourceNames: ["example.com/a"],
    },
    [],
  ],
  [
    "approves for all signers",
    { apiGroups: ["certificates.k8s.io"], resources: ["signers"], verbs: ["approve"] },
    ["rbac-certificates"],
  ],
  [
    "watches webhooks",
    { apiGroups: ["admissionregistration.k8s.io"], resources: ["validatingwebhookconfigurations"], verbs: ["watch"] },
    [],
  ],
  [
    "changes webhooks",
    { apiGroups: ["admissionregistration.k8s.io"], resources: ["validatingwebhookconfigurations"], verbs: ["patch"] },
    ["rbac-webhooks"],
  ],
  [
    "lists Secrets, by no name",
    { apiGroups: [""], resources: ["secrets"], verbs: ["list"], resourceNames: [""] },
    ["rbac-secrets"],
  ],
  [
    "makes Pods, by no name",
    { apiGroups: [""], resources: ["pods"], verbs: ["create"], resourceNames: [""] },
    ["rbac-workloads"],
  ],
  [
    "runs commands, by no name",
    { apiGroups: [""], resources: ["pods/exec"], verbs: ["create"], resourceNames: [""] },
    [],
  ],
  [
    "writes any right into a role",
    {
      apiGroups: ["rbac.authorization.k8s.io"],
      resources: ["clusterroles"],
      verbs: ["escalate"],
      resourceNames: ["ci"],
    },
    ["privilege-grants"],
  ],
  ["takes labels off", { apiGroups: [""], resources: ["namespaces"], verbs: ["patch"] }, ["rbac-namespaces"]],
  [
    "takes labels off its own",
    { apiGroups: [""], resources: ["namespaces"], verbs: ["patch"], resourceNames: ["a"] },
    [],
  ],
  ["makes namespaces", { apiGroups: [""], resources: ["namespaces"], verbs: ["create", "get", "list"] }, []],
  ["ends namespaces", { apiGroups: [""], resources: ["namespaces/finalize"], verbs: ["update"] }, ["rbac-namespaces"]],
  ["makes volumes", { apiGroups: [""], resources: ["persistentvolumes"], verbs: ["create"] }, ["rbac-volumes"]],
  ["claims volumes", { apiGroups: [""], resources: ["persistentvolumeclaims"], verbs: ["create"] }, []],
  [
    "binds",
    { apiGroups: ["rbac.authorization.k8s.io"], resources: ["clusterroles"], verbs: ["bind"] },
    ["privilege-grants"],
  ],
  ["without an API group", { resources: ["secrets"], verbs: ["get"] }, []],
  ["of an address", { nonResourceURLs: ["/metrics"], verbs: ["get"] }, []],
];

describe("rights of a role of Kubernetes", () => {
  const type = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole";
  const ofRoles = rules.filter(({ id, checks }) => id.startsWith("identity-") && Object.hasOwn(checks, type));

  for (const [name, rule, expected] of rows) {
    it(`${name}: ${expected.join(", ") || "nothing"}`, () => {
      const subject = subjectOf({ type, name: "it", urn: "urn:it", properties: { rules: [rule] }, protect: false });
      const found = ofRoles.filter((one) => judge(one, subject, termsOf(one, "prod", {})).findings.length > 0);
      assert.deepEqual(found.map(({ id }) => id.replace("identity-", "")).sort(), [...expected].sort());
    });
  }
});

describe("names of objects in a role of Kubernetes", () => {
  const type = "kubernetes:rbac.authorization.k8s.io/v1:Role";
  const secrets = rules.find(({ id }) => id === "identity-rbac-secrets");
  assert.ok(secrets);

  /** `ResourceNameMatches` of Kubernetes (`pkg/apis/rbac/v1/evaluation_helpers.go`). */
  const matches = (names: readonly string[], requested: string) => names.length === 0 || names.includes(requested);
  /** Which name a request has that is not about the named object. */
  const others: readonly [verb: string, name: string][] = [
    ["get", "other"],
    ["list", ""],
    ["watch", ""],
  ];
  for (const [verb, name] of others) {
    for (const names of [[], [""], ["", "x"], ["x"]]) {
      it(`${verb} of Secrets by ${JSON.stringify(names)}`, () => {
        const properties = {
          rules: [{ apiGroups: [""], resources: ["secrets"], verbs: [verb], resourceNames: names }],
        };
        const subject = subjectOf({ type, name: "it", urn: "urn:it", properties, protect: false });
        const { findings } = judge(secrets, subject, termsOf(secrets, "prod", {}));
        assert.equal(findings.length > 0, matches(names, name));
      });
    }
  }
});
