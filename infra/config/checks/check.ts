import type { Application, ApplicationFacts } from "../../apps/application";
import type { ConfigProblems } from "../parser/problems";
import type { StackConfig } from "../schema";
import type { Settings } from "../settings";

/** A check across keys: reports problems that no single key has. */
export type Check = (input: CheckInput, problems: ConfigProblems) => void;

/** Input of the checks: a stack's config, as far as it is valid. */
export interface CheckInput {
  /** Without the keys that already have a problem. */
  config: Partial<StackConfig>;
  raw: Readonly<Record<string, string>>;
  application?: Application;
  /** The application's facts at the stack's place, if the place is known. */
  facts?: ApplicationFacts;
  settings?: Settings;
}
