import type { ResourceFixtures } from "../../core/fixture";

const types = ["Role", "ClusterRole"].map((kind) => `kubernetes:rbac.authorization.k8s.io/v1:${kind}`);
const may = (...verbs: string[]) => ({ rules: [{ apiGroups: [""], resources: ["pods"], verbs }] });
const nothing = "Other verbs grant nothing.";

export const fixtures: ResourceFixtures = {
  passes: types.map((type) => ({
    ...{ name: "reads", type, properties: may("get") },
    harmless: { rules: nothing, "rules[0].verbs": nothing, "rules[0].verbs[0]": nothing },
  })),
  fails: types.map((type) => ({
    ...{ name: "impersonates", type, properties: may("get", "impersonate") },
    messages: [
      'rules[0].verbs[1] is "impersonate"; required: verbs that grant nothing. Leave bind, escalate and impersonate to administrators.',
    ],
  })),
};
