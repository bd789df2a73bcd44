import type { ResourceChange } from "../../../preview/model/change";
import type { WholeTopology } from "../whole";

/** The topology of a stack with `isotopo:overrides.protect: false`, by which a protected one is destroyed. */
export function unprotected(shipped: WholeTopology): WholeTopology {
  const topology = structuredClone(shipped);
  topology.context.protect = false;
  for (const held of [topology.postgres, topology.edge, ...topology.redis, ...topology.storage]) {
    held.deletionProtection = false;
  }
  return topology;
}

/** Properties by which a provider or a cloud refuses to delete something, or empties it first. */
const flags =
  /(?:^|\.)(?:deletionProtection|deletionProtectionEnabled|enableDeletionProtection|forceDestroy|forceDelete)$/;

/** Locks, which are resources of their own. */
const locks = "azure-native:authorization:ManagementLockByScope";

/**
 * What else changes when the protection goes: one line for each property. It is one `up` before the end, so that whatever is
 * to soften the end and hangs on the protection is gone when it is needed.
 */
export function otherChanges(changes: readonly ResourceChange[]): string[] {
  return changes.flatMap(({ action, type, name, custom, properties }) => {
    if (!custom || action === "unchanged") return [];
    if (action === "delete" && type === locks) return [];
    const other = properties.filter(({ path }) => !flags.test(path)).map(({ path }) => path);
    return action === "update" && other.length === 0 ? [] : [`${action} ${type} ${name}: ${other.join(", ")}`];
  });
}
