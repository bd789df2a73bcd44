import type { Removal } from "./removal";

/** Things of more than one part, and parts of lists. */
export const things = [
  { thing: "the pooler", own: /-postgres-.*(pool|proxy|bouncer)/i, remove: ({ postgres }) => delete postgres.pooling },
  {
    thing: "the read replicas",
    own: /-replica-|-read-replica/i,
    remove: ({ postgres }) => {
      postgres.readReplicas = 0;
    },
  },
  {
    thing: "standbys",
    own: /budget/,
    // The tier of an instance of Memorystore is fixed.
    replaces: /^gcp:redis\/instance:Instance$/,
    remove: ({ postgres, redis }) => {
      for (const one of [postgres, ...redis]) one.highAvailability = false;
    },
  },
  {
    thing: "a Redis instance",
    own: /redis-spare/,
    holdsData: true,
    remove: (topology) => {
      topology.redis = without(topology.redis);
    },
  },
  {
    thing: "a bucket",
    own: /spare/,
    holdsData: true,
    remove: (topology) => {
      topology.storage = without(topology.storage);
    },
  },
  {
    thing: "an optional secret",
    own: /spare-key/,
    remove: ({ secrets, compute }) => {
      secrets.pop();
      for (const service of compute.services) delete service.secrets.SPARE_KEY;
    },
  },
  {
    thing: "a service",
    own: /spare/,
    remove: ({ compute }) => {
      compute.services = without(compute.services);
    },
  },
  {
    thing: "a cron job",
    own: /spare-job/,
    remove: ({ compute }) => {
      compute.cronJobs = compute.cronJobs.filter(({ name }) => name !== "spare-job");
    },
  },
  {
    thing: "the target of requests",
    own: /request/,
    unknownTo: ["gcp", "kubernetes"],
    remove: ({ compute }) => {
      for (const { autoscaling } of compute.services) delete autoscaling.requestsPerMinute;
    },
  },
  { thing: "CORS", own: /cors|preflight/i, remove: ({ edge }) => delete edge.cors },
  {
    thing: "the content security policy",
    own: /content-?security-?policy|csp/i,
    remove: ({ edge }) => delete edge.headers.contentSecurityPolicy,
  },
  {
    thing: "a host",
    own: /spare/,
    says: /"spare\./,
    remove: ({ edge }) => {
      edge.hosts = edge.hosts.filter(({ host }) => !host.startsWith("spare."));
    },
  },
  {
    thing: "redirects",
    own: /redirect|spare/,
    remove: ({ edge }) => {
      edge.redirects = [];
    },
  },
  {
    thing: "error pages",
    own: /error/,
    unknownTo: ["azure"],
    // On AWS they stand in a bucket of the edge, where the application may have put its own in their place.
    holdsData: true,
    remove: ({ edge }) => {
      edge.errorPages = {};
    },
  },
  {
    thing: "denied countries and addresses",
    own: /denied|edge-firewall/,
    remove: ({ edge }) => {
      edge.waf.deniedCountries = [];
      edge.waf.deniedCidrs = [];
    },
  },
  {
    thing: "a rate rule",
    own: /spare/,
    remove: ({ edge }) => {
      edge.waf.rateRules = without(edge.waf.rateRules);
    },
  },
] as const satisfies readonly Removal[];

/** A thing that has a row of its own. */
export type Thing = (typeof things)[number]["thing"];

function without<T extends { name: string }>(list: readonly T[]): T[] {
  return list.filter(({ name }) => name !== "spare");
}
