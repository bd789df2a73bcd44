import type { Finding } from "../core/finding";
import type { View } from "../core/view";
import { type Names, whomAllows } from "./conditions/aws";
import { allowedCallers, callers } from "./conditions/callers";
import { whomMatches } from "./conditions/cel";
import { parseExpression } from "./conditions/expression";
import { guestsIn } from "./conditions/guests";
import { awsClaimsOf, claimNames, claimsOf, isShared } from "./conditions/issuers";
import { denies, everybodyIn } from "./everyone";
import { statementsOf, valuesOf } from "./iam";

/** Findings of the statements of a role's trust policy that let everyone, or every token of an issuer, assume it. */
export function openTrust(policy: View): Finding[] {
  const statements = statementsOf(policy);
  return statements.flatMap((statement) => {
    if (statement.at("Effect").mayBe("Deny")) return [];
    const principal = statement.at("Principal");
    const condition = statement.at("Condition");
    const but = statement.at("NotPrincipal");
    const everybody = but.isSet && but.known ? but : everybodyIn(principal);
    const isOpen = (names: Names, spared: Names, to?: string) =>
      whomAllows(condition, names) === "everybody" && !statements.some((other) => denies(other, statement, spared, to));
    if (everybody !== undefined) {
      if (!isOpen(allowedCallers, callers)) return [];
      const found = everybody === but ? "everybody but those" : '"*" without a condition that says who calls';
      return [{ path: everybody.path, found, required: "principals that you name" }];
    }
    return valuesOf(principal.as<{ Federated: string }>().at("Federated")).flatMap((federated) => {
      const issuer = issuerOf(federated);
      if (issuer === undefined) return [];
      const names = awsClaimsOf(issuer);
      if (isOpen(names, names, federated.text())) return [openTo(condition, issuer)];
      const guests = issuer === cognito ? guestsIn(condition) : undefined;
      if (guests === undefined) return [];
      const required = "users who log in; anybody on the internet is a guest";
      return [{ path: guests.path, found: guests.shown(), required }];
    });
  });
}

const cognito = "cognito-identity.amazonaws.com";

/**
 * The issuer of tokens among the federated principals. A provider for SAML is one's own, and its assertions name the roles
 * that they are for.
 */
function issuerOf(federated: View<string>): string | undefined {
  const text = federated.text() ?? "";
  if (text.includes(":oidc-provider/")) return text.replace(/^.*:oidc-provider\//, "");
  return /^[\w-]+(\.[\w-]+)+$/.test(text) ? text : undefined;
}

function openTo(condition: View, issuer: string): Finding {
  return {
    path: condition.path,
    found: `open to every token of ${issuer}`,
    required: `a condition that fixes its ${claimNames(issuer)}`,
  };
}

/** What is read of a provider of Google's workload identity pools. */
export interface PoolProvider {
  attributeCondition: string;
  attributeMapping: Record<string, string>;
  oidc: { issuerUri: string };
}

/**
 * Findings of a provider whose condition leaves in every token of an issuer that many share. Of one's own issuer the grants name
 * the subjects. Attributes are what they are mapped from.
 */
export function openProvider(provider: View<PoolProvider>): Finding[] {
  const [condition, mapping] = [provider.at("attributeCondition"), provider.at("attributeMapping")];
  const issuer = provider.at("oidc").at("issuerUri");
  if (!condition.known) return [];
  const claims = claimsOf(issuer.text() ?? "");
  let unknown = false;
  const text = condition.text() ?? "";
  const left = whomMatches(text === "" ? "true" : text, {
    names: (path) =>
      path.startsWith("assertion.") ? claims(path.slice("assertion.".length).toLowerCase()) : undefined,
    definitionOf: (path) => {
      if (!/^(google|attribute)\./.test(path)) return undefined;
      const mapped = mapping.at(path);
      if (!mapped.known) unknown = true;
      return parseExpression(mapped.text() ?? "");
    },
  });
  if (!issuer.known || unknown) return [];
  if (left !== undefined && !isShared(issuer.text() ?? "")) return [];
  return expressionFinding(condition, left, issuer.text() ?? "its issuer");
}

/** What is read of a federated credential of Azure's. An expression is in the place of a subject. */
export interface FederatedCredential {
  issuer: string;
  subject: string;
  claimsMatchingExpression: { value: string };
}

/** Findings of a federated credential that takes more than the subjects that it names. */
export function openCredential(credential: View<FederatedCredential>): Finding[] {
  const expression = credential.at("claimsMatchingExpression").at("value");
  const [issuer, subject] = [credential.at("issuer"), credential.at("subject")];
  if (!expression.isSet) {
    if (!subject.known || !issuer.known) return [];
    const [text, from] = [subject.text() ?? "", issuer.text() ?? ""];
    if (/^$|[*?]/.test(text)) return [{ path: subject.path, found: subject.shown(), required: "a whole subject" }];
    if (!isShared(from) || claimsOf(from)("sub")?.(text) === true) return [];
    const required = "a subject that says whose the token is";
    return [{ path: subject.path, found: `${subject.shown()}, which any customer of ${from} can have`, required }];
  }
  if (!expression.known || !issuer.known) return [];
  const claims = claimsOf(issuer.text() ?? "");
  const left = whomMatches(expression.text() ?? "", {
    names: (path) => (path.startsWith("claims.") ? claims(path.slice("claims.".length).toLowerCase()) : undefined),
  });
  return expressionFinding(expression, left, issuer.text() ?? "its issuer");
}

function expressionFinding(condition: View, left: ReturnType<typeof whomMatches>, issuer: string): Finding[] {
  if (left !== undefined && left !== "everybody") return [];
  const required = `a condition that fixes its ${claimNames(issuer)}`;
  const why = left === undefined ? "which can't be read" : `open to every token of ${issuer}`;
  return [{ path: condition.path, found: condition.isSet ? `${condition.shown()}, ${why}` : "not set", required }];
}

/** Findings of members that are a whole pool of Google's workload identities. */
export function wholePools(members: readonly View[]): Finding[] {
  return members
    .filter((member) =>
      /^principalSet:\/\/iam\.googleapis\.com\/.*\/workloadIdentityPools\/[^/]+\/\*$/.test(member.text() ?? ""),
    )
    .map((member) => ({
      path: member.path,
      found: member.shown(),
      required: "a subject, a group or an attribute of the pool",
    }));
}
