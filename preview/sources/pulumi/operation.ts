import { rootStackType, typeOf } from "../../model/urn";
import type { EngineStep } from "./step";

/** The operation that Pulumi previewed, as far as its steps show it. */
export type Operation = "update" | "refresh" | "destroy" | "destroy of targets" | "update to nothing";

/**
 * The operation of some steps. A refresh has only refresh steps. Only a destroy deletes the stack itself; a targeted destroy
 * does not. A destroy that runs the program keeps the stack, as an update of an empty program does: their steps are the
 * same.
 */
export function operationOf(steps: readonly EngineStep[]): Operation {
  if (isRefresh(steps)) return "refresh";
  const roots = steps.filter(({ urn }) => typeOf(urn) === rootStackType);
  const others = steps.filter(({ urn }) => typeOf(urn) !== rootStackType);
  if (roots.some(({ op }) => op === "delete")) return "destroy";
  if (others.length === 0 || others.some(({ op }) => op !== "delete")) return "update";
  return roots.length === 0 ? "destroy of targets" : "update to nothing";
}

/** In a digest, a refresh that finds a difference is an update or a delete; the rest are still refreshes. */
function isRefresh(steps: readonly EngineStep[]): boolean {
  return (
    steps.some(({ op, refreshed }) => op === "refresh" || refreshed === true) &&
    steps.every(({ op, refreshed }) => refreshed === true || ["refresh", "update", "delete"].includes(op))
  );
}

/** Why an update or a destroy deletes a resource. */
export function deleteCause(operation: Exclude<Operation, "refresh">): string {
  switch (operation) {
    case "destroy":
      return "the stack is destroyed";
    case "destroy of targets":
      return "it is destroyed, as it was asked for";
    case "update to nothing":
      return "nothing in the stack is left";
    case "update":
      return "it is no longer in the program";
  }
}

/** The result of a refresh. */
export function refreshCause(action: "update" | "delete"): string {
  return action === "delete" ? "it is gone from the cloud" : "the cloud has it otherwise than the state";
}
