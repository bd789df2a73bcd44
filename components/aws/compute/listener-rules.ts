import { createHash } from "node:crypto";
import type { HostSpec, RouteSpec } from "../../contract";

/** One rule of the listener. */
export interface ListenerRuleSpec {
  /** Part of the resource's name, from what the rule matches, so that a new rule renames no other. */
  suffix: string;
  /** The lowest is tried first. */
  priority: number;
  hosts: string[];
  path: string;
  service: string;
}

interface UnrankedRule extends Pick<ListenerRuleSpec, "hosts" | "path" | "service"> {
  /** Which hosts it is for, as a word. */
  where: string;
  rank: 0 | 1 | 2;
}

/** An ALB rule takes five values in its conditions (Elastic Load Balancing quotas); two are the header and the path. */
const hostsPerRule = 3;

/** A path pattern of an ALB has at most so many characters, and priorities end there (Elastic Load Balancing API). */
const longestPath = 128;
const lastPriority = 50_000;

/** Three ranks for exact paths, three for those with a `*`; every length of a path has its priorities in all six. */
const ranks = 6;
const prioritiesPerRank = Math.floor(lastPriority / (longestPath + 1) / ranks);

/**
 * Routes as listener rules: the longest path first, an exact path before one with a `*`, routes of one host before routes
 * of all, and each host's own service after both. A priority comes from what the rule matches, not from its place in the
 * list: a rule that is added moves no other, which the load balancer would refuse as long as the old priority is taken.
 */
export function listenerRules(routes: readonly RouteSpec[], hosts: readonly HostSpec[]): ListenerRuleSpec[] {
  const names = hosts.map(({ host }) => host);
  const wanted: UnrankedRule[] = [
    ...routes.flatMap(({ host, path, service }): UnrankedRule[] =>
      host === undefined
        ? chunks(names).map((some, i) => ({
            where: i === 0 ? "all" : `all-${i + 1}`,
            hosts: some,
            path,
            service,
            rank: 1,
          }))
        : [{ where: host, hosts: [host], path, service, rank: 0 }],
    ),
    ...hosts.map(({ host, service }): UnrankedRule => ({ where: host, hosts: [host], path: "/*", service, rank: 2 })),
  ];
  const taken = new Set<number>();
  return wanted
    .filter((rule, i) => !wanted.slice(0, i).some((earlier) => answersFirst(earlier, rule)))
    .map((rule) => ({ ...rule, suffix: suffixOf(rule) }))
    .sort((a, b) => (a.suffix < b.suffix ? -1 : 1))
    .map(({ where: _, rank, ...rule }) => ({ ...rule, priority: freePriority({ ...rule, rank }, taken) }))
    .sort((a, b) => a.priority - b.priority);
}

/** Whether an earlier rule leaves a later one nothing to do: it is tried before, and matches all that the later one does. */
function answersFirst(earlier: UnrankedRule, later: UnrankedRule): boolean {
  return (
    earlier.path === later.path &&
    earlier.rank <= later.rank &&
    later.hosts.every((host) => earlier.hosts.includes(host))
  );
}

function chunks(hosts: string[]): string[][] {
  const count = Math.ceil(hosts.length / hostsPerRule);
  return Array.from({ length: count }, (_, i) => hosts.slice(i * hostsPerRule, (i + 1) * hostsPerRule));
}

/** `all-static`, `api-neosale-example`: the hosts, and the path. */
function suffixOf({ where, path }: UnrankedRule): string {
  const what = path.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "");
  const kind = path.endsWith("*") ? [] : ["exactly"];
  return [where.replaceAll(".", "-"), ...kind, ...(what === "" ? [] : [what])].join("-");
}

/** The priority that the rule's text points to, or the next free one of its rank. */
function freePriority(
  { path, rank, suffix }: Pick<UnrankedRule, "path" | "rank"> & { suffix: string },
  taken: Set<number>,
): number {
  if (path.length > longestPath)
    throw new Error(`route ${path}: a path of a load balancer has at most ${longestPath} characters`);
  const length = path.replace(/\*$/, "").length;
  const place = (longestPath - length) * ranks + (path.endsWith("*") ? 3 : 0) + rank;
  const start = createHash("sha256").update(suffix).digest().readUInt32BE(0);
  for (let step = 0; step < prioritiesPerRank; step++) {
    const priority = place * prioritiesPerRank + ((start + step) % prioritiesPerRank) + 1;
    if (taken.has(priority)) continue;
    taken.add(priority);
    return priority;
  }
  throw new Error(`route ${path}: there are more than ${prioritiesPerRank} routes of its length`);
}
