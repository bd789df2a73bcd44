import type { Project } from "../preview/project/project";
import { readStack } from "../preview/project/stacks";

/** What a stack's file says, by the key under the project's own name; empty where it does not say it. The file is read once. */
export function configOf(project: Project, stack: string): (key: string) => string {
  const { values } = readStack(project, stack);
  return (key) => values[`${project.name}:${key}`] ?? "";
}
