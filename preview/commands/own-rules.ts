import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { OwnRules } from "../diff/trusted-rules";
import { defaultPack } from "./policy-options";

const described = z.record(z.string(), z.object({ title: z.string(), mend: z.string(), source: z.string() }));

/**
 * The rules of the pack that lies in this checkout, else of the one that this command comes with, as its build wrote them; none
 * where it is not built. In a job that comments on pull requests that is the default branch's pack.
 */
export function ownRules(): OwnRules {
  try {
    const found = described.safeParse(JSON.parse(readFileSync(join(defaultPack(), "dist/rules.json"), "utf8")));
    return new Map(Object.entries(found.data ?? {}));
  } catch {
    // Without the words of a pack, rules of a file are told without a link.
    return new Map();
  }
}
