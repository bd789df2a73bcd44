import type { Finding } from "../core/finding";
import type { View } from "../core/view";
import { operatorOf } from "./conditions/operators";
import type { Statement } from "./iam";

/** Whom a document is about: the identity it is attached to, or principals that it names itself. */
export type Holder = "identity" | "named";

/** Findings of what IAM refuses in a document, or reads as nothing (IAM User Guide, "Grammar of the IAM JSON policy language"). */
export function malformed(document: View, holder: Holder): Finding[] {
  if (!document.isSet || !document.known) return [];
  const policy = document.json<{ Version: string; Statement: unknown }>();
  if (!policy.isObject || policy.as<unknown[]>().items().length > 0) {
    return [{ path: document.path, found: "no JSON object", required: "a policy document in JSON" }];
  }
  const version = policy.at("Version");
  const isOld = version.isSet && version.known && !/^(2012-10-17|2008-10-17)$/.test(version.text() ?? "");
  return [
    ...(isOld ? [{ path: version.path, found: version.shown(), required: '"2012-10-17"' }] : []),
    ...inStatements(policy.at("Statement"), holder),
  ];
}

function inStatements(statement: View, holder: Holder): Finding[] {
  if (!statement.known) return [];
  if (!statement.isObject)
    return [{ path: statement.path, found: statement.shown(), required: "a list of statements" }];
  const items = statement.as<unknown[]>().items();
  const isEmpty = items.length === 0 && statement.entries().length === 0;
  if (isEmpty) return [];
  return (items.length > 0 ? items : [statement]).flatMap((one) => inStatement(one, holder));
}

function inStatement(view: View, holder: Holder): Finding[] {
  if (!view.known) return [];
  if (!view.isObject) return [{ path: view.path, found: view.shown(), required: "a statement" }];
  const statement = view.as<Statement>();
  const effect = statement.at("Effect");
  const isEffect = !effect.known || /^(Allow|Deny)$/.test(effect.text() ?? "");
  return [
    ...(isEffect ? [] : [{ path: effect.path, found: effect.shown(), required: '"Allow" or "Deny"' }]),
    ...oneOf(statement.at("Action"), statement.at("NotAction"), "Action or NotAction"),
    ...(holder === "named"
      ? oneOf(statement.at("Principal"), statement.at("NotPrincipal"), "Principal or NotPrincipal")
      : oneOf(statement.at("Resource"), statement.at("NotResource"), "Resource or NotResource")),
    ...inCondition(statement.at("Condition")),
  ];
}

/** Of an element and its opposite there is one. */
function oneOf(element: View, opposite: View, names: string): Finding[] {
  if (!element.known || !opposite.known || element.isSet !== opposite.isSet) return [];
  return [
    { path: element.path, found: element.isSet ? "beside its opposite" : "not set", required: `either ${names}` },
  ];
}

/** An operator that IAM does not know restricts no one: the policy is refused, or the condition is ignored. */
function inCondition(condition: View<Statement["Condition"]>): Finding[] {
  if (!condition.isSet || !condition.known) return [];
  if (!condition.isObject) return [{ path: condition.path, found: condition.shown(), required: "operators with keys" }];
  return condition.entries().flatMap(([name, keys]) => {
    if (operatorOf(name) === undefined) {
      return [{ path: keys.path, found: "no operator of IAM", required: "one such as StringEquals or ArnLike" }];
    }
    return keys.known && !keys.isObject ? [{ path: keys.path, found: keys.shown(), required: "keys with values" }] : [];
  });
}
