import type { EdgeSpec, Topology } from "../../../components/contract";
import { edgeOf } from "../../components/kubernetes/edge/specs";
import { skipWithout } from "../../support/needs";
import { type Edge, nginxBinary, startEdge } from "./nginx";
import { type PlayedService, playService } from "./service";

/** An edge with the services behind it. */
export interface PlayedEdge {
  edge: Edge;
  services: Record<string, PlayedService>;
}

const running: PlayedEdge[] = [];

/** Says loudly that nothing is measured where nginx is not installed, and skips the tests; in CI they fail. */
export function needsNginx(context: Mocha.Context): void {
  if (nginxBinary !== undefined) return;
  skipWithout(context, "nothing is measured, there is no nginx here (Debian: apt-get install nginx-light)");
}

/** Starts an edge of a small specification, before a service `web` and an `api`. */
export function play(
  spec: Partial<EdgeSpec> = {},
  trustedProxies?: readonly string[],
  change: (config: string) => string = (config) => config,
): Promise<PlayedEdge> {
  return playConfig(change(edgeOf(spec, trustedProxies)), ["web", "api"]);
}

/** Starts a rendered configuration before services of these names. */
export async function playConfig(config: string, names: readonly string[]): Promise<PlayedEdge> {
  const services: Record<string, PlayedService> = {};
  for (const name of names) services[name] = await playService(name);
  const ports = Object.fromEntries(Object.entries(services).map(([name, { port }]) => [name, port]));
  const played = { edge: await startEdge(config, { ports }), services };
  running.push(played);
  return played;
}

/** Ends all that was started. */
export async function stopAll(): Promise<void> {
  for (const { edge, services } of running.splice(0)) {
    await edge.stop();
    for (const service of Object.values(services)) await service.close();
  }
}

/** Names of the services that have a port. */
export function servicesOf({ compute }: Topology): string[] {
  return compute.services.filter(({ port }) => port !== undefined).map(({ name }) => name);
}
