import type { types } from "@pulumi/kubernetes";
import { parse } from "yaml";
import { alike, check, forTypes, type Rule } from "../../core/rule";
import { rbacBindings } from "../../kinds/rbac";

/** What a binding of Kubernetes says. */
interface Binding {
  subjects?: types.output.rbac.v1.Subject[];
}

/** EKS' map of roles and users of AWS to groups, each list as YAML text (EKS User Guide, "aws-auth ConfigMap"). */
interface AwsAuth {
  metadata?: { name?: string };
  data?: { mapRoles?: string; mapUsers?: string };
}
const configMaps = ["ConfigMap", "ConfigMapPatch"].map((kind) => `kubernetes:core/v1:${kind}`);

/** Whether a list names the group, however its YAML spells it. Of one that is no YAML, whether the name is there. */
function hasMasters(text: string): boolean {
  try {
    return isIn(parse(text, { logLevel: "silent" }));
  } catch {
    return /\bsystem:masters(?![\w:-])/.test(text);
  }
}

function isIn(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).some(isIn);
  return value === masters;
}
const masters = "system:masters";

/** The group whose members may do everything, whatever roles say: neither RBAC nor an admission webhook stops them. */
export const rule: Rule = {
  id: "identity-masters",
  title: "Nobody is bound by the group system:masters.",
  severity: "critical",
  frameworks: { "CIS Kubernetes 2.0.1": ["5.1.7"], "ISO 27001:2022": ["A.8.2"], "SOC 2": ["CC6.3"] },
  why: "The API server lets its members do everything without asking RBAC, and their rights can't be taken back.",
  mend: "Bind a group of yours to the role.",
  source: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
  breaksBy: {
    ...alike(rbacBindings, ["subjects[].name"]),
    ...alike(configMaps, ["data.mapRoles", "data.mapUsers", "metadata.name"]),
  },
  checks: {
    ...forTypes(
      rbacBindings,
      check<Binding>((binding) =>
        binding
          .at("subjects")
          .items()
          .map((subject) => subject.at("name"))
          .filter((name) => name.text() === masters)
          .map((name) => ({ path: name.path, found: name.shown(), required: "a group of yours" })),
      ),
    ),
    ...forTypes(
      configMaps,
      check<AwsAuth>((map) =>
        map.at("metadata").at("name").text() !== "aws-auth"
          ? []
          : [map.at("data").at("mapRoles"), map.at("data").at("mapUsers")]
              .filter((text) => hasMasters(text.text() ?? ""))
              .map((text) => ({ path: text.path, found: "a list with system:masters", required: "a group of yours" })),
      ),
    ),
  },
};
