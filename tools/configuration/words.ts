import { code } from "../markdown";
import { itemsOf, type JsonSchema } from "../schema/json-schema";

/** The type of a value, in a word. */
export function typeOf(schema: JsonSchema): string {
  const items = itemsOf(schema);
  if (items !== undefined) return `list of ${typeOf(items)}`;
  if (schema.enum?.every((value) => typeof value === "number")) return "whole number";
  return { string: "text", integer: "whole number", boolean: "true or false" }[String(schema.type)] ?? "text";
}

/** What a value may be. */
export function allowedOf(schema: JsonSchema): string {
  const items = itemsOf(schema);
  if (items !== undefined) return allowedOf(items);
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(", ");
  if (schema.type === "boolean") return [true, false].map((value) => code(String(value))).join(", ");
  if (schema.type === "integer") return limits(schema);
  if (typeof schema.patternErrorMessage === "string") return schema.patternErrorMessage;
  if (schema.pattern !== undefined) return code(schema.pattern);
  return schema.minLength === undefined ? "see meaning" : "not empty";
}

function limits({ minimum, maximum }: JsonSchema): string {
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  return minimum === undefined ? "any" : `${minimum} or more`;
}

/** A default, as it would be typed. */
export function valueWord(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map((item) => code(String(item))).join(", ");
  return code(String(value));
}
