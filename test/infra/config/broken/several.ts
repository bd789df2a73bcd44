import { image, validConfig } from "../../support/configs";
import { allKeys, type BrokenConfig, onCluster } from "./row";

const zeroOnAws = "ECS does not start a task when a request comes; use at least 1";

/** Several problems at once, and what the cloud has not got. */
export const brokenInMoreThanOneWay: readonly BrokenConfig[] = [
  {
    name: "texts, types and keys",
    change: { app: "shop", images: "app", banana: 1, costCenter: "R&D", overrides: { protect: 1, zones: 2 } },
    messages: [
      'isotopo:images is "app"; allowed: an object with keys and values',
      `isotopo:banana is no key of this program; allowed: one of ${allKeys}`,
      'isotopo:costCenter is "R&D"; allowed: lower-case letters, digits and hyphens',
      "isotopo:overrides.protect is 1; allowed: a true or false",
      "isotopo:overrides.zones is no key of this program; " +
        "allowed: one of protect, network, postgres, redis, storage, replicas, logRetentionDays, edge, registry",
      'isotopo:app is "shop"; allowed: one of anclora, icosistem, mesio, neosale',
    ],
  },
  {
    name: "region, image, range, storage, replicas, secret, rotation, cluster and denied range",
    change: {
      "aws:region": undefined,
      images: { app: "registry.test/app:1.2.0" },
      overrides: {
        network: { cidr: "10.0.0.0/24" },
        postgres: { storageGiB: 50, maxStorageGiB: 40 },
        replicas: { minimum: 4, maximum: 2 },
        edge: { deniedCidrs: ["nowhere"] },
      },
      secrets: { STRIPE_SECRET_KEY: "hunter2" },
      rotate: { STRIPE_SECRET_KEY: 2 },
      kubernetes: {
        ...{ gatewayClass: "eg", gatewayNamespace: "eg", clusterIssuer: "ca", secretStore: "store" },
        objectStorage: { endpoint: "http://objects.shop.test", region: "us-east-1" },
      },
    },
    messages: [
      'isotopo:region is "eu-west-1", and aws:region is missing; ' +
        "allowed: the same region in both; the AWS provider reads aws:region",
      'isotopo:images.app is "registry.test/app:1.2.0"; ' +
        "allowed: an image by digest in prod, name@sha256:<64 hex digits>",
      'isotopo:overrides.network.cidr is "10.0.0.0/24"; ' +
        "allowed: a private IPv4 range of /16 to /20, such as 10.0.0.0/16",
      "isotopo:overrides.postgres.maxStorageGiB is 40, less than storageGiB, which is 50; allowed: at least 50",
      "isotopo:overrides.replicas.maximum is 2, less than minimum, which is 4; allowed: at least 4",
      "isotopo:secrets.STRIPE_SECRET_KEY is no secret of icosistem; " +
        "allowed: one of SENTRY_DSN, MAIL_PASSWORD, SLACK_WEBHOOK_URL",
      "isotopo:rotate.STRIPE_SECRET_KEY is nothing that is generated; allowed: one of SECRET_KEY, JWT_SECRET_KEY, " +
        "BACKUP_ENCRYPTION_KEY, postgres, redis.cache, redis.queue",
      "isotopo:kubernetes is set on aws; allowed: no value: it describes a cluster",
      'isotopo:kubernetes.objectStorage.endpoint is "http://objects.shop.test"; allowed: an https address',
      'isotopo:overrides.edge.deniedCidrs.0 is "nowhere"; allowed: an address range, such as 203.0.113.0/24',
    ],
  },
  {
    name: "what the schema sees is told before what it does not",
    change: { domain: "localhost", overrides: { network: { cidr: "everything" } } },
    messages: ['isotopo:domain is "localhost"; allowed: a domain name in lower case, such as shop.example.org'],
  },
  {
    name: "both images of an application that has two",
    base: validConfig("neosale"),
    change: { images: { web: "registry.test/web:latest", API: image("api") } },
    messages: [
      "isotopo:images.api is missing; " +
        "allowed: the reference of the image with Express and Prisma; migrations and upkeep run from it too",
      'isotopo:images.web is "registry.test/web:latest"; ' +
        "allowed: an image by digest in prod, name@sha256:<64 hex digits>",
      "isotopo:images.API is no image of neosale; allowed: one of web, api",
    ],
  },
  {
    name: "no instance while nobody asks",
    change: { overrides: { replicas: { minimum: 0 } } },
    messages: ["web", "worker"].map(
      (service) =>
        'isotopo:cloud is "aws"; allowed: a cloud that has compute.autoscaling.scaleToZero: ' +
        `compute "${service}": aws has no compute.autoscaling.scaleToZero: ${zeroOnAws}`,
    ),
  },
  {
    name: "denied countries on a cluster",
    base: onCluster,
    change: { overrides: { edge: { deniedCountries: ["CU"] } } },
    messages: [
      'isotopo:cloud is "kubernetes"; allowed: a cloud that has cdn.waf.deniedCountries: cdn: kubernetes has no ' +
        "cdn.waf.deniedCountries: the edge proxy knows no countries; put a firewall in front",
    ],
  },
];
