import type { z } from "zod";

/** A schema of JSON Schema, draft 7. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The schemas of an object's own keys; none where it is no object, or has free keys. */
export function propertiesOf(schema: JsonSchema): [string, JsonSchema][] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
    isSchema(property) ? [[key, property] as [string, JsonSchema]] : [],
  );
}

/** The schema of the values under free keys; undefined where there are none. */
export function valuesOf({ additionalProperties }: JsonSchema): JsonSchema | undefined {
  return isSchema(additionalProperties) ? additionalProperties : undefined;
}

/** The schema of a list's items. */
export function itemsOf({ items }: JsonSchema): JsonSchema | undefined {
  return isSchema(items) ? items : undefined;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
