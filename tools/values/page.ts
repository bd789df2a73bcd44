import { code, page, table } from "../markdown";
import { documentedValues } from "./index";
import type { DocumentedValue } from "./value";

/** docs/values.md: every enumerated or patterned value that an SDK knows only as text, with its source. */
export function valuesPage(): string {
  return page(
    "# Values",
    [
      "Machine sizes, SKU names, versions, policy names and formats that a provider's SDK has as bare text, with the",
      "documentation that says what they may be. What the SDK has as a type is checked by the compiler and not listed. A",
      "test holds the values of all shipped stacks against this table, `tools/values/`.",
    ].join("\n"),
    ...Object.entries(documentedValues).flatMap(([provider, values]) => [
      `## ${provider}`,
      table(["type", "property", "values", "source"], values.map(row)),
    ]),
  );
}

function row({ type, property, values, source }: DocumentedValue): string[] {
  const allowed = values instanceof RegExp ? `matches ${code(values.source)}` : values.map(code).join(", ");
  return [code(type), code(property), allowed, source];
}
