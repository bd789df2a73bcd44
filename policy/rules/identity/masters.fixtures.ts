import type { ResourceFixtures } from "../../core/fixture";
import { rbacBindings } from "../../kinds/rbac";

const bound = (name: string) => ({
  roleRef: { kind: "ClusterRole", name: "view" },
  subjects: [{ kind: "Group", name }],
});
const any = "Any other group may be bound.";

export const fixtures: ResourceFixtures = {
  passes: rbacBindings.map((type) => ({
    ...{ name: "a group", type, properties: bound("operators") },
    harmless: { subjects: "Nobody may be bound.", "subjects[0].name": any },
  })),
  fails: rbacBindings.map((type) => ({
    ...{ name: "system:masters", type, properties: bound("system:masters") },
    messages: ['subjects[0].name is "system:masters"; required: a group of yours. Bind a group of yours to the role.'],
  })),
};
