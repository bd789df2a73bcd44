import { appendFileSync } from "node:fs";

/** Prints a text, and writes it on the page of the run where there is one (GitHub). */
export function tellPage(text: string): void {
  console.log(text);
  const { GITHUB_STEP_SUMMARY } = process.env;
  if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, `${text}\n`);
}
