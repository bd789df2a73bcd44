import type { z } from "zod";
import type { Applications } from "../../apps";
import type { Application } from "../../apps/application";
import { applicationOf, decode, type Raw } from "./decode";
import { addIssues } from "./issues";
import { ConfigProblems } from "./problems";

/** The config of a program's stack with the application that it names. */
export interface StackOf<Config> {
  config: Config;
  application: Application;
}

/** Schema and checks of a program's config. */
export interface ConfigRules<Config, Part> {
  /** Among which the stack's own is looked for. */
  applications: Applications;
  schema: z.ZodObject & z.ZodType<Config>;
  /** The same, with every key optional. */
  partial: z.ZodType<Part>;
  /** Checks that a schema can't express. Gets the valid part of the config. */
  check(sound: Part, application: Application | undefined, problems: ConfigProblems): void;
}

/** Parses the config of a program's stack. Throws `ConfigProblems` with all problems, one a line. */
export function parseStack<Config, Part>(
  raw: Raw,
  namespace: string,
  { applications, schema, partial, check }: ConfigRules<Config, Part>,
): StackOf<Config> {
  const problems = new ConfigProblems(namespace);
  const data = decode(raw, namespace, schema, problems);
  const application = applicationOf(data.app, applications, problems);
  const parsed = schema.safeParse(data);
  if (!parsed.success) addIssues(schema, parsed.error.issues, data, problems);
  check(soundPart(data, partial, problems), application, problems);
  problems.throwIfAny();
  if (!parsed.success || application === undefined) throw problems;
  return { config: parsed.data, application };
}

/** The valid part of the config, for checks that need only some keys. */
function soundPart<Part>(data: Record<string, unknown>, partial: z.ZodType<Part>, problems: ConfigProblems): Part {
  const sound = problems.without(data);
  // A key that lacks a required part counts as missing.
  for (const { path } of partial.safeParse(sound).error?.issues ?? []) delete sound[String(path[0])];
  return partial.parse(sound);
}
