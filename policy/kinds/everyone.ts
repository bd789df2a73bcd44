import type { Finding } from "../core/finding";
import type { Check } from "../core/rule";
import type { View } from "../core/view";
import { isWorld } from "./addresses";
import { type Statement, statementsOf } from "./iam";

/**
 * Keys of conditions that say who calls or from where, in small letters: as S3 reads them ("The meaning of public", Amazon S3
 * User Guide), with those of other services.
 */
const callerKeys = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceip",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourceowner",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:userid",
  "aws:username",
  "aws:vpcsourceip",
  "kms:calleraccount",
  "s3:dataaccesspointaccount",
  "s3:dataaccesspointarn",
  "sns:endpoint",
]);

/** What is required of a policy of a resource. */
const namedPrincipals = "principals that you name, or a condition on who they are";

/** Findings of the statements by which a resource's policy lets everybody in. */
export function openStatements(policy: View): Finding[] {
  return statementsOf(policy).flatMap((statement) => {
    const everybody = principals(statement).filter((principal) => principal.text() === "*");
    const { path } = statement.at("NotPrincipal");
    const open = everybody[0]?.path ?? (statement.at("NotPrincipal").isSet ? path : undefined);
    if (open === undefined || isRestricted(statement.at("Condition")) || statement.at("Effect").mayBe("Deny"))
      return [];
    const found = open === path ? "everybody but those" : '"*" without a condition on who calls';
    return [{ path: open, found, required: namedPrincipals }];
  });
}

function principals(statement: View<Statement>): View[] {
  const principal = statement.at("Principal");
  if (principal.text() !== undefined) return [principal];
  const amazon = principal.as<{ AWS: string[] }>().at("AWS");
  return amazon.text() === undefined ? amazon.items() : [amazon];
}

/** Whether a condition leaves somebody out by who he is. One that is not known yet may. */
function isRestricted(condition: View<Statement["Condition"]>): boolean {
  if (!condition.known) return true;
  return condition.entries().some(([operator, keys]) => {
    // What holds where the key is missing, or says who it is not, leaves in all the others.
    if (/Not|IfExists|^ForAllValues:|^Null$|^Bool/.test(operator)) return false;
    return !keys.known || keys.entries().some(([key, value]) => callerKeys.has(key.toLowerCase()) && names(value));
  });
}

function names(value: View): boolean {
  if (!value.known) return true;
  const items = value.as<string[]>().items();
  const texts = items.length > 0 ? items : [value];
  return texts.every((item) => !item.known || /[^*?\s]/.test(item.text() ?? "")) && !texts.some(isEverywhere);
}

function isEverywhere(value: View): boolean {
  return isWorld(value.text() ?? "");
}

/** Google's names for everybody, and for everybody who has an account of Google's, which anybody can have. */
const everybody = new Set(["allusers", "allauthenticatedusers"]);

/** Findings of members of Google's IAM, or of entities of its ACLs, that are everybody. */
export function openMembers(members: readonly View[]): Finding[] {
  return members
    .filter((member) => everybody.has((member.text() ?? "").replace(/^.*:/, "").toLowerCase()))
    .map((member) => ({ path: member.path, found: member.shown(), required: "members that you name" }));
}

type Policy = { bindings: { members: string[] }[] };

/** Checks of the three resources by which Google's IAM grants something: `bucketIAM` has Member, Binding and Policy. */
export function ofGrants(grants: readonly string[]): Record<string, Check> {
  const checks: [kind: string, judge: Check][] = [
    ["Member", (grant) => openMembers([grant.as<{ member: string }>().at("member")])],
    ["Binding", (grant) => openMembers(grant.as<{ members: string[] }>().at("members").items())],
    [
      "Policy",
      (grant) => {
        const policy = grant.as<{ policyData: string }>().at("policyData").json<Policy>();
        return policy
          .at("bindings")
          .items()
          .flatMap((binding) => openMembers(binding.at("members").items()));
      },
    ],
  ];
  return Object.fromEntries(
    grants.flatMap((grant) => checks.map(([kind, judge]): [string, Check] => [grantType(grant, kind), judge])),
  );
}

/** `gcp:storage/bucketIAM` and `Member`: `gcp:storage/bucketIAMMember:BucketIAMMember`. */
export function grantType(grant: string, kind: string): string {
  const name = `${grant.replace(/^.*\//, "")}${kind}`;
  return `${grant}${kind}:${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
