import assert from "node:assert/strict";
import { type EnvironmentName, environmentNames } from "../../../components/contract";
import { topologyOf } from "../support/configs";
import { factsOf, sized, told } from "../support/facts";
import { named, pick } from "../support/picks";
import { describeDecisionsOf } from "./decisions";
import { describeStacksOf } from "./stacks";

const facts = factsOf("anclora");
const web = named(facts.services, "web");
const api = named(facts.services, "api");
const worker = named(facts.services, "worker");

describe("anclora's workloads (guide 003)", () => {
  it("web: node server.js on 3000 as 1001", () => {
    assert.deepEqual(pick(web, "command", "port", "uid"), { command: ["node", "server.js"], port: 3000, uid: 1001 });
  });

  it("api: node dist/server.js behind dumb-init on 5000 as 1001, three, 0.5 to 1 CPU, 512 MiB to 1 GiB", () => {
    assert.deepEqual(pick(api, "command", "port", "uid"), {
      command: ["dumb-init", "node", "dist/server.js"],
      port: 5000,
      uid: 1001,
    });
    assert.equal(api.autoscaling.minReplicas, 3);
    assert.equal(sized(api), "500m 512Mi, 1000m 1024Mi");
  });

  it("worker: takes the jobs of the queue from the API's image", () => {
    assert.deepEqual(pick(worker, "kind", "image", "port"), { kind: "worker", image: "api", port: undefined });
    assert.equal(worker.secrets.QUEUE_REDIS_URL, "redis.queue.url");
  });

  it("migration: npm run db:migrate:production, directly at the database", () => {
    assert.equal(facts.migration?.command?.join(" "), "npm run db:migrate:production");
    assert.equal(facts.migration?.secrets.DATABASE_URL, "postgres.directUrl");
  });

  it("probes: every 30 s and up to 3 failures; / within 5 s, /api/health within 10 s and 60 s to start", () => {
    assert.equal(told(web.probes.readiness), "/ after 0 every 30 within 5 up to 3");
    assert.equal(told(api.probes.readiness), "/api/health after 0 every 30 within 10 up to 3");
    const { startup } = api.probes;
    assert.equal((startup?.periodSeconds ?? 0) * (startup?.failureThreshold ?? 0), 60);
    assert.deepEqual([web.probes.liveness?.check.kind, api.probes.liveness?.check.kind], ["tcp", "tcp"]);
  });

  it("api: one at a time, 30 s apart, back on failure", () => {
    const { rollout } = named(topologyOf("anclora").compute.services, "api");
    assert.deepEqual(pick(rollout, "strategy", "maxSurge", "maxUnavailable", "minReadySeconds"), {
      strategy: "rolling",
      maxSurge: 1,
      maxUnavailable: 0,
      minReadySeconds: 30,
    });
  });

  it("api: may write where its logs would go", () => assert.ok(api.writablePaths.includes("/app/logs")));
});

describe("anclora by environment (guide 003)", () => {
  const rows: [environment: EnvironmentName, variables: Record<string, string | undefined>, pool: number][] = [
    [
      "dev",
      {
        DB_POOL_MIN: "2",
        DB_POOL_MAX: "10",
        AI_TIMEOUT_MS: "30000",
        LOG_LEVEL: "debug",
        AI_RETRIES: undefined,
        AI_RATE_LIMIT: undefined,
        AI_RATE_WINDOW_MS: undefined,
      },
      10,
    ],
    [
      "staging",
      {
        DB_POOL_MIN: "5",
        DB_POOL_MAX: "20",
        AI_TIMEOUT_MS: "45000",
        LOG_LEVEL: "info",
        AI_RETRIES: "3",
        AI_RATE_LIMIT: undefined,
        AI_RATE_WINDOW_MS: undefined,
      },
      20,
    ],
    [
      "prod",
      {
        DB_POOL_MIN: "10",
        DB_POOL_MAX: "50",
        AI_TIMEOUT_MS: "60000",
        LOG_LEVEL: "warn",
        AI_RETRIES: "5",
        AI_RATE_LIMIT: "100",
        AI_RATE_WINDOW_MS: "60000",
      },
      50,
    ],
  ];
  for (const [environment, expected, pool] of rows) {
    it(`${environment}: pool, model and logs`, () => {
      const { services, postgres } = factsOf("anclora", environment);
      for (const name of ["api", "worker"]) {
        const { variables } = named(services, name);
        const found = Object.fromEntries(Object.keys(expected).map((key) => [key, variables[key]]));
        assert.deepEqual(found, expected);
        assert.deepEqual([variables.NODE_ENV, variables.APP_ENV], ["production", environment]);
        assert.equal(postgres.connectionsPerInstance[name], pool);
      }
    });
  }

  it("hosts: render. and api. in prod, the domain itself elsewhere", () => {
    const hosts = environmentNames.map((environment) => topologyOf("anclora", environment).edge.hosts);
    const api = { host: "api.shop.test", service: "api" };
    const own = [{ host: "shop.test", service: "web" }, api];
    assert.deepEqual(hosts, [own, own, [{ host: "render.shop.test", service: "web" }, api]]);
  });
});

describeDecisionsOf("anclora");
describeStacksOf("anclora", { sendsMail: true });
