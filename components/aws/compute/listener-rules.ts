import type { HostSpec, RouteSpec } from "../../contract";

/** One rule of the listener. */
export interface ListenerRuleSpec {
  /** Part of the resource's name, from what the rule matches, so that a new rule renames no other. */
  suffix: string;
  priority: number;
  host: string[];
  path: string;
  service: string;
}

/** An ALB rule takes five values in its conditions; two are the header and the path. */
const hostsPerRule = 3;

/**
 * Routes as listener rules: the longest path first, named hosts before all hosts, and at the end each host's own service.
 * Priorities follow the order, so that the first rule that matches is the one that the topology means.
 */
export function listenerRules(routes: readonly RouteSpec[], hosts: readonly HostSpec[]): ListenerRuleSpec[] {
  const names = hosts.map(({ host }) => host);
  const wanted = [
    ...routes.map(({ host, path, service }) => ({ host: host === undefined ? names : [host], path, service })),
    ...hosts.map(({ host, service }) => ({ host: [host], path: "/*", service })),
  ];
  const seen = new Set<string>();
  return wanted
    .flatMap(({ host, path, service }) => chunks(host).map((some) => ({ host: some, path, service })))
    .filter(({ host, path }) => fresh(`${host.join()} ${path}`))
    .sort((a, b) => b.path.length - a.path.length || a.host.length - b.host.length || compare(a.host[0], b.host[0]))
    .map((rule, i) => ({ ...rule, priority: (i + 1) * 10, suffix: suffixOf(rule, names) }));

  function fresh(key: string): boolean {
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  }
}

function chunks(hosts: string[]): string[][] {
  const count = Math.ceil(hosts.length / hostsPerRule);
  return Array.from({ length: count }, (_, i) => hosts.slice(i * hostsPerRule, (i + 1) * hostsPerRule));
}

function suffixOf({ host, path }: { host: string[]; path: string }, all: string[]): string {
  const where = host.length === all.length && all.length > 1 ? "all" : (host[0] ?? "").split(".")[0];
  const what = path.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "");
  return what === "" ? `${where}-default` : `${where}-${what}`;
}

function compare(a = "", b = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
