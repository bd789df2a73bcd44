import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { preview } from "../../preview/engine/preview";

const topology = z.object({
  cdn: z.object({ hosts: z.array(z.object({ service: z.string() })) }),
  compute: z.object({
    services: z.array(
      z.object({
        name: z.string(),
        probes: z
          .object({ readiness: z.object({ check: z.object({ path: z.string().optional() }) }).optional() })
          .optional(),
      }),
    ),
  }),
});

/** The path that says whether an application can serve: the readiness probe of the service behind its first host, else `/`. */
export async function healthPathOf(projectDir: string, stack: string): Promise<string> {
  const { resources } = await preview({ projectDir, stack });
  const inputs = resources.find(({ type }) => type === "isotopo:index:AppTopology")?.inputs;
  const { cdn, compute } = topology.parse(inputs?.topology);
  const service = compute.services.find(({ name }) => name === cdn.hosts[0]?.service);
  return service?.probes?.readiness?.check.path ?? "/";
}

/** How long a smoke test waits, in seconds. */
export interface Patience {
  /** Until it gives up. */
  total: number;
  /** Between two tries. */
  between: number;
}

/**
 * Asks the health endpoint until it answers well three times in a row: one good answer may still come from an instance that is
 * about to go. Returns what it answered last, where that was not well in time.
 */
export async function smokeTest(url: string, { total, between }: Patience): Promise<string | undefined> {
  const end = Date.now() + total * 1000;
  for (let well = 0, last = ""; ; ) {
    last = await answerOf(url);
    well = last === "" ? well + 1 : 0;
    if (well === 3) return undefined;
    if (Date.now() + between * 1000 > end) return last === "" ? "it answered well, but not for long enough" : last;
    await sleep(between * 1000);
  }
}

/** What is wrong with an answer; empty where nothing is. */
async function answerOf(url: string): Promise<string> {
  try {
    const response = await fetch(url, { redirect: "follow", signal: AbortSignal.timeout(10_000) });
    await response.body?.cancel();
    return response.ok ? "" : `HTTP ${response.status}`;
  } catch (error) {
    const { cause } = error instanceof Error ? error : { cause: undefined };
    return cause instanceof Error && cause.message !== "" ? cause.message : "no answer";
  }
}
