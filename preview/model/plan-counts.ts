import type { Operation, PlanResource } from "./plan";
import { isDefaultProvider } from "./urn";

/**
 * Whether the summary of `pulumi preview` counts a resource (`previewActions` in `pkg/engine/update.go`, without a base
 * to compare with): the stack and components count like any other resource; the steps of default providers are internal
 * and do not count; a read counts only where it finds something other than the base.
 */
export function isChange({ op, urn }: PlanResource): boolean {
  return op !== "read" && !isDefaultProvider(urn);
}

/** The number of changes by operation. */
export function changeSummary(resources: readonly PlanResource[]): Partial<Record<Operation, number>> {
  const summary: Partial<Record<Operation, number>> = {};
  for (const { op } of resources.filter(isChange)) summary[op] = (summary[op] ?? 0) + 1;
  return summary;
}

/** The number of resources of a plan. Every report takes its numbers from here. */
export interface ResourceCounts {
  /** To create and to import, as `pulumi preview` counts: with the stack, components and providers. */
  create: number;
  imported: number;
  /** Those of them that exist in a cloud: without the stack, components and providers. */
  inCloud: number;
}

/** Counts the resources of a plan. */
export function countsOf(resources: readonly PlanResource[]): ResourceCounts {
  const { create = 0, import: imported = 0 } = changeSummary(resources);
  return { create, imported, inCloud: resources.filter((one) => isChange(one) && isInCloud(one)).length };
}

/** Whether a resource exists in a cloud, or in whatever its provider manages: components and Pulumi's own resources don't. */
export function isInCloud({ custom, type }: Pick<PlanResource, "custom" | "type">): boolean {
  return custom && !type.startsWith("pulumi:");
}
