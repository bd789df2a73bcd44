import type { Check, Rule } from "../../core/rule";
import { type Holder, malformed } from "../../kinds/malformed";
import {
  bucketPolicies,
  type Documents,
  documentsAt,
  identityPolicies,
  otherResourcePolicies,
  registryPolicies,
  trustPolicies,
} from "../../kinds/policy-documents";

/** Lists of documents, and who they are about. */
const lists: readonly (readonly [Documents, Holder])[] = [
  [bucketPolicies, "named"],
  [registryPolicies, "named"],
  [otherResourcePolicies, "named"],
  [identityPolicies, "identity"],
  [trustPolicies, "named"],
];

/** Each document with its type: a role has two. */
const documents = lists.flatMap(([list, holder]) =>
  Object.entries(list).map(([type, path]) => ({ type, path, holder })),
);

/** Every check of a type over all its documents. */
function checks(): Record<string, Check> {
  return Object.fromEntries(
    documents.map(({ type }): [string, Check] => [
      type,
      (properties) =>
        documents
          .filter((one) => one.type === type)
          .flatMap(({ path, holder }) => documentsAt(properties, path).flatMap((view) => malformed(view, holder))),
    ]),
  );
}

/** What is read of each document. */
function read(): Rule["breaksBy"] {
  const of: Readonly<Record<Holder, readonly string[]>> = {
    named: ["Principal", "NotPrincipal"],
    identity: ["Resource", "NotResource"],
  };
  const both = ["Effect", "Action", "NotAction", "Condition.*"];
  return Object.fromEntries(
    documents.map(({ type }) => [
      type,
      documents
        .filter((one) => one.type === type)
        .flatMap(({ path, holder }) => {
          const inStatement = [...both, ...of[holder]].map((name) => `${path}.Statement[].${name}`);
          return [`${path}.Version`, ...inStatement];
        }),
    ]),
  );
}

/** Documents that AWS can read: the other rules on policies take what they can't read for nothing. */
export const rule: Rule = {
  id: "identity-policy-document",
  title: "Policy documents are such that AWS reads them.",
  severity: "high",
  frameworks: { "ISO 27001:2022": ["A.5.15"], "SOC 2": ["CC6.1"] },
  why: "AWS refuses the document in the middle of an update, and no rule has said what it lets in.",
  fix: "Write the document as an object and let JSON.stringify or aws.iam.getPolicyDocument make the text.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
  breaksBy: read(),
  checks: checks(),
};
