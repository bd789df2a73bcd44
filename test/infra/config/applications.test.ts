import assert from "node:assert/strict";
import { type TargetName, targetNames } from "../../../components/targets";
import type { Application, ApplicationFacts, EdgeFacts, RouteFacts } from "../../../infra/apps/application";
import { checkConfig } from "../../../infra/config/checks";
import { ConfigProblems } from "../../../infra/config/parser/problems";
import { applicationNamed, fixtureApplications } from "../../support/fixture/applications";
import { assertWholeFacts, type WholeFacts } from "../../support/whole";
import { parsedOf, rawOf, validConfig } from "../support/configs";

/** An application whose facts are otherwise. */
function changed(app: string, change: (facts: WholeFacts) => Partial<ApplicationFacts>): Application {
  const application = applicationNamed(app);
  const describe = (place: Parameters<Application["describe"]>[0]): ApplicationFacts => {
    const facts = application.describe(place);
    assertWholeFacts(facts);
    return { ...facts, ...change(facts) };
  };
  return { ...application, describe };
}

/** The small application with these routes beside that for all paths. */
function routed(routes: readonly Partial<RouteFacts>[]): Application {
  const all = { path: "/*", service: "web", cache: { kind: "none" } } as const;
  return edged({ routes: [all, ...routes.map((route) => ({ ...all, ...route }))] });
}

/** The small application with something else at its edge. */
function edged(change: Partial<EdgeFacts>): Application {
  return changed("small", ({ edge }) => ({ edge: { ...edge, ...change } }));
}

/** What is told of it on a cloud. */
function problemsOf(application: Application, cloud: TargetName): string[] {
  const raw = rawOf(validConfig(fixtureApplications.has(application.name) ? application.name : "small", cloud));
  const problems = new ConfigProblems();
  checkConfig(parsedOf(raw).config, application, raw, problems);
  return problems.problems.map(({ message }) => message);
}

const fewer = "allowed: fewer hosts or paths on aws, or paths that hold for all hosts";

