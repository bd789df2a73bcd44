/** An operator of IAM's conditions in its parts (IAM User Guide, "IAM JSON policy elements: Condition operators"). */
export interface Operator {
  /** What is compared: texts, ARNs, addresses, truth values, or whether a key is there. */
  kind: "string" | "arn" | "address" | "bool" | "null" | "amount";
  /** Whether it holds for all values but those: `StringNotEquals`. It holds where the key is missing, too. */
  negated: boolean;
  /** Whether it holds where the key is missing. */
  ifExists: boolean;
  /** How it goes over a key of several values. `ForAllValues` holds where the key is missing, `ForAnyValue` does not. */
  over: "ForAllValues" | "ForAnyValue" | undefined;
}

const kinds: Readonly<Record<string, Pick<Operator, "kind" | "negated">>> = {
  stringequals: { kind: "string", negated: false },
  stringequalsignorecase: { kind: "string", negated: false },
  stringlike: { kind: "string", negated: false },
  stringnotequals: { kind: "string", negated: true },
  stringnotequalsignorecase: { kind: "string", negated: true },
  stringnotlike: { kind: "string", negated: true },
  arnequals: { kind: "arn", negated: false },
  arnlike: { kind: "arn", negated: false },
  arnnotequals: { kind: "arn", negated: true },
  arnnotlike: { kind: "arn", negated: true },
  ipaddress: { kind: "address", negated: false },
  notipaddress: { kind: "address", negated: true },
  bool: { kind: "bool", negated: false },
  null: { kind: "null", negated: false },
  binaryequals: { kind: "amount", negated: false },
  ...amounts("numeric"),
  ...amounts("date"),
};

/** Numbers and dates say how much and when, never who: a negated one is read as the others. */
function amounts(of: string): Record<string, Pick<Operator, "kind" | "negated">> {
  const words = ["equals", "notequals", "lessthan", "lessthanequals", "greaterthan", "greaterthanequals"];
  return Object.fromEntries(words.map((word) => [`${of}${word}`, { kind: "amount", negated: false }]));
}

/** The parts of an operator; undefined where IAM has none of that name. */
export function operatorOf(name: string): Operator | undefined {
  const [, over = "", base = "", suffix = ""] = /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/i.exec(name) ?? [];
  const known = Object.hasOwn(kinds, base.toLowerCase()) ? kinds[base.toLowerCase()] : undefined;
  if (known === undefined || (known.kind === "null" && suffix !== "")) return undefined;
  const set = { forallvalues: "ForAllValues", foranyvalue: "ForAnyValue" } as const;
  return {
    ...known,
    ifExists: suffix !== "",
    over: over.toLowerCase() === "forallvalues" ? set.forallvalues : over === "" ? undefined : set.foranyvalue,
  };
}
