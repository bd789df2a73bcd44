import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RuleDescription } from "../formats/text/explanation";
import { PreviewError } from "../model/errors";

/** Facts about our own pack's rules beyond the protocol; another pack has none. */
export function rulesIn(folder: string): Readonly<Record<string, RuleDescription>> {
  const file = join(folder, "dist/rules.json");
  if (!existsSync(file)) return {};
  try {
    const content: Readonly<Record<string, RuleDescription>> = JSON.parse(readFileSync(file, "utf8"));
    return content;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new PreviewError(`${file} is no JSON; build the pack anew`);
  }
}
