import { rootStackType, typeOf } from "../../engine/urn";
import type { EngineStep } from "./step";

/** What Pulumi was asked to preview, as far as its steps show it. */
export type Operation = "update" | "refresh" | "destroy" | "destroy of targets" | "update to nothing";

/**
 * What steps come to. A refresh has no other step. Only a destroy deletes the stack itself, and only one of some targets leaves it
 * out. A destroy that runs the program keeps the stack, as an update of an empty program does: the steps don't tell them apart.
 */
export function operationOf(steps: readonly EngineStep[]): Operation {
  if (isRefresh(steps)) return "refresh";
  const roots = steps.filter(({ urn }) => typeOf(urn) === rootStackType);
  const others = steps.filter(({ urn }) => typeOf(urn) !== rootStackType);
  if (roots.some(({ op }) => op === "delete")) return "destroy";
  if (others.length === 0 || others.some(({ op }) => op !== "delete")) return "update";
  return roots.length === 0 ? "destroy of targets" : "update to nothing";
}

/** In a digest, a refresh that finds something has become an update or a delete; the rest are still refreshes. */
function isRefresh(steps: readonly EngineStep[]): boolean {
  return (
    steps.some(({ op, refreshed }) => op === "refresh" || refreshed === true) &&
    steps.every(({ op, refreshed }) => refreshed === true || ["refresh", "update", "delete"].includes(op))
  );
}

/** Why an update or a destroy deletes something. */
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

/** What a refresh has found. */
export function refreshCause(action: "update" | "delete"): string {
  return action === "delete" ? "it is gone from the cloud" : "the cloud has it otherwise than the state";
}
