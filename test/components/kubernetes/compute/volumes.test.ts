import assert from "node:assert/strict";
import type { ComponentContext, WorkloadSpec } from "../../../../components/contract";
import { containerVolumes, internalCaPath } from "../../../../components/kubernetes/compute/volumes";
import type { KubernetesRedis } from "../../../../components/kubernetes/redis";

type Asked = Partial<Pick<WorkloadSpec, "writablePaths" | "secrets" | "variables">>;

const redis = { cache: { authority: { name: "redis-cache-tls", key: "ca.crt" } } as KubernetesRedis };

/** Each volume with where it is mounted, in a line. */
function told(asked: Asked, instances: Readonly<Record<string, KubernetesRedis>> = redis): string[] {
  const { volumes, volumeMounts } = containerVolumes(context, { ...workload, ...asked }, instances);
  assert.equal(volumes.length, volumeMounts.length);
  return volumes.map((volume, i) => JSON.stringify([volume, volumeMounts[i]]));
}

const context: ComponentContext = {
  name: "fixture-prod",
  app: "fixture",
  environment: "prod",
  cloud: "kubernetes",
  region: "cluster",
  labels: { app: "fixture", environment: "prod", owner: "shop", "cost-center": "shop", "managed-by": "isotopo" },
  protect: false,
  customerManagedKeys: false,
};

const workload: WorkloadSpec = {
  name: "web",
  image: "registry.test/shop/web:1",
  imageKey: "web",
  uid: 1000,
  gid: 1000,
  requests: { cpuMillicores: 100, memoryMiB: 128 },
  limits: { cpuMillicores: 200, memoryMiB: 256 },
  writablePaths: [],
  variables: {},
  secrets: {},
  buckets: {},
  egress: [],
  terminationGraceSeconds: 30,
  run: 1,
};

describe("kubernetes volumes", () => {
  const ca = (name: string, secretName: string, mountPath: string, ...paths: string[]) =>
    JSON.stringify([
      { name, secret: { secretName, items: ["ca.crt", ...paths].map((path) => ({ key: "ca.crt", path })) } },
      { name, mountPath, readOnly: true },
    ]);
  const postgresCa = ca("postgres-ca", "postgres-tls", "/etc/postgres-ca");
  const internalCa = ca("internal-ca", "redis-cache-tls", "/etc/internal-ca", "ef95d8e5.0");

  it("are none where nothing is asked for", () => assert.deepEqual(told({}), []));

  it("are an empty directory for each path that may be written", () => {
    const empty = (name: string, mountPath: string) =>
      JSON.stringify([
        { name, emptyDir: { sizeLimit: "1Gi" } },
        { name, mountPath },
      ]);
    assert.deepEqual(told({ writablePaths: ["/tmp", "/app/cache"] }), [
      empty("writable-tmp", "/tmp"),
      empty("writable-app-cache-ba09f6", "/app/cache"),
    ]);
  });

  const askedBy: [what: string, asked: Asked, volumes: string[]][] = [
    ["a connection to the database", { secrets: { DATABASE_URL: "postgres.url" } }, [postgresCa]],
    ["the path of its authority", { variables: { CA: { ref: "postgres.caPath" } } }, [postgresCa]],
    ["a connection to Redis", { secrets: { REDIS_URL: "redis.cache.url" } }, [internalCa]],
    ["the host of Redis", { variables: { REDIS_HOST: { ref: "redis.cache.host" } } }, [internalCa]],
    [
      "both, several times",
      { secrets: { A: "postgres.url", B: "postgres.directUrl", C: "redis.cache.url", D: "redis.cache.password" } },
      [postgresCa, internalCa],
    ],
    ["other secrets", { secrets: { KEY: "secret.KEY" }, variables: { BUCKET: { ref: "bucket.uploads.name" } } }, []],
    ["text that only looks like it", { variables: { HINT: "postgres.url" } }, []],
  ];
  for (const [what, asked, volumes] of askedBy) {
    it(`for ${what} are the authorities to trust, and no key`, () => assert.deepEqual(told(asked), volumes));
  }

  it("trust the authority of one instance for all of them", () => {
    const queue = { authority: { name: "redis-queue-tls", key: "ca.crt" } } as KubernetesRedis;
    assert.deepEqual(told({ secrets: { A: "redis.broker.url", B: "redis.cache.url" } }, { ...redis, queue }), [
      internalCa,
    ]);
  });

  it("are where the variables say", () => assert.equal(internalCaPath, "/etc/internal-ca/ca.crt"));
});
