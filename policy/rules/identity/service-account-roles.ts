import type { Finding } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { membersOf } from "../../kinds/breaks";
import { whomMatches } from "../../kinds/conditions/cel";
import { actingRoles, namesResource, namesTag } from "../../kinds/conditions/google";
import { type Grant, ofGrants } from "../../kinds/everyone";
import { treeGrants } from "../../kinds/google-grants";

/** A condition on the name or the tags of the resource holds it to some accounts. */
const inTree = ({ role, condition }: Grant): Finding[] => {
  if (!actingRoles.has(role.text() ?? "")) return [];
  const expression = condition.at("expression");
  if (!expression.known) return [];
  const names = (path: string) => {
    if (path === "resource.name") return namesResource;
    return /^resource\.matchTag(Id)?$/.test(path) ? namesTag : undefined;
  };
  const left = expression.isSet ? whomMatches(expression.text() ?? "", { names }) : "everybody";
  if (left !== "everybody" && left !== undefined) return [];
  return [{ path: role.path, found: role.shown(), required: "a grant on the service account that it is about" }];
};

/** Acting as a service account is granted on that account: `gcp:serviceaccount/iAMMember` is the place of it. */
export const rule: Rule = {
  id: "identity-service-account-roles",
  title: "Nobody may act as every service account of a project, folder or organization.",
  severity: "high",
  frameworks: { "CIS GCP Foundation 5.0": ["1.7"], "ISO 27001:2022": ["A.8.2"], "SOC 2": ["CC6.3"] },
  why: "Among all the service accounts of a project there is one with more rights, today or next year.",
  fix: "Grant the role on the service account, with gcp.serviceaccount.IAMMember.",
  source: "https://cloud.google.com/iam/docs/best-practices-service-accounts",
  breaksBy: membersOfTree(),
  checks: ofGrants(treeGrants, inTree),
};

/** The role and its condition are read, not who has it. */
function membersOfTree(): Rule["breaksBy"] {
  return Object.fromEntries(
    Object.entries(membersOf(treeGrants, ["condition.expression", "role"])).map(([type, paths]) => [
      type,
      paths.filter((path) => path !== "member"),
    ]),
  );
}
