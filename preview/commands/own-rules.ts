import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { OwnRules } from "../sources/trusted-rules";
import { defaultPack } from "./policy-options";

const described = z.record(z.string(), z.object({ title: z.string(), fix: z.string(), source: z.string() }));

/**
 * The rules of the pack in this checkout, else of the pack that comes with this command, as its build wrote them; none if it
 * is not built. In a job that comments on pull requests, the checkout is the default branch.
 */
export function ownRules(): OwnRules {
  try {
    const found = described.safeParse(JSON.parse(readFileSync(join(defaultPack(), "dist/rules.json"), "utf8")));
    return new Map(Object.entries(found.data ?? {}));
  } catch {
    // Without a pack, rules from a file are shown without a link.
    return new Map();
  }
}
