/** A part of an expression of the Common Expression Language, or of Microsoft Entra's for claims. */
export type Node =
  | { kind: "literal"; value: string | number | boolean | null }
  | { kind: "list"; items: readonly Node[] }
  /** A name with its members: `assertion.sub`, also written `assertion['sub']`. */
  | { kind: "path"; path: string }
  | { kind: "call"; name: string; target: Node | undefined; args: readonly Node[] }
  | { kind: "not"; of: Node }
  | { kind: "binary"; operator: string; left: Node; right: Node }
  | { kind: "choice"; when: Node; then: Node; otherwise: Node };

type Token = { kind: "text" | "number" | "name" | "sign"; value: string };

/**
 * Longer or deeper expressions than these are not read, nor those with a longer chain of operators or members: Google allows
 * 4,096 characters. So what reads the parts of an expression, each within the one around it, needs little of the stack.
 */
export const longest = 20_000;
const deepest = 60;
const mostChained = 256;

const signs = /^(&&|\|\||==|!=|<=|>=|[<>!()[\],.?:+\-*/%])/;

/** Reads an expression (CEL, "Language Definition", the grammar); undefined where it is none. Never throws. */
export function parseExpression(text: string): Node | undefined {
  const tokens = text.length > longest ? undefined : tokensOf(text);
  return tokens === undefined ? undefined : new Parser(tokens).whole();
}

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  for (let rest = text.trimStart(); rest !== ""; rest = rest.trimStart()) {
    const [whole, kind, value] = first(rest) ?? [];
    if (whole === undefined || kind === undefined || value === undefined) return undefined;
    tokens.push({ kind, value });
    rest = rest.slice(whole.length);
  }
  return tokens;
}

