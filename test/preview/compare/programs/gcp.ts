import { of, type Row, ref } from "./row";

const database = of("gcp:sql/databaseInstance:DatabaseInstance");
const bucket = of("gcp:storage/bucket:Bucket");
const redis = of("gcp:redis/instance:Instance");
const secret = of("gcp:secretmanager/secret:Secret");
const network = of("gcp:compute/network:Network");
const subnet = of("gcp:compute/subnetwork:Subnetwork");
const service = of("gcp:cloudrunv2/service:Service");
const cluster = of("gcp:dataproc/cluster:Cluster");
const topic = of("gcp:pubsub/topic:Topic");
const aclPolicy = of("gcp:memorystore/aclPolicy:AclPolicy");

const postgres = (settings: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => ({
  databaseVersion: "POSTGRES_17",
  region: "europe-west1",
  settings: { tier: "db-custom-2-7680", ...settings },
  ...more,
});
const acl = (rules: unknown[]) => ({ aclPolicyId: "acl", location: "europe-west1", rules });
const run = (image: string) => ({ location: "europe-west1", template: { containers: [{ image }] } });

/** Programs on Google Cloud. */
export const gcp: readonly Row[] = [
  {
    name: "a larger tier",
    before: [database("g1-db", postgres())],
    after: [database("g1-db", postgres({ tier: "db-custom-4-15360" }))],
    expected: { "g1-db": "update | settings.tier changed" },
  },
  {
    name: "another region of a database",
    before: [database("g2-db", postgres())],
    after: [database("g2-db", postgres({}, { region: "europe-north1" }))],
    expected: { "g2-db": "replace | loses the database and its rows | region forces a replacement | region changed" },
  },
  {
    name: "a database that leaves its network",
    before: [database("g3-db", postgres({ ipConfiguration: { privateNetwork: "projects/p/global/networks/n" } }))],
    after: [database("g3-db", postgres())],
    expected: {
      "g3-db":
        "replace | loses the database and its rows | settings.ipConfiguration forces a replacement | settings.ipConfiguration removed",
    },
  },
  {
    name: "another place of a bucket",
    before: [bucket("g4-files", { location: "EU" })],
    after: [bucket("g4-files", { location: "US" })],
    expected: {
      "g4-files": "replace | loses the bucket and its objects | location forces a replacement | location changed",
    },
  },
  {
    name: "a Redis of another tier, and one with more memory",
    before: [
      redis("g5-cache", { tier: "BASIC", memorySizeGb: 1 }),
      redis("g5-queue", { tier: "BASIC", memorySizeGb: 1 }),
    ],
    after: [
      redis("g5-cache", { tier: "STANDARD_HA", memorySizeGb: 1 }),
      redis("g5-queue", { tier: "BASIC", memorySizeGb: 2 }),
    ],
    expected: {
      "g5-cache": "replace | loses what the cache or queue holds | tier forces a replacement | tier changed",
      "g5-queue": "update | memorySizeGb changed",
    },
  },
  {
    name: "a secret that is taken out",
    before: [secret("g6-token", { secretId: "token", replication: { auto: {} } })],
    after: [],
    expected: { "g6-token": "delete | loses the secret and its versions | it is no longer in the program" },
  },
  {
    name: "a network that is replaced, with its subnet and, through both, its database",
    before: [
      network("g7-net", { autoCreateSubnetworks: true }),
      subnet("g7-subnet", { network: ref("g7-net.id"), ipCidrRange: "10.0.0.0/20", region: "europe-west1" }),
    ],
    after: [
      network("g7-net", { autoCreateSubnetworks: false }),
      subnet("g7-subnet", { network: ref("g7-net.id"), ipCidrRange: "10.0.0.0/20", region: "europe-west1" }),
    ],
    expected: {
      "g7-net": "replace | autoCreateSubnetworks forces a replacement | autoCreateSubnetworks changed",
      "g7-subnet": "replace | network forces a replacement: known after g7-net is replaced | network not comparable",
    },
  },
  {
    name: "another image",
    before: [service("g8-web", run("europe-docker.pkg.dev/p/r/web@sha256:1"))],
    after: [service("g8-web", run("europe-docker.pkg.dev/p/r/web@sha256:2"))],
    expected: { "g8-web": "update | template.containers[0].image changed" },
  },
  {
    name: "a container before the one that was there",
    before: [
      service("g9-web", { location: "europe-west1", template: { containers: [{ name: "web", image: "web:1" }] } }),
    ],
    after: [
      service("g9-web", {
        location: "europe-west1",
        template: {
          containers: [
            { name: "proxy", image: "proxy:1" },
            { name: "web", image: "web:1" },
          ],
        },
      }),
    ],
    expected: { "g9-web": "update | template.containers[0] added" },
  },
  {
    name: "a topic that keeps its messages longer",
    before: [topic("g10-events", { messageRetentionDuration: "600s" })],
    after: [topic("g10-events", { messageRetentionDuration: "1200s" })],
    expected: { "g10-events": "update | messageRetentionDuration changed" },
  },
  {
    name: "a type that our stacks don't have",
    before: [cluster("g11-jobs", { labels: { a: "1" } }), cluster("g11-other", { region: "europe-west1" })],
    after: [cluster("g11-jobs", { labels: { a: "2" } }), cluster("g11-other", { region: "europe-west3" })],
    expected: {
      "g11-jobs": "update | labels.a changed",
      "g11-other": "replace | region forces a replacement | region changed",
    },
  },
  {
    name: "a type that came after the table",
    before: [aclPolicy("g12-acl", acl([]))],
    after: [aclPolicy("g12-acl", acl([{ rule: "on ~* +@read", username: "reader" }]))],
    expected: {
      "g12-acl":
        "may replace | it is unknown which properties of gcp:memorystore/aclPolicy:AclPolicy force a replacement | rules[0] added",
    },
  },
  {
    name: "a range of a network, which replaces where it shrinks",
    before: [subnet("g13-subnet", { network: "main", ipCidrRange: "10.0.0.0/24" })],
    after: [subnet("g13-subnet", { network: "main", ipCidrRange: "10.0.0.0/20" })],
    expected: {
      "g13-subnet": "may replace | ipCidrRange forces a replacement for some values | ipCidrRange changed",
    },
  },
];
