import type { Project } from "../../preview/project/project";
import { readStack } from "../../preview/project/stacks";

/** What a stack's file says under the project's own name; empty where it does not say it. */
export function configOf(project: Project, stack: string, key: string): string {
  return readStack(project, stack).values[`${project.name}:${key}`] ?? "";
}
