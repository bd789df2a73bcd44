import type { types } from "@pulumi/kubernetes";
import { parseDocument, visit } from "yaml";
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

/** As many brackets, indicators of lists or of keys in one another no list of roles and users has; reading more takes the square of their number. */
const mostDeep = 20;

/** What a list says of the group, in words: that it is there, however its YAML spells it. Undefined where it is not. */
function mastersFound(text: string): string | undefined {
  if (isDeep(text)) return "a list too deep to be read";
  return hasMasters(text) ? "a list with system:masters" : undefined;
}

/** Of a list that is no YAML, whether the name is there. Its nodes are looked at as they are: a value writes out keys that are maps. */
function hasMasters(text: string): boolean {
  try {
    const document = parseDocument(text, { logLevel: "silent", prettyErrors: false });
    if (document.errors.length > 0) return isNamed(text);
    let found = false;
    visit(document, {
      Scalar: (_, { value }) => {
        if (value !== masters) return undefined;
        found = true;
        return visit.BREAK;
      },
    });
    return found;
  } catch {
    return isNamed(text);
  }
}

function isNamed(text: string): boolean {
  return /\bsystem:masters(?![\w:-])/.test(text);
}

function isDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]|(?:^|\n)[-? ]*/g)) {
    if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
    else if (sign.replaceAll(/[ \n]/g, "").length > mostDeep) return true;
    if (Math.abs(depth) > mostDeep) return true;
  }
  return false;
}
const masters = "system:masters";

/** The group whose members may do everything, whatever roles say: neither RBAC nor an admission webhook stops them. */
export const rule: Rule = {
  id: "identity-masters",
  title: "Nobody is bound by the group system:masters.",
  severity: "critical",
  frameworks: { "CIS Kubernetes 2.0.1": ["5.1.7"], "ISO 27001:2022": ["A.8.2"], "SOC 2": ["CC6.3"] },
  why: "The API server lets its members do everything without asking RBAC, and their rights can't be taken back.",
  fix: "Bind a group of yours to the role.",
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
          : [map.at("data").at("mapRoles"), map.at("data").at("mapUsers")].flatMap((text) => {
              const found = mastersFound(text.text() ?? "");
              return found === undefined ? [] : [{ path: text.path, found, required: "a group of yours" }];
            }),
      ),
    ),
  },
};
