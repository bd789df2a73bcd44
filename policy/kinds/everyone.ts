import type { Finding } from "../core/finding";
import type { Check } from "../core/rule";
import type { View } from "../core/view";
import { type Names, whomAllows, whomSpares } from "./conditions/aws";
import { allowedCallers, callers } from "./conditions/callers";
import { hasNoSource, isService, sources } from "./conditions/services";
import { coversAll, type Statement, statementsOf, valuesOf } from "./iam";

/** What is required of a policy of a resource. */
const namedPrincipals = "principals that you name, or a condition that fixes their account or organization";

/** What is required of a statement for a service: every customer of AWS' has the same one. */
export const namedSource = "aws:SourceArn or aws:SourceAccount, for the service calls for every customer of AWS";

/** Findings of the statements by which a resource's policy lets everybody in, or a service for everybody. */
export function openStatements(policy: View): Finding[] {
  const statements = statementsOf(policy);
  return statements.flatMap((statement) => {
    const but = statement.at("NotPrincipal");
    const open = but.isSet && but.known ? but : everybodyIn(statement.at("Principal"));
    if (open === undefined) return openServices(statement, statements);
    if (whomAllows(statement.at("Condition"), allowedCallers) !== "everybody") return [];
    if (statement.at("Effect").mayBe("Deny")) return [];
    if (statements.some((other) => denies(other, statement, callers))) return [];
    const found = open === but ? "everybody but those" : '"*" without a condition that says who calls';
    return [{ path: open.path, found, required: namedPrincipals }];
  });
}

/** Findings for services that a statement allows on behalf of any caller. */
function openServices(statement: View<Statement>, statements: readonly View<Statement>[]): Finding[] {
  const services = namedIn(statement.at("Principal")).filter((principal) => isService(principal.text() ?? ""));
  if (services.length === 0 || whomAllows(statement.at("Condition"), sources) !== "everybody") return [];
  if (statement.at("Effect").mayBe("Deny")) return [];
  return services.flatMap((principal) => {
    const service = principal.text() ?? "";
    if (hasNoSource(service, statement)) return [];
    if (statements.some((other) => denies(other, statement, sources, service))) return [];
    return [{ path: principal.path, found: `${principal.shown()} for everybody`, required: namedSource }];
  });
}

/**
 * The principal among those of a statement that is everybody. A star in the account's place is meant so, though most services
 * refuse it.
 */
export function everybodyIn(principal: View<Statement["Principal"]>): View | undefined {
  return namedIn(principal).find((one) => /^(\*|arn:[^:]*:(iam|sts):[^:]*:[^:]*[*?].*)$/.test(one.text() ?? ""));
}

function namedIn(principal: View<Statement["Principal"]>): View[] {
  return principal.text() === undefined ? principal.entries().flatMap(([, value]) => valuesOf(value)) : [principal];
}

/**
 * Whether a statement denies all that another allows to everybody but those that it names. `to` is who is allowed, where that
 * is not everybody.
 */
export function denies(other: View<Statement>, allowed: View<Statement>, names: Names, to?: string): boolean {
  if (!other.at("Effect").mayBe("Deny")) return false;
  const [principal, but] = [other.at("Principal"), other.at("NotPrincipal")];
  const coversCaller = () =>
    everybodyIn(principal) !== undefined || (to !== undefined && namedIn(principal).some((one) => one.text() === to));
  const all = but.isSet ? everybodyIn(but) === undefined : !principal.known || coversCaller();
  return all && coversAll(other, allowed) && whomSpares(other.at("Condition"), names) !== "everybody";
}

/** Google's names for everybody, and for everybody who has an account of Google's, which anybody can have. */
const everybody = new Set(["allusers", "allauthenticatedusers"]);

/** Findings of members of Google's IAM, or of entities of its ACLs, that are everybody. */
export function openMembers(members: readonly View[]): Finding[] {
  return members
    .filter((member) => everybody.has((member.text() ?? "").replace(/^.*:/, "").toLowerCase()))
    .map((member) => ({ path: member.path, found: member.shown(), required: "members that you name" }));
}

/** What a grant of Google's IAM says; a policy says it of each binding. */
export interface Grant {
  role: View<string>;
  members: View<string>[];
  condition: View<{ expression: string }>;
}

interface GrantArgs {
  role: string;
  member: string;
  members: string[];
  condition: { expression: string };
}

/** The grants of a resource of Google's IAM. */
function grantsOf(kind: string, resource: View): Grant[] {
  if (kind === "Policy") {
    const policy = resource.as<{ policyData: string }>().at("policyData").json<{ bindings: GrantArgs[] }>();
    return policy
      .at("bindings")
      .items()
      .map((binding) => grantOf(binding, binding.at("members").items()));
  }
  const grant = resource.as<GrantArgs>();
  return [grantOf(grant, kind === "Member" ? [grant.at("member")] : grant.at("members").items())];
}

function grantOf(grant: View<GrantArgs>, members: View<string>[]): Grant {
  return { role: grant.at("role"), members, condition: grant.at("condition") };
}

/** Checks of the three resources by which Google's IAM grants something: `bucketIAM` has Member, Binding and Policy. */
export function ofGrants(
  grants: readonly string[],
  judge: (grant: Grant) => Finding[] = toEverybody,
): Record<string, Check> {
  return Object.fromEntries(
    grants.flatMap((grant) =>
      ["Member", "Binding", "Policy"].map((kind): [string, Check] => [
        grantType(grant, kind),
        (resource) => grantsOf(kind, resource).flatMap((one) => judge(one)),
      ]),
    ),
  );
}

function toEverybody({ members }: Grant): Finding[] {
  return openMembers(members);
}

/** `gcp:storage/bucketIAM` and `Member`: `gcp:storage/bucketIAMMember:BucketIAMMember`. */
export function grantType(grant: string, kind: string): string {
  const name = `${grant.replace(/^.*\//, "")}${kind}`;
  return `${grant}${kind}:${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
