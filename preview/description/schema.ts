import { z } from "zod";
import type { ProjectDescription } from "../description";

const support = z.discriminatedUnion("level", [
  z.object({ level: z.literal("full"), by: z.string() }),
  z.object({ level: z.literal("different"), by: z.string(), difference: z.string() }),
  z.object({ level: z.literal("refused"), reason: z.string() }),
]);

const target = z.object({
  name: z.string(),
  title: z.string(),
  services: z.record(z.string(), z.string()),
  components: z.record(z.string(), z.string()).optional(),
  options: z.record(z.string(), support),
});

/** The form of a description's parts; `description.d.ts` says what each field means. */
export const schemas = {
  topology: z.strictObject({ type: z.string(), values: z.string(), origins: z.string().optional() }),
  comparison: z.strictObject({
    keys: z.strictObject({ application: z.string(), environment: z.string(), target: z.string() }),
    targets: z.array(target),
    options: z.array(z.object({ name: z.string(), meaning: z.string() })),
  }),
} satisfies { [Part in "topology" | "comparison"]: z.ZodType<ProjectDescription[Part]> };