function first(rest: string): [whole: string, kind: Token["kind"], value: string] | undefined {
  const [raw, prefix = "", single, double] = /^([rR]?)(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/.exec(rest) ?? [];
  if (raw !== undefined) {
    const inner = single ?? double ?? "";
    return [raw, "text", prefix === "" ? inner.replaceAll(/\\(.)/g, "$1") : inner];
  }
  const [name] = /^[A-Za-z_]\w*/.exec(rest) ?? [];
  if (name !== undefined) return [name, "name", name];
  const [number] = /^\d+(\.\d+)?/.exec(rest) ?? [];
  if (number !== undefined) return [number, "number", number];
  const [sign] = signs.exec(rest) ?? [];
  return sign === undefined ? undefined : [sign, "sign", sign];
}

/** By how tightly they bind; Entra's words beside CEL's signs. */
const levels: readonly Readonly<Record<string, string>>[] = [
  { "||": "||", or: "||" },
  { "&&": "&&", and: "&&" },
  { "==": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=", in: "in", eq: "==", matches: "like" },
  { "+": "+", "-": "-" },
  { "*": "*", "/": "/", "%": "%" },
];

/** Operands of `&&` or `||`, in pairs of pairs: whatever is taken together first, it says the same. */
function balanced(operator: "&&" | "||", operands: readonly Node[]): Node | undefined {
  if (operands.length < 2) return operands[0];
  const middle = operands.length >> 1;
  const left = balanced(operator, operands.slice(0, middle));
  const right = balanced(operator, operands.slice(middle));
  return left && right && { kind: "binary", operator, left, right };
}

class Parser {
  private at = 0;
  private depth = 0;
  /** Operators and members that are in one another, as `a.b().c()` and `a + b + c`. */
  private chained = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Node | undefined {
    const node = this.choice();
    return this.at === this.tokens.length ? node : undefined;
  }

  private choice(): Node | undefined {
    this.depth += 1;
    const node = this.depth > deepest ? undefined : this.choiceOf(this.binary(0));
    this.depth -= 1;
    return node;
  }

  private choiceOf(when: Node | undefined): Node | undefined {
    if (when === undefined || !this.takes("?")) return when;
    const then = this.choice();
    const otherwise = then !== undefined && this.takes(":") ? this.choice() : undefined;
    return then && otherwise && { kind: "choice", when, then, otherwise };
  }

  private binary(level: number): Node | undefined {
    const operators = levels[level];
    if (operators === undefined) return this.unary();
    const operands: Node[] = [];
    const between: string[] = [];
    for (let operator: string | undefined = ""; operator !== undefined; operator = this.operatorOf(operators)) {
      if (operator !== "") between.push(operator);
      const operand = this.binary(level + 1);
      if (operand === undefined) return undefined;
      operands.push(operand);
    }
    const [logic] = between;
    if (logic === "&&" || logic === "||") return balanced(logic, operands);
    if (this.chainIsTooLong(between.length)) return undefined;
    return operands.reduce((left, right, i) => ({ kind: "binary", operator: between[i - 1] ?? "", left, right }));
  }

  private operatorOf(operators: Readonly<Record<string, string>>): string | undefined {
    const token = this.tokens[this.at];
    if (token === undefined || token.kind === "text" || !Object.hasOwn(operators, token.value)) return undefined;
    this.at += 1;
    return operators[token.value];
  }

  private chainIsTooLong(more: number): boolean {
    this.chained += more;
    return this.chained > mostChained;
  }

  private unary(): Node | undefined {
    let negations = 0;
    while (this.takes("!")) negations += 1;
    this.takes("-");
    const node = this.member();
    return node !== undefined && negations % 2 === 1 ? { kind: "not", of: node } : node;
  }

  private member(): Node | undefined {
    let node = this.primary();
    while (node !== undefined) {
      if (this.takes(".")) node = this.memberOf(node);
      else if (this.takes("[")) node = this.indexOf(node);
      else return node;
    }
    return undefined;
  }

  private memberOf(target: Node): Node | undefined {
    const name = this.name();
    if (name === undefined) return undefined;
    const isCall = this.takes("(");
    if (!isCall && target.kind === "path") return { kind: "path", path: `${target.path}.${name}` };
    if (this.chainIsTooLong(1)) return undefined;
    return isCall ? this.call(name, target) : { kind: "call", name: "", target, args: [] };
  }

  private indexOf(target: Node): Node | undefined {
    const index = this.choice();
    if (index === undefined || !this.takes("]") || this.chainIsTooLong(1)) return undefined;
    return target.kind === "path" && index.kind === "literal" && typeof index.value === "string"
      ? { kind: "path", path: `${target.path}.${index.value}` }
      : { kind: "call", name: "[]", target, args: [index] };
  }

  private call(name: string, target: Node | undefined): Node | undefined {
    const args = this.listTo(")");
    return args && { kind: "call", name, target, args };
  }

  private primary(): Node | undefined {
    if (this.takes("(")) {
      const inner = this.choice();
      return this.takes(")") ? inner : undefined;
    }
    if (this.takes("[")) {
      const items = this.listTo("]");
      return items && { kind: "list", items };
    }
    const token = this.tokens[this.at];
    if (token === undefined || token.kind === "sign") return undefined;
    this.at += 1;
    if (token.kind === "text") return { kind: "literal", value: token.value };
    if (token.kind === "number") return { kind: "literal", value: Number(token.value) };
    if (token.value === "true" || token.value === "false") return { kind: "literal", value: token.value === "true" };
    if (token.value === "null") return { kind: "literal", value: null };
    return this.takes("(") ? this.call(token.value, undefined) : { kind: "path", path: token.value };
  }

  private listTo(end: string): Node[] | undefined {
    const items: Node[] = [];
    while (!this.takes(end)) {
      if (items.length > 0 && !this.takes(",")) return undefined;
      if (items.length > 0 && this.takes(end)) return items;
      const item = this.choice();
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  }

  private name(): string | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== "name") return undefined;
    this.at += 1;
    return token.value;
  }

  private takes(sign: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== "sign" || token.value !== sign) return false;
    this.at += 1;
    return true;
  }
}
