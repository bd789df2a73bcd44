import type { Application, ApplicationFacts } from "../../apps/application";
import type { ConfigProblems } from "../parser/problems";
import type { StackConfig } from "../schema";
import type { EnvironmentSettings } from "../settings";

/** Tells what no single key can be blamed for. */
export type Check = (input: CheckInput, problems: ConfigProblems) => void;

/** What is known of a stack's config while it is being checked. */
export interface CheckInput {
  /** Without the keys of which the schema has told a problem. */
  config: Partial<StackConfig>;
  raw: Readonly<Record<string, string>>;
  application?: Application;
  /** What the application is at the stack's place, where that is known. */
  facts?: ApplicationFacts;
  settings?: EnvironmentSettings;
}
