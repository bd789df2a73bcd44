import type { Profile } from "../protocol/profile";

/** The value of a setting for each profile. */
export type ByProfile<T> = Readonly<Record<Profile, T>>;

/** What policy config may set of a rule, and what holds where it does not. */
export interface Setting<T> {
  name: string;
  /** What it means, with its unit, as a sentence. */
  description: string;
  /** JSON Schema of its values, which Pulumi checks policy config by. */
  schema: Readonly<Record<string, unknown>>;
  values: ByProfile<T>;
  /** The value, where it is one that the setting can have. */
  read(value: unknown): T | undefined;
}

/** What a rule is asked under. */
export interface Terms {
  profile: Profile;
  /** The value of a setting. */
  get<T>(setting: Setting<T>): T;
}

/** Where an environment makes no difference. */
export function everywhere<T>(value: T): ByProfile<T> {
  return { dev: value, staging: value, prod: value };
}

/** A whole number of at least 0. */
export function countSetting(name: string, description: string, values: ByProfile<number>): Setting<number> {
  return {
    name,
    description,
    values,
    schema: { type: "integer", minimum: 0 },
    read: (value) => (typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined),
  };
}

/** Yes or no. */
export function flagSetting(name: string, description: string, values: ByProfile<boolean>): Setting<boolean> {
  return {
    name,
    description,
    values,
    schema: { type: "boolean" },
    read: (value) => (typeof value === "boolean" ? value : undefined),
  };
}

/** A list of texts. */
export function textsSetting(
  name: string,
  description: string,
  values: ByProfile<readonly string[]>,
): Setting<readonly string[]> {
  return {
    name,
    description,
    values,
    schema: { type: "array", items: { type: "string" } },
    read: (value) =>
      Array.isArray(value) && value.every((item): item is string => typeof item === "string") ? value : undefined,
  };
}

/** A list of whole numbers of at least 0, for example ports. */
export function numbersSetting(
  name: string,
  description: string,
  values: ByProfile<readonly number[]>,
): Setting<readonly number[]> {
  return {
    name,
    description,
    values,
    schema: { type: "array", items: { type: "integer", minimum: 0 } },
    read: (value) =>
      Array.isArray(value) && value.every((item): item is number => Number.isInteger(item) && item >= 0)
        ? value
        : undefined,
  };
}
