import assert from "node:assert/strict";
import { z } from "zod";
import { settingsSchema } from "../../infra/config/settings";
import { environments } from "../../infra/environments";
import { valueAt } from "./value-at";

/** Dotted paths of all settings. */
export function settingPaths(): string[] {
  return Object.entries(settingsSchema.shape).flatMap(([group, schema]) =>
    "shape" in schema ? Object.keys(schema.shape).map((key) => `${group}.${key}`) : [group],
  );
}

/** A value of a setting that its schema allows and that production does not have. */
export function otherSetting(path: string): unknown {
  const schema = withoutDefault(schemaAt(path));
  const present = valueAt(settingsSchema.parse(environments.prod), path);
  const candidates = [
    typeof present === "number" ? present + 1 : !present,
    ...(schema instanceof z.ZodEnum ? schema.options : []),
  ];
  const found = candidates.find((value) => schema.safeParse(value).success && value !== present);
  assert.ok(found !== undefined, `${path} has no other value that is simple: give it a row`);
  return found;
}

/** Overrides by which every setting that has a default in the schema is another one; empty if there is none. */
export function otherDefaults(): Record<string, Record<string, unknown>> {
  const overrides: Record<string, Record<string, unknown>> = {};
  for (const path of settingPaths().filter((one) => schemaAt(one) instanceof z.ZodDefault)) {
    const [group = "", key = ""] = path.split(".");
    overrides[group] = { ...overrides[group], [key]: otherSetting(path) };
  }
  return overrides;
}

function schemaAt(path: string): z.ZodType {
  return typed(
    path
      .split(".")
      .reduce<unknown>((at, key) => (at instanceof z.ZodObject ? at.shape[key] : undefined), settingsSchema),
  );
}

function withoutDefault(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodDefault ? typed(schema.unwrap()) : schema;
}

function typed(schema: unknown): z.ZodType {
  assert.ok(schema instanceof z.ZodType);
  return schema;
}
