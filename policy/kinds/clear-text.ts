import { View } from "../core/view";
import { operatorOf } from "./conditions/operators";
import { coversAll, type Statement, statementsOf, valuesOf } from "./iam";

/**
 * Whether a bucket's policy refuses every request without TLS, of everybody, to the bucket and to its objects; several
 * statements may do so together. Undefined where that can't be read yet.
 */
export function deniesClearText(policy: View): boolean | undefined {
  if (!policy.known) return undefined;
  const statements = statementsOf(policy);
  const denials = statements.filter(
    (statement) =>
      statement.at("Effect").text() === "Deny" &&
      isForEverybody(statement.at("Principal")) &&
      holdsForClearText(statement.at("Condition")),
  );
  if (coverBucket(denials)) return true;
  return statements.some(isUnclear) ? undefined : false;
}

/** Whether a part of a statement that is read here is not known yet. */
function isUnclear(statement: View<Statement>): boolean {
  const [effect, principal, condition] = [statement.at("Effect"), statement.at("Principal"), statement.at("Condition")];
  const values = [
    ...[effect, principal, condition, statement.at("Action"), statement.at("Resource")],
    ...[principal, condition].flatMap((map) => map.entries().map(([, value]): View => value)),
    ...condition.entries().flatMap(([, keys]) => keys.entries().map(([, value]): View => value)),
  ];
  return values.some(
    (value) =>
      !value.known ||
      value
        .as<unknown[]>()
        .items()
        .some((item) => !item.known),
  );
}

/**
 * `*`, also as the value of `AWS`: in a Deny no other word is everybody (IAM User Guide, "AWS JSON policy elements: Principal").
 */
function isForEverybody(principal: View<Statement["Principal"]>): boolean {
  if (principal.text() !== undefined) return principal.text() === "*";
  return principal
    .entries()
    .some(([kind, value]) => kind === "AWS" && valuesOf(value).some((one) => one.text() === "*"));
}

/**
 * Whether a condition asks for `aws:SecureTransport` to be false, and for nothing else. The key is in the context of every
 * request (IAM User Guide, "AWS global condition context keys"), so `IfExists` and sets change nothing. Keys have no case.
 */
function holdsForClearText(condition: View<Statement["Condition"]>): boolean {
  const lines = condition
    .entries()
    .flatMap(([name, keys]) => keys.entries().map(([key, value]) => ({ operator: operatorOf(name), key, value })));
  return (
    lines.length > 0 &&
    lines.every(
      ({ operator, key, value }) =>
        operator?.kind === "bool" && key.toLowerCase() === "aws:securetransport" && isFalseIn(value),
    )
  );
}

/** Of the values of a key one is enough. */
function isFalseIn(value: View): boolean {
  return (
    value.boolean() === false ||
    value
      .as<unknown[]>()
      .items()
      .some((item) => item.boolean() === false)
  );
}

/**
 * Whether statements are about all that can be done with the bucket and with its objects. Which bucket that is need not be
 * compared: S3 takes no policy about another one.
 */
function coverBucket(denials: readonly View<Statement>[]): boolean {
  const buckets = denials.flatMap((denial) => denial.at("Resource").texts()).filter((text) => !text.includes("/"));
  return buckets.some((bucket) =>
    [bucket, `${bucket}/*`].every((Resource) => {
      const request = View.of<Statement>({ Action: "s3:*", Resource });
      return denials.some((denial) => denial.at("Resource").isSet && coversAll(denial, request));
    }),
  );
}
