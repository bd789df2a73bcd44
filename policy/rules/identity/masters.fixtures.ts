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

/** Spellings of one list. */
const spellings = [
  '[operators, "system:masters"]',
  '["system:\\x6dasters"]',
  "\n    - operators\n    - 'system:masters' # as before",
  "[\n      system:masters\n    ]",
];
const besideSign = (groups: string) => ({
  metadata: { name: "aws-auth" },
  data: { mapRoles: `- {rolearn: "arn:aws:iam::1:role/ops", username: "team#1", groups: [${groups}]}\n` },
});
const noYaml = { metadata: { name: "aws-auth" }, data: { mapRoles: "- groups: [system:masters" } };
const map = "kubernetes:core/v1:ConfigMap";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "a group beside a name with a number sign",
      type: map,
      properties: besideSign("operators"),
      harmless: { "metadata.name": any, "data.mapRoles": any },
    },
    {
      name: "a comment behind the list",
      type: map,
      properties: mapped("mapRoles", "[ops] # system:masters"),
      harmless: { "metadata.name": any, "data.mapRoles": any },
    },
    ...maps.map(({ type, key }) => ({
      name: `a group in ${key}`,
      type,
      properties: mapped(key, "[operators, system:nodes]"),
      harmless: { "metadata.name": any, [`data.${key}`]: any },
    })),
    ...rbacBindings.map((type) => ({
      name: "a group",
      type,
      properties: bound("operators"),
      harmless: { subjects: "Nobody may be bound.", "subjects[0].name": any },
    })),
  ],
  fails: [
    ...[...spellings.map((groups) => mapped("mapRoles", groups)), besideSign("system:masters"), noYaml].map(
      (properties) => ({
        name: `system:masters in ${JSON.stringify(properties.data)}`,
        type: map,
        properties,
        messages: [
          "data.mapRoles is a list with system:masters; required: a group of yours. Bind a group of yours to the role.",
        ],
      }),
    ),
    ...maps.map(({ type, key }) => ({
      name: `system:masters in ${key}`,
      type,
      properties: mapped(key, "[operators, system:masters]"),
      messages: [
        `data.${key} is a list with system:masters; required: a group of yours. Bind a group of yours to the role.`,
      ],
    })),
    ...rbacBindings.map((type) => ({
      name: "system:masters",
      type,
      properties: bound("system:masters"),
      messages: [
        'subjects[0].name is "system:masters"; required: a group of yours. Bind a group of yours to the role.',
      ],
    })),
  ],
};