const broken: {
  name: string;
  clouds: readonly TargetName[];
  application: Application;
  messages: (RegExp | string)[];
}[] = [
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
    name: "routes and hosts that nothing answers",
    clouds: ["aws"],
    application: edged({
      hosts: [{ host: "shop.test" }, { host: "api.shop.test", service: "api" }],
      routes: [
        { path: "/x", cache: { kind: "none" } },
        { path: "/y", service: "y", cache: { kind: "none" } },
        { path: "/z", service: "web", bucket: "z", cache: { kind: "none" } },
      ],
    }),
    messages: [
      'isotopo:app has a host "shop.test" without a service; allowed: a service for it, or a route "/*"',
      'isotopo:app has a host "api.shop.test" of the service "api"; allowed: one of web',
      'isotopo:app has a route "/x" that nothing answers; allowed: a service or a bucket for it',
      'isotopo:app has a route "/y" to the service "y"; allowed: one of web',
      'isotopo:app has a route "/z" to the bucket "z"; allowed: one of assets',
    ],
  },
  {
    name: "an edge without hosts",
    clouds: ["aws"],
    application: edged({ hosts: [] }),
    messages: ["isotopo:app has an edge without a host; allowed: at least one host, or no edge"],
  },
  {
    name: "a host that a bucket alone answers for, where that would list it",
    clouds: ["gcp", "azure", "kubernetes"],
    application: edged({
      hosts: [{ host: "shop.test" }],
      routes: [{ path: "/*", bucket: "assets", cache: { kind: "origin" } }],
    }),
    messages: [
      /^isotopo:cloud is "\w+"; allowed: a cloud that has edge\.bucketsOnly: edge "shop\.test": \w+ has no edge\.bucketsOnly: /,
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
    name: "more rules than a load balancer has",
    clouds: ["aws"],
    application: routed(Array.from({ length: 50 }, (_, i) => ({ path: `/${"r".repeat(i + 1)}*` }))),
    messages: [`isotopo:app has 102 rules of the load balancer, which takes 100; ${fewer}`],
  },
  {
    name: "more paths than a distribution has",
    clouds: ["aws"],
    application: routed(Array.from({ length: 76 }, (_, i) => ({ path: `/${"r".repeat(i + 1)}*`, host: "shop.test" }))),
    messages: [`isotopo:app has 77 paths, and a distribution takes 75; ${fewer}`],
  },
  {
    name: "two routes that share a place of the load balancer",
    clouds: ["aws"],
    application: routed([{ path: "/p102/*" }, { path: "/p134/*" }]),
    messages: [
      'isotopo:app has "shop.test/p102/*" and "api.shop.test/p134/*", which share a place among the rules of the load balancer; allowed: two that differ on aws: write one of the paths or hosts otherwise, for example with a longer beginning',
    ],
  },
  {
    name: "a path that is longer than a rule of the load balancer takes",
    clouds: ["aws"],
    application: routed([{ path: `/${"x".repeat(128)}` }]),
    messages: [`isotopo:app has a route "/${"x".repeat(128)}" of 129 characters; allowed: at most 128 on aws`],
  },
  {
    name: "routes that wait longer than CloudFront, all at once",
    clouds: ["aws"],
    application: routed([
      { path: "/reports/*", timeoutSeconds: 300 },
      { path: "/live/*", timeoutSeconds: 121 },
    ]),
    messages: [
      'isotopo:app has a route "/reports/*" that waits 300 s; allowed: 1 to 120 s on aws',
      'isotopo:app has a route "/live/*" that waits 121 s; allowed: 1 to 120 s on aws',
    ],
  },
  {
    name: "a bucket that answers for all paths",
    clouds: ["aws"],
    application: edged({ routes: [{ path: "/*", service: "web", bucket: "assets", cache: { kind: "origin" } }] }),
    messages: [
      'isotopo:app has a route "/*" that the bucket "assets" answers; allowed: a bucket below a path of its own, as "/files/*": on aws one for all paths could be asked for the list of its objects',
    ],
  },
  {
    name: "a content security policy that is longer than CloudFront's",
    clouds: ["aws"],
    application: changed("small", ({ edge }) => ({
      edge: { ...edge, headers: { ...edge.headers, contentSecurityPolicy: "x".repeat(1784) } },
    })),
    messages: ["isotopo:app has a content security policy of 1784 characters; allowed: at most 1783 on aws"],
  },
  {
    name: "a redirect to a query and one to a fragment",
    clouds: ["gcp"],
    application: edged({
      redirects: [
        { from: "/old", to: "/new?a=1", permanent: true },
        { from: "/older", to: "https://elsewhere.example/#top", permanent: false },
      ],
    }),
    messages: [
      'isotopo:app redirects "/old" to "/new?a=1"; allowed: an address without a query and a fragment on gcp, whose load balancer redirects to a host and a path',
      'isotopo:app redirects "/older" to "https://elsewhere.example/#top"; allowed: an address without a query and a fragment on gcp, whose load balancer redirects to a host and a path',
    ],
  },
  {
    name: "redirects that no function of the edge holds",
    clouds: ["aws"],
    application: edged({
      redirects: Array.from({ length: 300 }, (_, i) => ({ from: `/old-${i}`, to: `/new-${i}`, permanent: true })),
    }),
    messages: [
      /^isotopo:app has redirects, dropped headers and CORS that make a function of \d{5} bytes at the edge; allowed: at most 10240 on aws: have fewer or shorter ones$/,
    ],
  },
  {
    name: "a largest body that no rule of the firewall can say",
    clouds: ["aws"],
    application: edged({ maxBodyMiB: 954 }),
    messages: [
      /^isotopo:app has a largest body of 954 MiB, for which a rule of AWS WAF needs 2\d\d characters; allowed: a number whose rule has at most 200 on aws; every one below 954 has$/,
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
  for (const { name, clouds, application, messages } of broken) {
    for (const cloud of clouds) {
      it(`${name} is told on ${cloud}`, () => {
        const told = problemsOf(application, cloud);
        assert.equal(told.length, messages.length, told.join("\n"));
        messages.forEach((message, i) => {
          if (typeof message === "string") assert.equal(told[i], message);
          else assert.match(told[i] ?? "", message);
        });
      });
    }
  }

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
