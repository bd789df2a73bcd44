import type { ResourceFixtures } from "../../core/fixture";
import { rbacBindings as types } from "../../kinds/rbac";

const bound = (name: string) => ({
  roleRef: { kind: "ClusterRole", name: "view" },
  subjects: [{ kind: "Group", name }],
});
const anybody = "Whoever is named is somebody.";

export const fixtures: ResourceFixtures = {
  passes: types.map((type) => ({
    name: "to a group",
    type,
    properties: bound("operators"),
    harmless: { subjects: "Nobody may be bound.", "subjects[0].name": anybody },
  })),
  fails: types.flatMap((type) =>
    ["system:unauthenticated", "system:authenticated", "system:serviceaccounts"].map((name) => ({
      name: `to ${name}`,
      type,
      properties: bound(name),
      messages: [
        `subjects[0].name is "${name}"; required: somebody that you name. Bind the role to a user, a group of yours, or a service account.`,
      ],
    })),
  ),
};
