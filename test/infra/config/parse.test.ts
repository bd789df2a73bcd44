import assert from "node:assert/strict";
import { checkConfig } from "../../../infra/config/checks";
import { parseConfig } from "../../../infra/config/parse";
import { ConfigProblems } from "../../../infra/config/parser/problems";
import { applicationNamed, fixtureApplications } from "../../support/fixture/applications";
import { cluster, image, parsedOf, rawOf, validConfig } from "../support/configs";
import { pick } from "../support/picks";

const parse = (change: Record<string, unknown> = {}) => parsedOf({ ...validConfig(), ...change }).config;

describe("config that is right", () => {
  it("has nothing but what was said, and the defaults", () => {
    assert.deepEqual(parse({ notifications: undefined }), {
      app: "fixture",
      cloud: "aws",
      environment: "prod",
      region: "eu-west-1",
      domain: "shop.test",
      mailHost: "smtp.shop.test",
      migrationRun: 1,
      registries: {},
      run: 1,
      images: { app: image("app"), api: image("api") },
      notifications: { email: [] },
      overrides: {},
      rotate: {},
      secretNames: [],
    });
  });

  it("names the secrets, sorted, and holds no value of them", () => {
    const config = parse({ secrets: { SLACK_WEBHOOK_URL: "hunter2", MAIL_PASSWORD: "hunter2" } });
    assert.deepEqual(config.secretNames, ["MAIL_PASSWORD", "SLACK_WEBHOOK_URL"]);
    assert.doesNotMatch(JSON.stringify(config), /hunter2/);
  });

  it("leaves other namespaces alone", () => {
    assert.equal(parse({ "kubernetes:context": "kind", "aws:profile": "shop" }).app, "fixture");
  });

  it("is read from the namespace of the project", () => {
    const raw = Object.entries(rawOf(validConfig())).map(([key, text]) => [key.replace(/^isotopo:/, "house:"), text]);
    assert.equal(parseConfig(Object.fromEntries(raw), "house", fixtureApplications).config.app, "fixture");
    assert.throws(() => parseConfig(Object.fromEntries(raw), "isotopo", fixtureApplications), ConfigProblems);
    const broken = { ...Object.fromEntries(raw), "house:domain": "localhost", "house:banana": "yellow" };
    assert.throws(
      () => parseConfig(broken, "house", fixtureApplications),
      ({ message }: Error) => /^house:banana .+\nhouse:domain .+$/.test(message),
    );
  });

  it("a cluster may have any region, and no provider's", () => {
    const { config } = parsedOf({ ...validConfig("small", "kubernetes"), region: "rack-7" });
    assert.deepEqual(pick(config, "region", "kubernetes"), { region: "rack-7", kubernetes: cluster });
  });
});

describe("values at the edge of what is allowed", () => {
  const edges: [name: string, change: Record<string, unknown>][] = [
    ["the largest network", { overrides: { network: { cidr: "172.16.0.0/16" } } }],
    ["the smallest network", { overrides: { network: { cidr: "192.168.240.0/20" } } }],
    ["storage that does not grow", { overrides: { postgres: { storageGiB: 65_536, maxStorageGiB: 65_536 } } }],
    ["the longest backups", { overrides: { postgres: { backupRetentionDays: 35 } } }],
    ["the shortest backups", { overrides: { postgres: { backupRetentionDays: 1 } } }],
    ["no read replica", { overrides: { postgres: { readReplicas: 0 } } }],
    ["every statement is logged", { overrides: { postgres: { slowQueryMilliseconds: 0 } } }],
    ["the least memory", { overrides: { redis: { memoryMiB: 64 } } }],
    ["as many replicas at least as at most", { overrides: { replicas: { minimum: 2, maximum: 2 } } }],
    ["logs of ten years", { overrides: { logRetentionDays: 3653 } }],
    ["a denied range of IPv6", { overrides: { edge: { deniedCidrs: ["2001:db8::/32"] } } }],
    ["settings of nothing", { overrides: { network: {} } }],
    [
      "a tag outside prod",
      { environment: "staging", images: { app: "registry.test:5000/app:1.2.0", api: image("api") } },
    ],
    ["a tag and a digest in prod", { images: { app: image("app").replace("@", ":1.2.0@"), api: image("api") } }],
    ["the shortest domain", { domain: "a.io" }],
    ["a label of 63 letters", { domain: `${"a".repeat(63)}.test` }],
    ["a rotated instance of Redis", { rotate: { "redis.queue": 2 } }],
    ["another copy", { instance: "pr12345678" }],
    ["the zone above the domain", { domain: "pr12.shop.test", dnsZone: "shop.test" }],
    ["the domain's own zone", { dnsZone: "shop.test" }],
    ["a cost center", { costCenter: "team-7" }],
  ];
  for (const [name, change] of edges) it(name, () => assert.doesNotThrow(() => parse(change)));
});

describe("an application that asks for what its cloud has not got", () => {
  it("is told by the cloud, since no key asks for it", () => {
    const small = applicationNamed("small");
    const application: typeof small = {
      ...small,
      describe: (place) => {
        const facts = small.describe(place);
        const autoscaling = { minReplicas: 0, maxReplicas: 2 };
        return { ...facts, services: facts.services.map((service) => ({ ...service, autoscaling })) };
      },
    };
    const raw = rawOf(validConfig("small"));
    const problems = new ConfigProblems();
    checkConfig(parsedOf(raw).config, application, raw, problems);
    assert.equal(
      problems.message,
      'isotopo:cloud is "aws"; allowed: a cloud that has compute.autoscaling.scaleToZero: compute "web": ' +
        "aws has no compute.autoscaling.scaleToZero: ECS does not start a task when a request comes",
    );
  });
});

describe("an application without external secrets", () => {
  it("takes none", () => {
    // The small application's one secret is generated.
    const application = applicationNamed("small");
    const raw = rawOf(validConfig("small"));
    const problems = new ConfigProblems();
    checkConfig({ ...parsedOf(raw).config, secretNames: ["SENTRY_DSN"] }, application, raw, problems);
    assert.equal(
      problems.message,
      "isotopo:secrets.SENTRY_DSN is no secret of small; allowed: no key: the application has no external secrets",
    );
  });
});
