import { image } from "../../support/configs";
import { allKeys, type BrokenConfig, onCluster } from "./row";

/** Several problems at once, and what the cloud has not got. */
export const brokenInMoreThanOneWay: readonly BrokenConfig[] = [
  {
    name: "texts, types and keys",
    change: { app: "shop", images: "app", banana: 1, costCenter: "R&D", overrides: { protect: 1, zones: 2 } },
    messages: [
      'isotopo:images is "app"; allowed: a set of keys and values',
      `isotopo:banana is no key of this program; allowed: one of ${allKeys}`,
      'isotopo:app is "shop"; allowed: one of fixture, small',
      'isotopo:costCenter is "R&D"; allowed: at most 63 lower-case letters, digits and hyphens',
      "isotopo:overrides.protect is 1; allowed: true or false",
      "isotopo:overrides.zones is no key of this program; " +
        "allowed: one of protect, customerManagedKeys, network, postgres, redis, storage, replicas, logRetentionDays, edge",
    ],
  },
  {
    name: "region, image, range, storage, replicas, secret, rotation, cluster and denied range",
    change: {
      "aws:region": undefined,
      images: { app: "registry.test/app:1.2.0", api: image("api") },
      overrides: {
        network: { cidr: "10.0.0.0/24" },
        postgres: { storageGiB: 50, maxStorageGiB: 40 },
        replicas: { minimum: 4, maximum: 2 },
        edge: { deniedCidrs: ["nowhere"] },
      },
      secrets: { STRIPE_SECRET_KEY: "hunter2" },
      rotate: { STRIPE_SECRET_KEY: 2 },
      kubernetes: {
        gatewayClass: "eg",
        gatewayNamespace: "eg",
        clusterIssuer: "ca",
        secretStore: "store",
        objectStorage: { endpoint: "http://objects.shop.test", region: "us-east-1" },
      },
    },
    messages: [
      'isotopo:kubernetes.objectStorage.endpoint is "http://objects.shop.test"; allowed: an https address',
      'isotopo:region is "eu-west-1", and aws:region is missing; ' +
        "allowed: the same in both; the AWS provider reads aws:region",
      'isotopo:images.app is "registry.test/app:1.2.0"; ' +
        "allowed: an image by digest in prod, name@sha256:<64 hex digits>",
      'isotopo:overrides.network.cidr is "10.0.0.0/24"; ' +
        "allowed: a private IPv4 range of /16 to /20, such as 10.0.0.0/16",
      "isotopo:overrides.postgres.maxStorageGiB is 40, less than storageGiB, which is 50; allowed: at least 50",
      "isotopo:overrides.replicas.maximum is 2, less than minimum, which is 4; allowed: at least 4",
      "isotopo:secrets.STRIPE_SECRET_KEY is no secret of fixture; " +
        "allowed: one of SENTRY_DSN, MAIL_PASSWORD, SLACK_WEBHOOK_URL",
      "isotopo:rotate.STRIPE_SECRET_KEY is no generated secret; allowed: one of SECRET_KEY, JWT_SECRET_KEY, " +
        "BACKUP_ENCRYPTION_KEY, postgres, postgres.admin, redis.cache, redis.queue",
      "isotopo:kubernetes is set on aws; allowed: no value: it describes a cluster",
      'isotopo:overrides.edge.deniedCidrs.0 is "nowhere"; allowed: an address range, such as 203.0.113.0/24',
    ],
  },
  {
    name: "what the schema sees and what it does not",
    change: {
      domain: "localhost",
      images: { app: "registry.test/app", api: image("api"), App: "App" },
      overrides: { network: { cidr: "everything", zones: 4 }, postgres: { storageGiB: 200, size: "huge" } },
      kubernetes: {},
    },
    messages: [
      'isotopo:domain is "localhost"; ' +
        "allowed: a domain name in lower case, at most 253 characters and 63 between dots, such as shop.example.org",
      'isotopo:images.App is "App"; ' +
        "allowed: an image reference with a tag of at most 128 characters or a sha256 digest",
      "isotopo:overrides.network.zones is 4; allowed: 2 or 3",
      'isotopo:overrides.postgres.size is "huge"; allowed: one of micro, small, medium, large',
      ...["gatewayClass", "gatewayNamespace", "clusterIssuer", "secretStore"].map(
        (key) =>
          `isotopo:kubernetes.${key} is missing; ` +
          "allowed: a Kubernetes name: at most 253 lower-case letters, digits, hyphens and dots; it is required",
      ),
      "isotopo:kubernetes.objectStorage is missing; allowed: a set of keys and values; it is required",
      'isotopo:images.app is "registry.test/app"; allowed: an image by digest in prod, name@sha256:<64 hex digits>',
      'isotopo:overrides.network.cidr is "everything"; ' +
        "allowed: a private IPv4 range of /16 to /20, such as 10.0.0.0/16",
      "isotopo:overrides.postgres.maxStorageGiB is 100, less than storageGiB, which is 200; allowed: at least 200",
      "isotopo:kubernetes is set on aws; allowed: no value: it describes a cluster",
    ],
  },
  {
    name: "a bad value is not compared",
    change: {
      overrides: { postgres: { storageGiB: 200, maxStorageGiB: "300" } },
      images: { app: 5, api: image("api") },
    },
    messages: [
      "isotopo:images.app is 5; allowed: a text",
      'isotopo:overrides.postgres.maxStorageGiB is "300"; allowed: a whole number',
    ],
  },
  {
    name: "what the cloud has not got, beside what is wrong everywhere",
    base: onCluster,
    change: {
      region: "",
      overrides: { network: { cidr: "everything" }, replicas: { minimum: 0 }, edge: { deniedCountries: ["CU"] } },
    },
    messages: [
      'isotopo:region is ""; allowed: a text that is not empty',
      'isotopo:overrides.network.cidr is "everything"; ' +
        "allowed: a private IPv4 range of /16 to /20, such as 10.0.0.0/16",
      "isotopo:overrides.replicas.minimum is 0; " +
        "allowed: at least 1 on kubernetes: a HorizontalPodAutoscaler goes down to 1",
      'isotopo:overrides.edge.deniedCountries is ["CU"]; ' +
        "allowed: no country on kubernetes: the edge proxy knows no countries; put a firewall in front",
    ],
  },
  {
    name: "both images of an application that has two",
    change: { images: { app: "registry.test/app:latest", API: image("api") } },
    messages: [
      "isotopo:images.api is missing; " + "allowed: the reference of the image with the API",
      'isotopo:images.app is "registry.test/app:latest"; ' +
        "allowed: an image by digest in prod, name@sha256:<64 hex digits>",
      "isotopo:images.API is no image of fixture; allowed: one of app, api",
    ],
  },
  {
    name: "no instance while nobody asks",
    change: { overrides: { replicas: { minimum: 0 } } },
    messages: [
      "isotopo:overrides.replicas.minimum is 0; " +
        "allowed: at least 1 on aws: ECS does not start a task when a request comes",
    ],
  },
  {
    name: "denied countries on a cluster",
    base: onCluster,
    change: { overrides: { edge: { deniedCountries: ["CU"] } } },
    messages: [
      'isotopo:overrides.edge.deniedCountries is ["CU"]; ' +
        "allowed: no country on kubernetes: the edge proxy knows no countries; put a firewall in front",
    ],
  },
];
