import { appendFileSync, readFileSync } from "node:fs";
import { z } from "zod";

/** What tests on Pulumi's own engine count. Each has a word for one and for more. */
const words = {
  livesBegun: ["life begun", "lives begun"],
  lives: ["life lived to its end", "lives lived to their end"],
  programs: ["program run", "programs run"],
  plans: ["plan compared", "plans compared"],
  commands: ["command compared", "commands compared"],
  resources: ["resource compared", "resources compared"],
  refusals: ["refusal", "refusals"],
  differences: ["difference", "differences"],
} as const;

export type Counted = keyof typeof words;

const counts = z.partialRecord(z.enum(Object.keys(words) as [Counted, ...Counted[]]), z.number().int());
export type Counts = z.infer<typeof counts>;

/** Names the file in which all processes of one run count; `summary.ts` sets it. Where there is none, nothing is counted. */
export const tallyVariable = "TEST_ENGINE_TALLY";

/** Counts for the line at the end of `npm run test:engine`. Any process of the run may. */
export function count(part: Counts): void {
  const file = process.env[tallyVariable];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(counts.parse(part))}\n`);
}

/** The line: lives, programs, commands and resources compared, and what must be none. */
export function tallied(file: string): string {
  const lines = readFileSync(file, "utf8").split("\n");
  const parts = lines.filter((line) => line !== "").map((line) => counts.parse(JSON.parse(line)));
  return (Object.keys(words) as Counted[])
    .map((key) => {
      const sum = parts.reduce((total, part) => total + (part[key] ?? 0), 0);
      return `${sum} ${words[key][sum === 1 ? 0 : 1]}`;
    })
    .join(", ");
}
