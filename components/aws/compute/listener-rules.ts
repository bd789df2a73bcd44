import { contentName, digestNumber, type HostSpec, hostRoutes, type RouteSpec } from "../../contract";

/** One rule of the listener: one path of one host. */
export interface ListenerRuleSpec {
  /** Part of the resource's name, from what the rule matches, so that a new rule renames no other. */
  suffix: string;
  /** The lowest is tried first. */
  priority: number;
  host: string;
  path: string;
  service: string;
  /** Suffixes of rules whose priority had to step aside for this one. */
  displaced: string[];
}

type Match = Pick<ListenerRuleSpec, "host" | "path" | "service">;

/** A path pattern of an ALB has at most so many characters, and priorities end there (Elastic Load Balancing API). */
const longestPath = 128;
const lastPriority = 50_000;

/** Priorities for exact paths, which are tried before all others, and for each length of what the others begin with. */
const exactPriorities = 1625;
const prioritiesPerLength = Math.floor((lastPriority - exactPriorities) / (longestPath + 1));

/**
 * Routes as listener rules, one for each host and path: exact paths first, then the longest; a host's own route in the place
 * of one of all hosts; a host's own service where no route does. Rules of two hosts never match one request, nor do two
 * paths of one length, so that only these classes have an order. Within its class a rule's priority comes from what it matches,
 * not from its place in the list: a rule that is added moves no other, which the load balancer would refuse as long as the
 * old priority is taken.
 */
export function listenerRules(routes: readonly RouteSpec[], hosts: readonly HostSpec[]): ListenerRuleSpec[] {
  const matches = hosts.flatMap((each) =>
    hostRoutes(each, routes).map(({ path, service }): Match => ({ host: each.host, path, service })),
  );
  const taken = new Map<number, ListenerRuleSpec>();
  return matches
    .map((match) => ({ ...match, suffix: `${contentName(match.host)}${pathName(match.path)}` }))
    .sort((a, b) => (a.suffix < b.suffix ? -1 : 1))
    .map((rule) => placed(rule, taken))
    .sort((a, b) => a.priority - b.priority);
}

/** `-static-0a1b2c`; nothing for all paths. */
function pathName(path: string): string {
  return path === "/*" ? "" : `-${contentName(path)}`;
}

/** The rule at the priority that its text points to, or the next free one of its class. */
function placed(rule: Match & { suffix: string }, taken: Map<number, ListenerRuleSpec>): ListenerRuleSpec {
  const { from, count } = prioritiesOf(rule.path);
  const start = digestNumber(rule.suffix);
  const priority = Array.from({ length: count }, (_, step) => from + ((start + step) % count)).find(
    (each) => !taken.has(each),
  );
  if (priority === undefined) throw new Error(`route ${rule.path}: there are more than ${count} routes of its length`);
  const found: ListenerRuleSpec = { ...rule, priority, displaced: [] };
  for (let step = from + (start % count); step !== priority; step = step + 1 === from + count ? from : step + 1) {
    taken.get(step)?.displaced.push(rule.suffix);
  }
  taken.set(priority, found);
  return found;
}

/** The priorities of a path's class. */
function prioritiesOf(path: string): { from: number; count: number } {
  if (path.length > longestPath) {
    throw new Error(`route ${path}: a path of a load balancer has at most ${longestPath} characters`);
  }
  if (!path.endsWith("*")) return { from: 1, count: exactPriorities };
  const shorter = longestPath - (path.length - 1);
  return { from: exactPriorities + 1 + shorter * prioritiesPerLength, count: prioritiesPerLength };
}
