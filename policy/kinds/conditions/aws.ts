import type { View } from "../../core/view";
import type { Statement } from "../iam";
import { type Leaves, whereAll, whereAny } from "./leaves";
import { type Operator, operatorOf } from "./operators";

type Condition = View<Statement["Condition"]>;

/** For a key in lower case: which of its values identify a principal; undefined for a key that identifies none. */
export type Names = (key: string) => ((value: string) => boolean) | undefined;

/** One line of a condition. */
interface Test {
  operator: Operator;
  /** In small letters: keys are not case-sensitive. */
  key: string;
  value: View;
}

/**
 * Who is left in by the condition of a statement that allows. Operators, and the keys of one, all have to hold; of the values
 * of a key one is enough.
 */
export function whomAllows(condition: Condition, names: Names): Leaves {
  if (!condition.known) return "named";
  const [tests, unknown] = testsOf(condition);
  const present = new Set(tests.filter((test) => requiresKey(test)).map(({ key }) => key));
  const parts = tests.map((test) => {
    const { operator, key } = test;
    const holdsWithout = operator.ifExists || operator.over === "ForAllValues";
    return operator.negated || (holdsWithout && !present.has(key)) ? "everybody" : named(test, names, "true");
  });
  return whereAll([...parts, ...unknown]);
}

/**
 * Who is left in beside a statement that denies: those for whom one line of its condition does not hold. An operator
 * that IAM does not know may deny no one.
 */
export function whomSpares(condition: Condition, names: Names): Leaves {
  if (!condition.known) return "named";
  const [tests, unknown] = testsOf(condition);
  const hasUnknownOperator = condition.entries().some(([name]) => operatorOf(name) === undefined);
  const parts = tests.map((test) => {
    const { operator } = test;
    // What holds for all but some spares those; where the key is missing it holds too, unless any value is asked for.
    if (operator.negated) return operator.over === "ForAnyValue" ? "everybody" : named(test, names, "");
    return operator.kind === "bool" ? named(test, names, "false") : "everybody";
  });
  return whereAny([...parts, ...unknown, ...(hasUnknownOperator ? (["everybody"] as const) : [])]);
}

/** The lines of a condition that can be read, and "named" for each part that can't be yet. */
function testsOf(condition: Condition): [tests: Test[], unknown: Leaves[]] {
  const tests: Test[] = [];
  const unknown: Leaves[] = [];
  for (const [name, keys] of condition.entries()) {
    const operator = operatorOf(name);
    if (!keys.known) unknown.push("named");
    else if (operator !== undefined) {
      for (const [key, value] of keys.entries()) tests.push({ operator, key: key.toLowerCase(), value });
    }
  }
  return [tests, unknown];
}

/** `Null: false` asks for the key to be there. */
function requiresKey({ operator, value }: Test): boolean {
  return operator.kind === "null" && value.boolean() === false;
}

/** Whether each value names somebody. A truth value does where it is the one that names. */
function named({ operator, key, value }: Test, names: Names, truth: string): Leaves {
  const fixes = names(key);
  if (fixes === undefined || operator.kind === "null" || operator.kind === "amount") return "everybody";
  if (!value.known) return "named";
  const list = value.as<unknown[]>().items();
  const values = list.length > 0 ? list : [value];
  const texts = values.map((item) =>
    item.known ? (item.text() ?? String(item.boolean() ?? item.number() ?? "")) : undefined,
  );
  return texts.every((text) => text === undefined || (operator.kind === "bool" ? text === truth : fixes(text)))
    ? "named"
    : "everybody";
}
