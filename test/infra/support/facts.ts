import type { EnvironmentName } from "../../../components/contract";
import type { ProbeFacts } from "../../../infra/apps/application";
import { defaultPatience } from "../../../infra/resolve/probes";
import { applicationNamed } from "../../support/fixture/applications";
import { assertWholeFacts, type WholeFacts } from "../../support/whole";

/** What an application says of itself at `shop.test`. */
export function factsOf(app: string, environment: EnvironmentName = "prod"): WholeFacts {
  const facts = applicationNamed(app).describe({ environment, domain: "shop.test", mailHost: "smtp.shop.test" });
  assertWholeFacts(facts);
  return facts;
}

/** One year, as static files are kept. */
export const year = { kind: "static", maxAgeSeconds: 31_536_000, immutable: true } as const;
export const none = { kind: "none" } as const;
export const origin = { kind: "origin" } as const;

/** The path or command of a probe and its patience, in a line. */
export function told(probe: ProbeFacts | undefined): string {
  if (probe === undefined) return "none";
  const { check, initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold } = {
    ...defaultPatience,
    ...probe,
  };
  const what = check.kind === "http" ? check.path : check.kind === "exec" ? check.command.join(" ") : "tcp";
  return `${what} after ${initialDelaySeconds} every ${periodSeconds} within ${timeoutSeconds} up to ${failureThreshold}`;
}

/** Processor and memory, reserved and at most, in a line. */
export function sized({ requests, limits }: { requests: Size; limits: Size }): string {
  return `${requests.cpuMillicores}m ${requests.memoryMiB}Mi, ${limits.cpuMillicores}m ${limits.memoryMiB}Mi`;
}

interface Size {
  cpuMillicores: number;
  memoryMiB: number;
}
