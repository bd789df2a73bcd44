import { type Node, parseExpression } from "./expression";
import { type Leaves, whereAll, whereAny } from "./leaves";
import { partOf } from "./parts";
import { patternsOf } from "./regular-expressions";

/** What an expression is judged by. */
export interface Meaning {
  /** Says of a name, `assertion.sub`, which values name somebody; undefined where none does. A value may end in a star. */
  names: (path: string) => ((value: string) => boolean) | undefined;
  /** The expression that a name is defined as: `attribute.owner` for `assertion.repository_owner`. */
  definitionOf?: (path: string) => Node | undefined;
}

/** A meaning, and how many more parts are looked at: choices within choices and lists within lists double them at each level. */
interface Reading extends Meaning {
  steps: { left: number };
}
const mostSteps = 5_000;

/** Who is left in where an expression has to be true; undefined where it can't be read. Never throws. */
export function whomMatches(text: string, meaning: Meaning): Leaves | undefined {
  const node = parseExpression(text);
  const steps = { left: mostSteps };
  const left = node && leaves(node, false, { ...meaning, steps });
  return steps.left > 0 ? left : undefined;
}

/** As above, of a part; `negated` where it has to be false. */
function leaves(node: Node, negated: boolean, meaning: Reading): Leaves {
  if (isTooMuch(meaning)) return "everybody";
  switch (node.kind) {
    case "literal":
      return (node.value === true) === negated ? "nobody" : "everybody";
    case "not":
      return leaves(node.of, !negated, meaning);
    case "choice":
      return whereAny([
        whereAll([leaves(node.when, false, meaning), leaves(node.then, negated, meaning)]),
        whereAll([leaves(node.when, true, meaning), leaves(node.otherwise, negated, meaning)]),
      ]);
    case "binary":
      return ofBinary(node, negated, meaning);
    case "call":
      return negated ? "everybody" : ofCall(node, meaning);
    default:
      return "everybody";
  }
}

function isTooMuch({ steps }: Reading): boolean {
  steps.left -= 1;
  return steps.left <= 0;
}

function ofBinary(node: Extract<Node, { kind: "binary" }>, negated: boolean, meaning: Reading): Leaves {
  const { operator, left, right } = node;
  if (operator === "&&" || operator === "||") {
    const parts = [left, right].map((part) => leaves(part, negated, meaning));
    return (operator === "&&") === negated ? whereAny(parts) : whereAll(parts);
  }
  const [one, other] = [resolved(left, meaning), resolved(right, meaning)];
  if (operator === "==" || operator === "!=") {
    const equal = (operator === "==") !== negated;
    if (one.kind === "literal" && other.kind === "literal") {
      return (one.value === other.value) === equal ? "everybody" : "nobody";
    }
    return equal ? whereAll([is(one, other, meaning), is(other, one, meaning)]) : "everybody";
  }
  if (negated) return "everybody";
  if (operator === "like") return is(one, other, meaning);
  if (operator !== "in") return "everybody";
  // In a list of values, or a value in a claim that is a list.
  return other.kind === "list"
    ? whereAny(other.items.map((item) => is(one, resolved(item, meaning), meaning)))
    : is(other, one, meaning);
}

/** Whether a name, or a part of what it has, is a value that names somebody; of several forms of the value each has to. */
function is(name: Node, value: Node, meaning: Reading, forms = (text: string) => [text]): Leaves {
  if (isTooMuch(meaning)) return "everybody";
  const part = partOf(name, (node) => resolved(node, meaning));
  if (part === undefined || value.kind !== "literal" || value.value === null) return "everybody";
  const fixes = meaning.names(part.path);
  return fixes !== undefined && forms(String(value.value)).every((text) => fixes(part.whole(text)))
    ? "named"
    : "everybody";
}

function ofCall({ name, target, args }: Extract<Node, { kind: "call" }>, meaning: Reading): Leaves {
  const [argument] = args;
  if (target === undefined || argument === undefined) return "everybody";
  const [one, value] = [resolved(target, meaning), resolved(argument, meaning)];
  switch (name) {
    case "startsWith":
      return is(one, value, meaning, (text) => [`${text}*`]);
    case "endsWith":
      return is(one, value, meaning, (text) => [`*${text}`]);
    case "contains":
      return is(one, value, meaning, (text) => [`*${text}*`]);
    case "matches":
      return is(one, value, meaning, patternsOf);
    case "matchTag":
    case "matchTagId": {
      // Functions of Google's for a resource's tags: a key, and a value of it.
      const [, second] = args;
      if (one.kind !== "path" || value.kind !== "literal" || second?.kind !== "literal") return "everybody";
      const tag: Node = { kind: "literal", value: `${value.value}=${second.value}` };
      return is({ kind: "path", path: `${one.path}.${name}` }, tag, meaning);
    }
    case "hasOnly":
      return value.kind === "list"
        ? whereAny(value.items.map((item) => is(one, resolved(item, meaning), meaning)))
        : "everybody";
    case "exists": {
      const [, body] = args;
      if (argument.kind !== "path" || body === undefined) return "everybody";
      const items = one.kind === "list" ? one.items.map((item) => resolved(item, meaning)) : [one];
      const definitionFor = (item: Node) => (path: string) =>
        path === argument.path ? item : meaning.definitionOf?.(path);
      return whereAny(items.map((item) => leaves(body, false, { ...meaning, definitionOf: definitionFor(item) })));
    }
    default:
      return "everybody";
  }
}

/** The definition of a name. Changing the case of letters changes no principal. */
function resolved(node: Node, meaning: Meaning): Node {
  if (node.kind === "path") {
    const definition = meaning.definitionOf?.(node.path);
    return definition === undefined ? node : resolved(definition, { names: meaning.names });
  }
  // `api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', [])` of Google's IAM.
  const [key] = node.kind === "call" && node.name === "getAttribute" ? node.args : [];
  if (key?.kind === "literal") return { kind: "path", path: String(key.value) };
  if (node.kind === "call" && node.target !== undefined && /^(lower|upper)Ascii$/.test(node.name)) {
    return resolved(node.target, meaning);
  }
  return node;
}
