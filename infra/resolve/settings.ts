import { type EnvironmentSettings, type Settings, type SettingsOverrides, settingsSchema } from "../config/settings";
import type { Origin } from "./traced";

/** Settings of the environment, with the stack's overrides applied. */
export interface MergedSettings {
  settings: Settings;
  /** Origin of the setting at a dotted path. */
  settingOrigin: (path: string) => Origin;
}

/** Applies the stack's overrides to the environment's settings; lists are replaced whole. */
export function mergedSettings(base: EnvironmentSettings, overrides: SettingsOverrides): MergedSettings {
  const [overridden, named] = [new Set(leafPaths(overrides)), new Set(leafPaths(base))];
  return {
    settings: settingsSchema.parse(merge(base, overrides)),
    settingOrigin: (path) => (overridden.has(path) ? "stack" : named.has(path) ? "environment" : "default"),
  };
}

function merge(base: unknown, over: unknown): unknown {
  if (over === undefined) return base;
  if (!isBranch(base) || !isBranch(over)) return over;
  const overEntries: [string, unknown][] = Object.entries(over);
  const merged = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of overEntries) merged.set(key, merge(merged.get(key), value));
  return Object.fromEntries(merged);
}

function leafPaths(tree: object, prefix = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    isBranch(value) ? leafPaths(value, `${prefix}${key}.`) : value === undefined ? [] : [`${prefix}${key}`],
  );
}

function isBranch(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
