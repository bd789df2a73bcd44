import ts from "typescript";
import type { FieldType } from "./field";

/** Types that are told in words, by their names. */
const told: Readonly<Record<string, string>> = {
  VariableValue: "text, or `{ ref }` of a [value](#values)",
  SecretReference: "a [secret](#secrets)",
  Transforms: "see [what can't be said](#what-cant-be-said)",
};

/** What a type lets a person write. `found` is called with each object type in it. */
export function fieldType(checker: ts.TypeChecker, type: ts.Type, found: (type: ts.Type) => string): FieldType {
  const own = checker.getNonNullableType(type);
  const words = told[own.aliasSymbol?.name ?? own.symbol?.name ?? ""];
  if (words !== undefined) return { kind: "words", words };
  if (checker.isArrayType(own)) {
    const [item] = checker.getTypeArguments(own as ts.TypeReference);
    if (item === undefined) throw new Error(`${checker.typeToString(own)} is a list of nothing`);
    return { kind: "list", of: fieldType(checker, item, found) };
  }
  const values = own.getStringIndexType();
  if (values !== undefined) return { kind: "record", of: fieldType(checker, values, found) };
  const members = own.isUnion() ? own.types : [own];
  if (members.every((member) => (member.flags & ts.TypeFlags.Object) !== 0)) {
    return { kind: "sections", names: members.map(found) };
  }
  return { kind: "words", words: wordsOf(checker, own) };
}

function wordsOf(checker: ts.TypeChecker, type: ts.Type): string {
  if ((type.flags & ts.TypeFlags.StringLike) !== 0 && !type.isLiteral()) return "text";
  if ((type.flags & ts.TypeFlags.Number) !== 0) return "number";
  if ((type.flags & ts.TypeFlags.BooleanLike) !== 0) return "`true` or `false`";
  const members = type.isUnion() ? type.types : [type];
  return members.map((member) => `\`${checker.typeToString(member)}\``).join(", ");
}
