import type { CloudName, Topology } from "../../../components/contract";
import { anotherJob, anotherService, copyOf } from "../lists/elements";

/** One optional thing of a topology, and how it is taken out. */
export interface Removal {
  /** In words: `the pooler`. */
  thing: string;
  remove: (topology: Topology) => void;
  /** What its own resources are called. */
  own: RegExp;
  /** What they say of themselves, where a long name leaves no room for it. */
  says?: RegExp;
  /** Why it may refuse to go, where it holds data: whoever wants that takes the protection away first. */
  holdsData?: boolean;
  /** Types that a cloud makes anew with it, which its capability table says. */
  replaces?: RegExp;
  /** Clouds that make nothing of it (a row of the capability table), so that nothing changes. */
  unknownTo?: readonly CloudName[];
}

/** A topology that has every optional thing. */
export function withEverything(shipped: Topology): Topology {
  const topology = structuredClone(shipped);
  const { postgres, redis, storage, secrets, compute, cdn } = topology;
  // With keys of one's own there are rings of keys, too.
  topology.context.customerManagedKeys = true;
  const services = compute.services.filter(({ port }) => port !== undefined);
  postgres.pooling = { mode: "transaction", maxConnectionsPercent: 90 };
  postgres.readReplicas = 1;
  postgres.highAvailability = true;
  for (const instance of redis) instance.highAvailability = true;
  redis.push(copyOf(redis, { name: "spare", roles: ["spare"] }));
  storage.push(copyOf(storage, { name: "spare", exposure: "private" }));
  secrets.push({ kind: "external", name: "SPARE_KEY", source: "the tests", required: false });
  for (const { autoscaling } of services) autoscaling.requestsPerMinute = 600;
  compute.services.push({
    ...anotherService("b", { topology, owner: compute, list: compute.services }),
    name: "spare",
  });
  compute.cronJobs.push({
    ...anotherJob("b", { topology, owner: compute, list: compute.cronJobs }),
    name: "spare-job",
    schedule: "0 3 * * *",
  });
  for (const { secrets: used } of compute.services) used.SPARE_KEY = "secret.SPARE_KEY";
  cdn.cors = {
    ...{ origins: ["https://spare.example"], credentials: false, methods: ["GET"], headers: ["X-Spare"] },
    maxAgeSeconds: 600,
  };
  cdn.headers.contentSecurityPolicy = "default-src 'self'";
  cdn.hosts.push({ host: `spare.${cdn.domain}`, service: services[0]?.name ?? "" });
  cdn.redirects.push({ from: "/spare/", to: "/", permanent: true });
  cdn.errorPages["405"] = "/spare.html";
  cdn.waf.deniedCountries = ["KP"];
  cdn.waf.deniedCidrs = ["203.0.113.0/28"];
  cdn.waf.rateRules.push(copyOf(cdn.waf.rateRules, { name: "spare" }));
  return topology;
}

/** What is taken out, each by itself. */
export const removals: readonly Removal[] = [
  { thing: "the pooler", own: /pool|proxy|bouncer/i, remove: ({ postgres }) => delete postgres.pooling },
  {
    thing: "the read replicas",
    own: /replica|read/i,
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
  { thing: "CORS", own: /cors|preflight/i, remove: ({ cdn }) => delete cdn.cors },
  {
    thing: "the content security policy",
    own: /content-?security-?policy|csp/i,
    remove: ({ cdn }) => delete cdn.headers.contentSecurityPolicy,
  },
  {
    thing: "a host",
    own: /spare/,
    says: /"spare\./,
    remove: ({ cdn }) => {
      cdn.hosts = cdn.hosts.filter(({ host }) => !host.startsWith("spare."));
    },
  },
  {
    thing: "redirects",
    own: /redirect|spare/,
    remove: ({ cdn }) => {
      cdn.redirects = [];
    },
  },
  {
    thing: "error pages",
    own: /error/,
    unknownTo: ["gcp"],
    // On AWS they stand in a bucket of the edge, where the application may have put its own in their place.
    holdsData: true,
    remove: ({ cdn }) => {
      cdn.errorPages = {};
    },
  },
  {
    thing: "denied countries and addresses",
    own: /denied|edge-firewall/,
    remove: ({ cdn }) => {
      cdn.waf.deniedCountries = [];
      cdn.waf.deniedCidrs = [];
    },
  },
  {
    thing: "a rate rule",
    own: /spare/,
    remove: ({ cdn }) => {
      cdn.waf.rateRules = without(cdn.waf.rateRules);
    },
  },
];

function without<T extends { name: string }>(list: readonly T[]): T[] {
  return list.filter(({ name }) => name !== "spare");
}
