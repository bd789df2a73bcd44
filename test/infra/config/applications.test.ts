import assert from "node:assert/strict";
import { targetNames } from "../../../components/targets";
import type { ApplicationFacts } from "../../../infra/apps/application";
import { applicationNamed } from "../../support/fixture/applications";
import { changed, itRefuses, problemsOf, type RefusedApplication } from "../support/changed-applications";

const broken: readonly RefusedApplication[] = [
  {
    name: "a probe of a port that the service has not got",
    clouds: targetNames,
    application: changed("fixture", ({ services }) => ({
      services: services.map((service) => (service.name === "worker" ? { ...service, probes: tcpProbes } : service)),
    })),
    messages: [
      'isotopo:app has a service "worker" without a port, and its liveness probe asks by tcp; allowed: a port of the service, or a command as the check',
    ],
  },
  {
    name: "a cron job with a schedule that is none",
    clouds: targetNames,
    application: changed("fixture", ({ cronJobs = [] }) => ({
      cronJobs: cronJobs.map((job) => ({ ...job, schedule: "0 6 * * 7" })).slice(0, 1),
    })),
    messages: [
      /^isotopo:app has a cron job "[a-z-]+" whose schedule "0 6 \* \* 7": "7" is no day of week; allowed: numbers from 0 to 6, ranges, steps and lists$/,
    ],
  },
  {
    name: "references to what it leaves out",
    clouds: targetNames,
    application: changed("small", () => ({ postgres: undefined, redis: undefined })),
    messages: [
      'isotopo:app has a workload "web" whose secret DATABASE_URL is postgres.url; allowed: another value: the application has no postgres',
      'isotopo:app has a workload "web" whose secret REDIS_URL is redis.cache.url; allowed: another value: the application has not a role of redis',
    ],
  },
  {
    name: "references to what it has not got",
    clouds: ["aws"],
    application: changed("small", ({ services }) => ({
      services: services.map((service) => ({
        ...service,
        buckets: { uploads: "read" },
        secrets: { ...service.secrets, REDIS_URL: "redis.queue.url", KEY: "secret.KEY" },
      })),
    })),
    messages: [
      'isotopo:app has a workload "web" whose secret REDIS_URL is redis.queue.url; allowed: a role of redis that it has: cache',
      'isotopo:app has a workload "web" whose secret KEY is secret.KEY; allowed: a secret that it has: SESSION_SECRET',
      'isotopo:app has a workload "web" whose bucket is bucket.uploads.name; allowed: a bucket that it has: assets',
    ],
  },
  {
    name: "a name that fills those of its resources",
    clouds: targetNames,
    application: { ...applicationNamed("small"), name: "m".repeat(31) },
    messages: [`isotopo:app is "${"m".repeat(31)}", of 31 characters; allowed: at most 30: every name begins with it`],
  },
  {
    name: "a way out to the inside",
    clouds: targetNames,
    application: changed("small", ({ egress }) => ({
      egress: [...egress, { name: "ledger", host: "10.20.0.5", port: 443 }],
    })),
    messages: [
      'isotopo:app has an egress rule "ledger" to 10.20.0.5, an address of the range private; allowed: a host name or a public address: egress rules open the way to the internet only',
    ],
  },
  {
    name: "windows that overlap over midnight and the end of the week",
    clouds: targetNames,
    application: changed("small", ({ postgres }) => ({
      postgres: {
        ...postgres,
        backupWindow: { start: "00:10", durationMinutes: 60 },
        maintenanceWindow: { day: "sunday", start: "23:30", durationMinutes: 60 },
      },
    })),
    messages: [
      "isotopo:app has a backup window of the database at 00:10 for 60 minutes and its maintenance window on sunday at 23:30 for 60 minutes, which overlap; allowed: two windows with no minute in common",
    ],
  },
  ...(
    [
      ["aws", "rds_owner", "RDS"],
      ["gcp", "cloudsqladmin", "Cloud SQL"],
      ["kubernetes", "streaming_replica", "CloudNativePG"],
      ["kubernetes", "cnpg_owner", "CloudNativePG"],
      ["aws", "pg_owner", "RDS"],
      ["azure", "azure_pg_admin", "Azure Database for PostgreSQL"],
    ] as const
  ).map(([cloud, user, title]) => ({
    name: `the role ${user} on ${cloud}`,
    clouds: [cloud],
    application: changed("small", ({ postgres }) => ({ postgres: { ...postgres, user } })),
    messages: [
      new RegExp(
        `^isotopo:app has a database role "${user}", a name that ${title} keeps for itself; allowed: another name: none of public, `,
      ),
    ],
  })),
  {
    name: "the database that every server has",
    clouds: ["aws", "gcp", "kubernetes"],
    application: changed("small", ({ postgres }) => ({ postgres: { ...postgres, database: "postgres" } })),
    messages: [
      /^isotopo:app has a database "postgres", a name that .+ keeps for itself; allowed: another name: none of /,
    ],
  },
  {
    name: "a workload whose name is no label of a cluster",
    clouds: ["kubernetes"],
    application: changed("small", ({ services }) => ({
      cronJobs: services.map(({ kind, port, probes, autoscaling, rollout, ...workload }) => ({
        ...workload,
        name: "n".repeat(53),
        schedule: "0 3 * * *",
      })),
    })),
    messages: [
      `isotopo:app has a workload "${"n".repeat(53)}" of 53 characters; allowed: at most 52 on kubernetes, whose controllers add 11 to a label of 63`,
    ],
  },
];

const tcpProbes: ApplicationFacts["services"][number]["probes"] = {
  liveness: {
    check: { kind: "tcp" },
    initialDelaySeconds: 0,
    periodSeconds: 10,
    timeoutSeconds: 1,
    failureThreshold: 3,
  },
};

describe("what a cloud would refuse of an application", () => {
  itRefuses(broken);

  it("windows that touch are two", () => {
    const touching = changed("small", ({ postgres }) => ({
      postgres: {
        ...postgres,
        backupWindow: { start: "03:00", durationMinutes: 60 },
        maintenanceWindow: { day: "sunday", start: "04:00", durationMinutes: 60 },
      },
    }));
    for (const cloud of targetNames) assert.deepEqual(problemsOf(touching, cloud), []);
  });

  it("everything is told at once, one line each", () => {
    const wrong = changed("small", ({ postgres }) => ({
      postgres: { ...postgres, database: "template1", user: "pg_small" },
      egress: [{ name: "ledger", host: "127.0.0.1", port: 443 }],
    }));
    assert.deepEqual(
      problemsOf(wrong, "aws").map(
        (line) => /^isotopo:app has (?:an egress rule|a database role|a database) "[^"]+"/.exec(line)?.[0],
      ),
      [
        'isotopo:app has an egress rule "ledger"',
        'isotopo:app has a database role "pg_small"',
        'isotopo:app has a database "template1"',
      ],
    );
  });
});
