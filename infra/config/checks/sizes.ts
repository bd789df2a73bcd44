import type { ConfigProblems } from "../parser/problems";
import type { CheckInput } from "./check";

/** Storage grows up to no less than it starts with. */
export function checkPostgres({ settings }: CheckInput, problems: ConfigProblems): void {
  const keys = ["overrides.postgres.storageGiB", "overrides.postgres.maxStorageGiB"];
  if (settings === undefined || keys.some((key) => problems.concern(key))) return;
  const { storageGiB, maxStorageGiB } = settings.postgres;
  if (maxStorageGiB < storageGiB) {
    problems.add(
      "overrides.postgres.maxStorageGiB",
      `is ${maxStorageGiB}, less than storageGiB, which is ${storageGiB}`,
      `at least ${storageGiB}`,
    );
  }
}

/** Where the stack says one of the two, the other follows it. */
export function checkReplicas({ config: { overrides } }: CheckInput, problems: ConfigProblems): void {
  const { minimum, maximum } = overrides?.replicas ?? {};
  if (minimum !== undefined && maximum !== undefined && maximum < minimum) {
    problems.add(
      "overrides.replicas.maximum",
      `is ${maximum}, less than minimum, which is ${minimum}`,
      `at least ${minimum}`,
    );
  }
}
