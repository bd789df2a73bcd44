import type { WorkloadSpec } from "../compute";
import { parseSecretReference, parseValueReference } from "../references";

/** Whether a workload refers to the database, and so may have to know the authority that signs for it. */
export function usesPostgres({ secrets, variables }: Pick<WorkloadSpec, "secrets" | "variables">): boolean {
  return [...Object.values(secrets), ...Object.values(variables)].some((value) => {
    const reference = typeof value === "string" ? parseSecretReference(value) : parseValueReference(value.ref);
    return reference?.source === "postgres";
  });
}
