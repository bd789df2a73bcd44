import { setTimeout as sleep } from "node:timers/promises";
import { parseConfig } from "../infra/config/parse";
import { ConfigProblems } from "../infra/config/parser/problems";
import { resolve } from "../infra/resolve";
import { PreviewError } from "../preview/model/errors";
import type { Project } from "../preview/project/project";
import { readStack } from "../preview/project/stacks";

/**
 * The path that says whether an application can serve: the readiness probe of the service behind its first host, else `/`.
 * Throws a `PreviewError` with all that is wrong with the stack's config.
 */
export function healthPathOf(project: Project, stack: string): string {
  const { edge, compute } = topologyOf(project, stack);
  const service = compute.services.find(({ name }) => name === edge?.hosts[0]?.service);
  const check = service?.probes.readiness?.check;
  return check !== undefined && "path" in check ? check.path : "/";
}

function topologyOf(project: Project, stack: string): ReturnType<typeof resolve>["value"] {
  try {
    const { config, application } = parseConfig(readStack(project, stack).values, project.name);
    return resolve(config, application).value;
  } catch (error) {
    if (error instanceof ConfigProblems) throw new PreviewError(error.message);
    throw error;
  }
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
 * about to go. Returns what it answered last, where that was not well in time. It
 * stops when the signal is aborted.
 */
export async function smokeTest(
  url: string,
  { total, between }: Patience,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const end = Date.now() + total * 1000;
  for (let well = 0, last = ""; ; ) {
    last = await answerOf(url);
    well = last === "" ? well + 1 : 0;
    if (well === 3) return undefined;
    if (signal?.aborted === true) return "the job was cancelled";
    if (Date.now() + between * 1000 > end) return last === "" ? "it answered well, but not for long enough" : last;
    await sleep(between * 1000, undefined, { signal }).catch(() => undefined);
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
