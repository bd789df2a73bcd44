import type { View } from "../core/view";

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

/** The statements of a policy that is JSON text; one statement may stand in the place of a list. */
export function statementsOf(policy: View): View<Statement>[] {
  const statements = policy.json<{ Statement: Statement[] }>().at("Statement");
  const list = statements.items();
  return list.length > 0 || !statements.isObject ? list : [statements.as<Statement>()];
}
