import type { View } from "../core/view";
import { covers, mayMeet } from "./conditions/patterns";

/** What is read of a statement (IAM User Guide, "IAM JSON policy elements reference"). */
export interface Statement {
  Sid: string;
  Effect: string;
  Principal: string | Record<string, string | string[]>;
  NotPrincipal: string | Record<string, string | string[]>;
  Action: string | string[];
  NotAction: string | string[];
  Resource: string | string[];
  NotResource: string | string[];
  Condition: Record<string, Record<string, string | boolean | string[]>>;
}

/** The statements of a policy that is JSON text; a single statement may replace the list. */
export function statementsOf(policy: View): View<Statement>[] {
  const statements = policy.json<{ Statement: Statement[] }>().at("Statement");
  const list = statements.items();
  return list.length > 0 || !statements.isObject ? list : [statements.as<Statement>()];
}

/** The one value, or those of a list; those that are not text are left out, unless they are not known yet. */
export function valuesOf(value: View): View<string>[] {
  const items = value.as<string[]>().items();
  if (items.length > 0) return items;
  return value.text() === undefined ? [] : [value.as<string>()];
}

/** Whether a statement is about all that another is about: each action and each resource of it. */
export function coversAll(statement: View<Statement>, other: View<Statement>): boolean {
  return (["Action", "Resource"] as const).every((element) => coversElement(statement, other, element));
}

/** `NotAction` is about all but those, so it covers what none of them may meet. */
function coversElement(statement: View<Statement>, other: View<Statement>, element: "Action" | "Resource"): boolean {
  const [mine, but] = [statement.at(element), statement.at(`Not${element}`)];
  if (!mine.known || !but.known) return true;
  const [patterns, exceptions] = [mine.texts(), but.texts()];
  // A trust policy has no resource, nor has one of a service that needs none: both are about the thing that has the policy.
  if (patterns.length === 0 && exceptions.length === 0) return element === "Resource";
  if (other.at(`Not${element}`).isSet) return patterns.includes("*");
  const theirs = other.at(element).texts();
  if (theirs.length === 0) return element === "Resource";
  return theirs.every((text) =>
    but.isSet
      ? !exceptions.some((exception) => mayMeet(exception, text))
      : patterns.some((pattern) => covers(pattern, text)),
  );
}
