import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { PreviewError } from "../model/errors";
import type { Project } from "../project/project";

/** The file in which a project lists each cloud's support of the options. */
const file = "docs/capabilities.json";

const supportSchema = z.discriminatedUnion("level", [
  z.object({ level: z.literal("full"), by: z.string() }),
  z.object({ level: z.literal("different"), by: z.string(), difference: z.string() }),
  z.object({ level: z.literal("refused"), reason: z.string() }),
]);

const capabilitiesSchema = z.object({
  clouds: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      /** The native service of each concept. */
      services: z.record(z.string(), z.string()),
      options: z.record(z.string(), supportSchema),
    }),
  ),
  options: z.array(z.object({ name: z.string(), meaning: z.string() })),
});

/** Each cloud's support of each option, in a project. */
export type Capabilities = z.infer<typeof capabilitiesSchema>;
export type CloudColumn = Capabilities["clouds"][number];

/** Reads the table; if it is missing or invalid, that is a user's mistake. */
export function readCapabilities({ rootDir }: Project): Capabilities {
  const path = join(rootDir, file);
  const parsed = capabilitiesSchema.safeParse(contentOf(path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new PreviewError(
    `${path}: ${issue?.path.join(".")}: ${issue?.message}; make it anew with: node --import tsx tools/generate.ts`,
  );
}

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const what = error instanceof SyntaxError ? "is no JSON" : "can't be read";
    throw new PreviewError(`${path} ${what}; make it anew with: node --import tsx tools/generate.ts`);
  }
}
