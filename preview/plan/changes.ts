import { isDefaultProvider } from "../engine/urn";
import type { Operation, PlanResource } from "./plan";

/**
 * Whether the summary of `pulumi preview` counts a resource (`previewActions` in `pkg/engine/update.go`, without a base
 * to compare with): the stack and components count like any other resource; the steps of default providers are internal
 * and do not count; a read counts only where it finds something other than the base.
 */
export function isChange({ op, urn }: PlanResource): boolean {
  return op !== "read" && !isDefaultProvider(urn);
}

/** How many changes there are of each operation. */
export function changeSummary(resources: readonly PlanResource[]): Partial<Record<Operation, number>> {
  const summary: Partial<Record<Operation, number>> = {};
  for (const { op } of resources.filter(isChange)) summary[op] = (summary[op] ?? 0) + 1;
  return summary;
}
