import { workloadsOf } from "../../../components/contract";
import { anotherJob, anotherService, copyOf } from "../lists/elements";
import type { WholeTopology } from "../whole";

/** A topology that has every optional thing. */
export function withEverything(shipped: WholeTopology): WholeTopology {
  const topology = structuredClone(shipped);
  const { postgres, redis, storage, secrets, compute, edge } = topology;
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
  edge.cors = {
    origins: ["https://spare.example"],
    credentials: false,
    methods: ["GET"],
    headers: ["X-Spare"],
    maxAgeSeconds: 600,
  };
  edge.headers.contentSecurityPolicy = "default-src 'self'";
  edge.hosts.push({ host: `spare.${edge.domain}`, service: services[0]?.name ?? "" });
  edge.redirects.push({ from: "/spare/", to: "/", permanent: true });
  edge.errorPages["405"] = "/spare.html";
  edge.waf.deniedCountries = ["KP"];
  edge.waf.deniedCidrs = ["203.0.113.0/28"];
  edge.waf.rateRules.push(copyOf(edge.waf.rateRules, { name: "spare" }));
  withOptionalParts(topology);
  return topology;
}

/** What single parts may do without: so that each has it, and only one cloud what describes it. */
function withOptionalParts({ storage, compute, platform }: WholeTopology): void {
  for (const bucket of storage) {
    bucket.cors ??= { origins: ["https://spare.example"], methods: ["GET"], maxAgeSeconds: 600 };
    bucket.lifecycle.infrequentAccessAfterDays ??= 60;
    bucket.lifecycle.expireAfterDays ??= 700;
  }
  for (const { probes, port } of compute.services) {
    const [probe] = Object.values(probes);
    if (port === undefined || probe === undefined) continue;
    probes.startup ??= probe;
    probes.readiness ??= probe;
    probes.liveness ??= probe;
  }
  for (const workload of workloadsOf(compute)) workload.command ??= ["spare"];
  if (platform.azure !== undefined) {
    platform.azure.registryResourceGroup ??= "spare";
    platform.azure.registrySubscription ??= "11111111-2222-3333-4444-555555555555";
  }
  if (platform.kubernetes === undefined) return;
  platform.kubernetes = {
    trustedProxies: ["203.0.113.0/28"],
    storageClass: "spare",
    backupName: "spare",
    dns: { namespace: "spare-dns", ports: [8053], nodeCidrs: ["203.0.113.16/32"] },
    apiServerPorts: [8443],
    databaseOperatorNamespace: "spare-operator",
    monitoringNamespace: "spare-monitoring",
    monitoringLabels: { spare: "spare" },
    egressCidrs: ["10.200.0.0/16"],
    ...platform.kubernetes,
  };
}
