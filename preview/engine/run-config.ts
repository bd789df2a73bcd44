import { textsOf } from "../../policy/protocol/secrets/pieces";
import type { Project } from "../project/project";
import { readCheckedStack, type StackConfig } from "../project/stacks";
import type { PreviewOptions } from "./preview-options";

/** The config of a run: that of the options, else the one in the stack's file. */
export function configOf(project: Project, { stack, config, secretKeys = [] }: PreviewOptions): StackConfig {
  if (config === undefined) return readCheckedStack(project, stack);
  const secretTexts = secretKeys.flatMap((key) => textsOf(config[key] ?? ""));
  return { values: { ...config }, secretKeys: [...secretKeys], secretTexts };
}
