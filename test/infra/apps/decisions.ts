import assert from "node:assert/strict";
import {
  databaseRoles,
  type EnvironmentName,
  environmentNames,
  parseSecretReference,
  parseValueReference,
  postgresConnections,
  redisRoles,
  workloadsOf,
} from "../../../components/contract";
import type { WholeTopology } from "../../support/whole";
import { topologyOf } from "../support/configs";
import { factsOf } from "../support/facts";

/** What holds for an application, wherever it is. */
type Rule = (topology: WholeTopology, app: string, environment: EnvironmentName) => void;

const rules: Record<string, Rule> = {
  "runs as a numeric user that is not root, within limits": (topology) => {
    for (const { uid, gid, requests, limits } of workloadsOf(topology.compute)) {
      assert.ok(uid > 0 && gid > 0);
      assert.ok(requests.cpuMillicores <= limits.cpuMillicores && requests.memoryMiB <= limits.memoryMiB);
    }
  },
  "restarts nothing because something else is down": ({ compute }) => {
    for (const { name, port, probes } of compute.services) {
      if (port === undefined) continue;
      assert.ok(probes.readiness !== undefined && probes.liveness !== undefined && probes.startup !== undefined, name);
      assert.notDeepEqual(probes.liveness.check, probes.readiness.check, name);
    }
  },
  "scales what is reached by 1000 requests a minute and replica": ({ compute }) => {
    for (const { port, autoscaling } of compute.services) {
      assert.equal(autoscaling.requestsPerMinute, port === undefined ? undefined : 1000);
    }
  },
  "runs code of production, and says which environment it is": (topology, _app, environment) => {
    for (const { name, variables } of workloadsOf(topology.compute)) {
      if (name === databaseRoles) continue; // runs psql alone
      const modes = [variables.NODE_ENV, variables.FLASK_ENV].filter((mode) => mode !== undefined);
      assert.deepEqual(modes, ["production"]);
      assert.equal(variables.APP_ENV, environment);
    }
  },
  "keeps backups and logs as long as its environment says": ({ postgres, redis }, _app, environment) => {
    const days = environment === "prod" ? 30 : 7;
    assert.equal(postgres.backupRetentionDays, days);
    if (environment === "prod") for (const instance of redis) assert.equal(instance.snapshotRetentionDays, days);
  },
  "survives the loss of a zone, and a wrong command, in prod": (topology, _app, environment) => {
    const strong = environment === "prod";
    assert.equal(topology.postgres.highAvailability, strong);
    for (const instance of topology.redis) assert.equal(instance.highAvailability, strong);
    assert.equal(topology.context.protect, strong);
    assert.equal(topology.network.nat, strong ? "per-zone" : "single");
  },
  "opens no more connections than the database has, or asks a pooler": ({ postgres, compute }, app, environment) => {
    const { connectionsPerInstance } = factsOf(app, environment).postgres;
    // A rollout at full scale runs its surge beside all replicas.
    const most = new Map(
      compute.services.map(({ name, autoscaling, rollout }) => [name, autoscaling.maxReplicas + rollout.maxSurge]),
    );
    const wanted = Object.entries(connectionsPerInstance).map(([name, each]) => each * (most.get(name) ?? Number.NaN));
    const sum = wanted.reduce((a, b) => a + b, 0);
    assert.ok(postgres.pooling !== undefined || sum <= postgresConnections[postgres.size], `${sum} connections`);
  },
  "names every user of the database": ({ compute }, app, environment) => {
    const using = compute.services.filter(({ secrets }) => secrets.DATABASE_URL !== undefined).map(({ name }) => name);
    assert.deepEqual(Object.keys(factsOf(app, environment).postgres.connectionsPerInstance).sort(), using.sort());
  },
  "migrates before the rollout and passes by the pooler": ({ compute }) => {
    for (const { secrets, variables, timeoutSeconds } of compute.migrations) {
      assert.ok(secrets.DATABASE_URL === undefined || secrets.DATABASE_URL === "postgres.directUrl");
      const { PGHOST } = variables;
      assert.ok(PGHOST === undefined || (typeof PGHOST !== "string" && PGHOST.ref === "postgres.directHost"));
      assert.ok(timeoutSeconds <= 840);
    }
  },
  "sets headers at the edge, as one layer": ({ edge: { headers, waf, compression } }) => {
    assert.deepEqual(headers.hsts, { maxAgeSeconds: 63_072_000, includeSubDomains: true, preload: false });
    assert.deepEqual([headers.frameOptions, headers.referrerPolicy], ["DENY", "strict-origin-when-cross-origin"]);
    assert.deepEqual([waf.managedRules, waf.maxBodyMiB, compression], [true, 16, true]);
  },
  "answers every host and path by a service that is there": ({ edge, compute, storage }) => {
    const services = compute.services.filter(({ port }) => port !== undefined).map(({ name }) => name);
    const hosts = edge.hosts.map(({ host }) => host);
    for (const { service } of [...edge.hosts, ...edge.routes]) assert.ok(services.includes(service), service);
    for (const { host, path, bucket, cache } of edge.routes) {
      assert.ok(host === undefined || hosts.includes(host), host);
      assert.ok(bucket === undefined || storage.some(({ name, exposure }) => name === bucket && exposure === "edge"));
      if (path.startsWith("/api/")) assert.equal(cache.kind, "none");
    }
    for (const { host } of edge.hosts) {
      const everything = edge.routes.filter((route) => route.path === "/*" && (route.host ?? host) === host);
      assert.equal(everything.length, 1, host);
    }
  },
  "refers to nothing that is not there": (topology) => {
    const { secrets, redis, storage, network } = topology;
    const roles = Object.keys(redisRoles(redis));
    for (const workload of workloadsOf(topology.compute)) {
      for (const reference of Object.values(workload.secrets)) {
        const parsed = parseSecretReference(reference);
        assert.ok(parsed !== undefined, reference);
        if (parsed.source === "secret")
          assert.ok(
            secrets.some(({ name }) => name === parsed.name),
            reference,
          );
        if (parsed.source === "redis") assert.ok(roles.includes(parsed.role), reference);
      }
      for (const value of Object.values(workload.variables)) {
        if (typeof value === "string") continue;
        const parsed = parseValueReference(value.ref);
        assert.ok(parsed !== undefined, value.ref);
        if (parsed.source === "redis") assert.ok(roles.includes(parsed.role), value.ref);
        if (parsed.source === "bucket") assert.ok(parsed.bucket in workload.buckets, value.ref);
      }
      for (const bucket of Object.keys(workload.buckets))
        assert.ok(
          storage.some(({ name }) => name === bucket),
          bucket,
        );
      for (const name of workload.egress)
        assert.ok(
          network.egress.some((rule) => rule.name === name),
          name,
        );
    }
  },
  "keeps what users upload from the world": ({ storage }) => {
    for (const { name, versioned, exposure } of storage) {
      assert.ok(versioned);
      assert.equal(exposure, name === "assets" ? "edge" : "private");
    }
  },
};

/** Decisions that the shipped applications have in common, held for one of them. */
export function describeDecisionsOf(app: string): void {
  describe(`decisions of ${app}`, () => {
    for (const [name, rule] of Object.entries(rules)) {
      for (const environment of environmentNames) {
        it(`${environment}: ${name}`, () => rule(topologyOf(app, environment), app, environment));
      }
    }
  });
}
