import { comparePlans } from "../../../../preview/compare/compare";
import { preview } from "../../../../preview/engine/preview";
import type { StackChange } from "../../../../preview/model/change";
import type { Plan } from "../../../../preview/model/plan";
import { program } from "../../programs";
import type { ProgramResource, Row } from "./row";

/** A program before and after, and how it is compared. */
export type ProgramChange = Pick<Row, "before" | "after" | "config" | "unknowns">;

/** What the offline comparison says of a program before and after. */
export async function changeOf({ before, after, config, unknowns = false }: ProgramChange): Promise<StackChange> {
  const plan = (resources: readonly ProgramResource[], more?: Readonly<Record<string, string>>): Promise<Plan> =>
    preview({ projectDir: program("changes"), stack: "dev", unknowns, config: configOf(resources, more) });
  const [base, head] = await Promise.all([plan(before, config?.before), plan(after, config?.after)]);
  return comparePlans(base, head, "before");
}

/** One program of several rows, which know nothing of each other. */
export function joined(rows: readonly Row[]): ProgramChange {
  return { before: rows.flatMap((row) => row.before), after: rows.flatMap((row) => row.after) };
}

/** The config of the program that makes these resources. */
export function configOf(
  resources: readonly ProgramResource[],
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return { "changes:resources": JSON.stringify(resources), ...more };
}
