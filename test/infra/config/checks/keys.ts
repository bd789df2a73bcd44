import { allKeys, type BrokenConfig, onCluster } from "./row";

const missing = (key: string, allowed: string) => `isotopo:${key} is missing; allowed: ${allowed}; it is required`;
const app = missing("app", "one of fixture, small");
const cloud = missing("cloud", "one of aws, gcp, azure, kubernetes");
const environment = missing("environment", "one of dev, staging, prod");
const region = missing("region", "a text that is not empty");
const domain = missing(
  "domain",
  "a domain name in lower case, at most 253 characters and 63 between dots, such as shop.example.org",
);
const images = missing("images", "a set of keys and values");

/** Keys that are missing, or that nobody knows. */
export const brokenKeys: readonly BrokenConfig[] = [
  {
    name: "nothing at all",
    base: {},
    change: {},
    messages: [app, cloud, environment, region, domain, images],
  },
  {
    name: "no application",
    change: { app: undefined },
    messages: [app],
  },
  {
    name: "no cloud",
    change: { cloud: undefined },
    messages: [cloud],
  },
  {
    name: "no environment",
    change: { environment: undefined },
    messages: [environment],
  },
  {
    name: "no region",
    change: { region: undefined },
    messages: [region],
  },
  {
    name: "no domain",
    change: { domain: undefined },
    messages: [domain],
  },
  {
    name: "a run of the services that is no number",
    change: { run: "again" },
    messages: ['isotopo:run is "again"; allowed: a whole number, 1 or more'],
  },
  {
    name: "a run of the services before the first",
    change: { run: 0 },
    messages: ["isotopo:run is 0; allowed: 1 or more"],
  },
  {
    name: "a run of the migrations that is no number",
    change: { migrationRun: "again" },
    messages: ['isotopo:migrationRun is "again"; allowed: a whole number, 1 or more'],
  },
  {
    name: "a run of the migrations before the first",
    change: { migrationRun: 0 },
    messages: ["isotopo:migrationRun is 0; allowed: 1 or more"],
  },
  {
    name: "no images",
    change: { images: undefined },
    messages: [images],
  },
  {
    name: "a key that is nearly one",
    change: { domian: "shop.test" },
    messages: ["isotopo:domian is no key of this program; allowed: domain, which is near"],
  },
  {
    name: "a key with a capital",
    change: { Region: "eu-west-1" },
    messages: ["isotopo:Region is no key of this program; allowed: region, which is near"],
  },
  {
    name: "a key that is like none",
    change: { banana: "yellow" },
    messages: [`isotopo:banana is no key of this program; allowed: one of ${allKeys}`],
  },
  {
    name: "a secret at the top, whose value is not told",
    change: { SENTRY_DSN: "hunter2" },
    messages: [`isotopo:SENTRY_DSN is no key of this program; allowed: one of ${allKeys}`],
  },
  {
    name: "a nested key that is nearly one",
    change: { notifications: { emails: ["team@shop.test"] } },
    messages: ["isotopo:notifications.emails is no key of this program; allowed: email, which is near"],
  },
  {
    name: "a nested key that is like none",
    change: { notifications: { pager: true } },
    messages: ["isotopo:notifications.pager is no key of this program; allowed: one of email"],
  },
  {
    name: "a setting's group that is nearly one",
    change: { overrides: { netwrok: { zones: 3 } } },
    messages: ["isotopo:overrides.netwrok is no key of this program; allowed: network, which is near"],
  },
  {
    name: "a setting's group that is like none",
    change: { overrides: { banana: 1 } },
    messages: [
      "isotopo:overrides.banana is no key of this program; " +
        "allowed: one of protect, customerManagedKeys, network, postgres, redis, storage, replicas, logRetentionDays, edge",
    ],
  },
  {
    name: "a setting that is nearly one",
    change: { overrides: { postgres: { sotrageGiB: 30 } } },
    messages: ["isotopo:overrides.postgres.sotrageGiB is no key of this program; allowed: storageGiB, which is near"],
  },
  {
    name: "a setting that is like none",
    change: { overrides: { storage: { versioned: false } } },
    messages: ["isotopo:overrides.storage.versioned is no key of this program; allowed: one of noncurrentVersionDays"],
  },
  {
    name: "a key three levels down",
    base: onCluster,
    change: {
      kubernetes: {
        gatewayClass: "eg",
        gatewayNamespace: "eg",
        clusterIssuer: "ca",
        secretStore: "store",
        objectStorage: { endpoint: "https://objects.shop.test", region: "us-east-1", bucket: "shop" },
      },
    },
    messages: ["isotopo:kubernetes.objectStorage.bucket is no key of this program; allowed: one of endpoint, region"],
  },
];
