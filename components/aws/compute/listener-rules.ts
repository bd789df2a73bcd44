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
}

/** A path pattern of an ALB has at most this many characters (Elastic Load Balancing API); priorities go from 1 to 50,000. */
export const longestPath = 128;

/** Arguments of the rules. */
export interface RoutedHosts {
  routes: readonly RouteSpec[];
  hosts: readonly HostSpec[];
  /** Domain of the application, which its hosts are, or are below. */
  domain: string;
}

/**
 * Classes of priorities: exact paths, which are tried before all others, then what the others begin with, the longest
 * first. Short beginnings have most of the priorities, since most paths are short.
 */
const exactPriorities = 2100;
const shortLength = 24;
const prioritiesPerLength = { long: 100, short: 1500 } as const;

/**
 * Routes as listener rules, one for each host and path: exact paths first, then the longest; a host's own route replaces a
 * route for all hosts; the host's service answers if no route matches. Rules of two hosts never match the same request, nor
 * do two paths of equal length, so only these classes have an order. Within its class, a rule's priority depends only on its
 * own host and path. So no rule moves when another is added or removed; the load balancer would refuse a move while the old
 * priority is taken. A host counts by its labels below `domain`, so that every stack of an application, copies included, has
 * the same priorities. If two rules get the same priority, the config refuses them (`sharedPlaces`).
 */
export function listenerRules({ routes, hosts, domain }: RoutedHosts): ListenerRuleSpec[] {
  return hosts
    .flatMap((each) =>
      hostRoutes(each, routes).flatMap(({ path, service }) =>
        service === undefined
          ? []
          : [
              {
                suffix: `${contentName(each.host)}${pathName(path)}`,
                priority: priorityOf(belowDomain(each.host, domain), path),
                host: each.host,
                path,
                service,
              },
            ],
      ),
    )
    .sort((a, b) => a.priority - b.priority);
}

/** Rules that a load balancer would refuse, since an earlier one has their priority: each with that one. */
export function sharedPlaces(rules: readonly ListenerRuleSpec[]): [ListenerRuleSpec, ListenerRuleSpec][] {
  const first = new Map<number, ListenerRuleSpec>();
  return rules.flatMap((rule): [ListenerRuleSpec, ListenerRuleSpec][] => {
    const other = first.get(rule.priority);
    if (other !== undefined) return [[other, rule]];
    first.set(rule.priority, rule);
    return [];
  });
}

/** `-static-0a1b2c`; nothing for all paths. */
function pathName(path: string): string {
  return path === "/*" ? "" : `-${contentName(path)}`;
}

/** `www` of `www.shop.example`, nothing of the domain itself; a host of another domain as it is. */
function belowDomain(host: string, domain: string): string {
  if (host === domain) return "";
  return host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1) : host;
}

/** The priority that host and path point to, within the class of the path. */
function priorityOf(host: string, path: string): number {
  const { from, count } = prioritiesOf(path);
  return from + (digestNumber(`${host} ${path}`) % count);
}

/** The priorities of a path's class. */
function prioritiesOf(path: string): { from: number; count: number } {
  if (!path.endsWith("*")) return { from: 1, count: exactPriorities };
  const length = path.length - 1;
  const { long, short } = prioritiesPerLength;
  const longClasses = longestPath - shortLength;
  return length > shortLength
    ? { from: exactPriorities + 1 + (longestPath - length) * long, count: long }
    : { from: exactPriorities + 1 + longClasses * long + (shortLength - length) * short, count: short };
}
