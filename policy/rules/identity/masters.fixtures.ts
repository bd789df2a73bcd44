import type { ResourceFixtures } from "../../core/fixture";
import { rbacBindings } from "../../kinds/rbac";

const bound = (name: string) => ({
  roleRef: { kind: "ClusterRole", name: "view" },
  subjects: [{ kind: "Group", name }],
});
const any = "Any other group may be bound.";

const maps = ["ConfigMap", "ConfigMapPatch"].flatMap((kind) =>
  ["mapRoles", "mapUsers"].map((key) => ({ type: `kubernetes:core/v1:${kind}`, key })),
);
const mapped = (key: string, groups: string) => ({
  metadata: { name: "aws-auth", namespace: "kube-system" },
  data: { [key]: `# never system:masters\n- rolearn: arn:aws:iam::111122223333:role/ops\n  groups: ${groups}\n` },
});

export const fixtures: ResourceFixtures = {
  passes: [
    ...maps.map(({ type, key }) => ({
      ...{ name: `a group in ${key}`, type, properties: mapped(key, "[operators, system:nodes]") },
      harmless: { "metadata.name": any, [`data.${key}`]: any },
    })),
    ...rbacBindings.map((type) => ({
      ...{ name: "a group", type, properties: bound("operators") },
      harmless: { subjects: "Nobody may be bound.", "subjects[0].name": any },
    })),
  ],
  fails: [
    ...maps.map(({ type, key }) => ({
      ...{ name: `system:masters in ${key}`, type, properties: mapped(key, "[operators, system:masters]") },
      messages: [
        `data.${key} is a list with system:masters; required: a group of yours. Bind a group of yours to the role.`,
      ],
    })),
    ...rbacBindings.map((type) => ({
      ...{ name: "system:masters", type, properties: bound("system:masters") },
      messages: [
        'subjects[0].name is "system:masters"; required: a group of yours. Bind a group of yours to the role.',
      ],
    })),
  ],
};
