/** The types that a setting may have. */
export const simpleTypes: readonly string[] = ["string", "integer", "boolean", "array", "object"];

/** Type of the elements of a list. */
export interface ListItems {
  type: string;
  items?: ListItems;
}

/** What a setting is declared as. */
interface Declared {
  type?: string;
  items?: ListItems;
}

/** The type in words, as Pulumi writes it: `array<integer>`. */
export function typeName({ type = "", items }: Declared): string {
  return items === undefined ? type : `array<${typeName(items)}>`;
}

/** Whether a value is of a type (`ValidateConfigValue` in `sdk/go/common/workspace/project.go`). */
export function isTyped({ type, items }: Declared, value: unknown): boolean {
  switch (type) {
    case "string":
      return typeof value === "string";
    case "integer":
      return typeof value === "string" ? /^[-+]?\d+$/.test(value) : Number.isInteger(value);
    case "boolean":
      return typeof value === "boolean" || value === "true" || value === "false";
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    default:
      return Array.isArray(value) && items !== undefined && value.every((item) => isTyped(items, item));
  }
}
