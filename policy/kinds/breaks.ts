import type { Rule } from "../core/rule";
import { grantType } from "./everyone";
import type { Documents } from "./policy-documents";

/** What is read of a statement of a resource's policy, by whom it leaves in. */
const ofStatement = [
  "Action",
  "Condition.*",
  "Condition.*.*",
  "Effect",
  "NotAction",
  "NotPrincipal",
  "NotResource",
  "Principal.*",
  "Resource",
];

/** For `breaksBy`: the policies of those types that let everybody in, and what else is read of each. */
export function openPolicies(documents: Documents, also: readonly string[] = []): Rule["breaksBy"] {
  return Object.fromEntries(
    Object.entries(documents).map(([type, path]) => [
      type,
      [...ofStatement.map((element) => `${path}.Statement[].${element}`), ...also],
    ]),
  );
}

/** For `breaksBy`: members of those grants, and what else is read of them. */
export function membersOf(grants: readonly string[], also: readonly string[] = []): Rule["breaksBy"] {
  return Object.fromEntries(
    grants.flatMap((grant) => [
      [grantType(grant, "Member"), ["member", ...also]],
      [grantType(grant, "Binding"), ["members", ...also]],
      [grantType(grant, "Policy"), ["members", ...also].map((name) => `policyData.bindings[].${name}`)],
    ]),
  );
}
