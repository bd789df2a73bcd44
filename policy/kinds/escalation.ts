import type { Finding } from "../core/finding";
import { View } from "../core/view";
import { whomAllows, whomSpares } from "./conditions/aws";
import { operatorOf } from "./conditions/operators";
import { covers } from "./conditions/patterns";
import { targetsOf, ways } from "./escalation-ways";
import { coversAll, type Statement, statementsOf, valuesOf } from "./iam";
import { launches, mayPassTo } from "./passed-roles";

/** Findings of what an identity's policy allows that leads to the rights of others. */
export function escalations(policy: View): Finding[] {
  const statements = statementsOf(policy).filter((statement) => statement.at("Effect").known);
  const allowed = statements.filter((statement) => !statement.at("Effect").mayBe("Deny"));
  const denied = statements.filter((statement) => statement.at("Effect").mayBe("Deny"));
  return allowed.flatMap((statement) => {
    const isFree = (action: string, about: readonly string[]) =>
      about.some((one) => isBroad(statement, one)) &&
      whomAllows(statement.at("Condition"), targetsOf(action)) === "everybody" &&
      !denied.some((other) => about.every((one) => refuses(other, action, one)));
    return elementsOf(statement).flatMap(([element, mayDo]) => {
      const more = ways
        .filter(({ action, about }) => mayDo(action) && isFree(action, about))
        .filter(({ needs }) => needs.every((other) => allowed.some((one) => allows(one, other))))
        .map(({ action }) => `${action} on any resource`);
      const passed =
        mayDo("iam:PassRole") && isFree("iam:PassRole", ["role/any"]) ? passes(statement, allowed) : undefined;
      const found = [...more, ...(passed === undefined ? [] : [passed])];
      return found.length === 0 ? [] : [finding(element, found)];
    });
  });
}

/** Each action of a statement that is named, or what is not excepted, with whether it allows an action. */
function elementsOf(statement: View<Statement>): [View, (action: string) => boolean][] {
  const but = statement.at("NotAction");
  const exceptions = but.known ? but.texts() : [];
  if (but.isSet && but.known) return [[but, (action) => !exceptions.some((exception) => covers(exception, action))]];
  return (
    valuesOf(statement.at("Action"))
      // `identity-wildcard-actions` speaks of these. All of IAM is this rule's matter too.
      .filter((action) => !isWholeService(action.text() ?? "") || /^iam:/i.test(action.text() ?? ""))
      .map((action) => [action, (name) => covers(action.text() ?? "", name)])
  );
}

/**
 * Whether an action is everything, or all of a service: nothing after the colon but wildcards, one of them a star. Both may be
 * anywhere in it (IAM User Guide, "IAM JSON policy elements: Action"). A part of a name may end in a star: `s3:Get*`.
 */
export function isWholeService(action: string): boolean {
  return /^([*?]*\*[*?]*|[\w*?-]+:[*?]*\*[*?]*)$/.test(action);
}

/** Whether a statement is about any user, role or whatever it is: `*`, `arn:aws:iam::*:role/*`. */
function isBroad(statement: View<Statement>, about: string): boolean {
  const [resource, but] = [statement.at("Resource"), statement.at("NotResource")];
  if (but.isSet) return but.known;
  return resource.texts().some((text) => isOfAny(text, about));
}

function isOfAny(arn: string, about: string): boolean {
  const fields = arn.split(":");
  if (fields.length < 6) return /^(\*|arn:.*\*)$/.test(arn);
  // An organization has one instance of IAM Identity Center, so its name leaves nothing out.
  const resource = fields
    .slice(5)
    .join(":")
    .replace(/^permissionSet\/ssoins-[^/*?]+\//, "permissionSet/*/");
  return covers(resource, about);
}

/** A Deny of the action on whatever it is about, but for targets that are named. */
function refuses(other: View<Statement>, action: string, about: string): boolean {
  const request = View.of<Statement>({ Action: action, Resource: arnOf(action, about) });
  return coversAll(other, request) && whomSpares(other.at("Condition"), targetsOf(action)) !== "everybody";
}

/** IAM has no regions, and IAM Identity Center is of the whole organization (Service Authorization Reference). */
function arnOf(action: string, about: string): string {
  const service = (action.split(":")[0] ?? "").replace("sts", "iam");
  const [region, account] = /^(sso|identitystore)/.test(service) ? ["", ""] : ["eu-west-1", "111122223333"];
  return `arn:aws:${service}:${service === "iam" ? "" : region}:${account}:${about}`;
}

/** In words, what a role may be passed to; undefined where that is a service which nothing allowed here starts. */
function passes(statement: View<Statement>, allowed: readonly View<Statement>[]): string | undefined {
  const services = passedTo(statement.at("Condition"));
  const started = Object.entries(launches)
    .filter(([service]) => services === undefined || services.some((pattern) => covers(pattern, service)))
    .flatMap(([, actions]) => actions)
    .filter((action) => allowed.some((one) => allows(one, action)));
  const others = allowed
    .flatMap((one) => one.at("Action").texts())
    .filter((action) => services?.some((service) => mayPassTo(service, action)));
  const [first] = [...started, ...others];
  if (first !== undefined) return `iam:PassRole of any role, and ${first}`;
  return services === undefined ? "iam:PassRole of any role to any service" : undefined;
}

function allows(statement: View<Statement>, action: string): boolean {
  const but = statement.at("NotAction");
  if (but.isSet) return but.known && !but.texts().some((exception) => covers(exception, action));
  return statement
    .at("Action")
    .texts()
    .some((pattern) => covers(pattern, action));
}

/**
 * The services that `iam:PassedToService` holds it to; undefined where it does not. A role is always passed to a service, so the
 * key is there for `…IfExists` too, which is what the role of CodePipeline has (AWS CodePipeline User Guide, "Manage the
 * CodePipeline service role").
 */
function passedTo(condition: View<Statement["Condition"]>): string[] | undefined {
  const lists = condition.entries().flatMap(([operator, keys]) => {
    const { kind, negated, over } = operatorOf(operator) ?? {};
    if (kind !== "string" || negated || over === "ForAllValues") return [];
    return keys.entries().flatMap(([key, value]) => (key.toLowerCase() === "iam:passedtoservice" ? [value] : []));
  });
  const [first] = lists;
  return first === undefined ? undefined : first.known ? first.as<string>().texts() : [];
}

function finding(element: View, ways: readonly string[]): Finding {
  const [first = "", ...rest] = ways;
  const text = element.path.endsWith("NotAction") ? undefined : element.text();
  const shown = text === undefined ? "everything but some" : element.shown();
  const more = rest.length === 0 ? "" : `, and ${rest.length} more`;
  const found = text !== undefined && first.startsWith(text) ? first.slice(text.length) : `, which allows ${first}`;
  return {
    path: element.path,
    found: `${shown}${found}${more}`,
    required: "resources that you name, or a condition on their tags or on a permissions boundary",
  };
}
