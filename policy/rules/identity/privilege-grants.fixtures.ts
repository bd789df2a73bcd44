import type { Failing, Passing, ResourceFixtures } from "../../core/fixture";
import { rbacRoles as types } from "../../kinds/rbac";

const may = (...verbs: string[]) => ({ rules: [{ apiGroups: [""], resources: ["pods"], verbs }] });
const roles = { apiGroups: ["rbac.authorization.k8s.io"], resources: ["clusterroles"], verbs: ["bind"] };
const nothing = "Other verbs grant nothing.";

export const fixtures: ResourceFixtures = {
  passes: types.flatMap((type): Passing[] => [
    {
      name: "reads",
      type,
      properties: may("get"),
      harmless: { rules: nothing, "rules[0].verbs": nothing, "rules[0].verbs[0]": nothing },
    },
    {
      name: "binds roles by name",
      type,
      properties: { rules: [{ resourceNames: ["view"], ...roles }] },
      harmless: { rules: nothing, "rules[0].verbs": nothing, "rules[0].verbs[0]": nothing },
    },
  ]),
  fails: types.flatMap((type): Failing[] => [
    {
      name: "binds the administrator's role",
      type,
      properties: { rules: [{ resourceNames: ["cluster-admin"], ...roles }] },
      messages: [
        'rules[0].verbs[0] is "bind"; required: verbs that grant nothing. Leave bind, escalate and impersonate to administrators.',
      ],
    },
    {
      name: "writes any right into a role by name",
      type,
      properties: { rules: [{ ...roles, resourceNames: ["ci"], verbs: ["update", "escalate"] }] },
      messages: [
        'rules[0].verbs[1] is "escalate"; required: verbs that grant nothing. Leave bind, escalate and impersonate to administrators.',
      ],
    },
    {
      name: "impersonates",
      type,
      properties: may("get", "impersonate"),
      messages: [
        'rules[0].verbs[1] is "impersonate"; required: verbs that grant nothing. Leave bind, escalate and impersonate to administrators.',
      ],
    },
  ]),
};
