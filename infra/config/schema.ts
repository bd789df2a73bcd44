import { z } from "zod";
import { cloudNames, environmentNames, imagePattern, type RegistryLogin } from "../../components/contract";
import { overridesSchema, type SettingsOverrides } from "./settings";

/** A host name of letters, digits and hyphens with at least one dot (RFC 1123). */
const domainPattern = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
/** The host of a registry, with a port where it is not 443. */
const registryHostPattern = /^[a-z0-9]+(?:[.-]+[a-z0-9]+)*(?::[0-9]{1,5})?$/;
/** A name that the Kubernetes API takes for an object (RFC 1123 subdomain). */
const kubernetesNamePattern = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

const kubernetesName = z
  .string()
  .regex(kubernetesNamePattern, "a Kubernetes name: at most 253 lower-case letters, digits, hyphens and dots");
/** Kubernetes, "Labels and Selectors", Syntax and character set. */
const labelKeyPattern = /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;
const labelValuePattern = /^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$/;
const ports = z
  .array(z.int("a whole number").min(1, "a port, 1 to 65535").max(65_535, "a port, 1 to 65535"))
  .min(1, "at least one port");
const cidrs = z.array(z.cidrv4("an IPv4 range, such as 10.20.0.0/16"));
const text = z.string().min(1, "a text that is not empty");
const resourceGroup = z
  .string()
  .regex(
    /^[A-Za-z0-9_.()-]{0,89}[A-Za-z0-9_()-]$/,
    "a resource group's name: at most 90 letters, digits and _ . ( ) -, no dot at the end",
  );

/** The keys of a stack's config under the project's name. Their descriptions are the documentation. */
export const stackConfigSchema = z.strictObject({
  app: z.string().describe("Application: the name of a file in infra/apps."),
  cloud: z.enum(cloudNames).describe("Cloud on which the stack stands."),
  environment: z.enum(environmentNames).describe("How strong the stack is: a file in infra/environments."),
  instance: z
    .string()
    .regex(/^[a-z][a-z0-9]{0,9}$/, "1 to 10 lower-case letters and digits, a letter first, such as pr12")
    .optional()
    .describe(
      "Tells this copy of the environment from others of the same account: a part of every name, so it never changes. Default: none, for the only one.",
    ),
  region: text.describe("The cloud's name of the region; on kubernetes a free name of the cluster."),
  domain: z
    .string()
    .regex(
      domainPattern,
      "a domain name in lower case, at most 253 characters and 63 between dots, such as shop.example.org",
    )
    .describe("Domain under which the application is reached; its DNS zone has to exist."),
  dnsZone: z
    .string()
    .regex(domainPattern, "a domain name in lower case, such as example.org")
    .optional()
    .describe("Name of the DNS zone on aws and azure that holds the domain. Default: the domain itself."),
  images: z
    .record(
      z.string(),
      z.string().regex(imagePattern, "an image reference with a tag of at most 128 characters or a sha256 digest"),
    )
    .describe("Container image for each image key of the application; by digest in prod."),
  mailHost: z
    .string()
    .regex(domainPattern, "a host name in lower case, such as smtp.example.org")
    .optional()
    .describe(
      "Mail server that an application with mail sends by, on port 587 with STARTTLS. Such a stack needs one to be deployed.",
    ),
  databaseClientImage: z
    .string()
    .regex(imagePattern, "an image reference with a tag of at most 128 characters or a sha256 digest")
    .optional()
    .describe(
      "Image with `psql` that makes the database's roles before each migration, for a stack that can't pull Docker's own. Default: Docker's official image of PostgreSQL, by digest.",
    ),
  notifications: z
    .strictObject({
      email: z
        .array(z.email("an e-mail address"))
        .default([])
        .describe("Addresses; the first is the `owner` that every resource is labelled with."),
    })
    .default({ email: [] })
    .describe("Who is told."),
  costCenter: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, "at most 63 lower-case letters, digits and hyphens")
    .optional()
    .describe("What the cost is booked on, as a label of every resource. Default: the application."),
  overrides: overridesSchema.default({}).describe("Settings of the environment that this stack has otherwise."),
  rotate: z
    .record(z.string(), z.int("a whole number").min(2, "2 or more; the first version is 1"))
    .default({})
    .describe(
      "Version of a generated secret, of `postgres`, `postgres.admin` or `redis.<instance>`; the next one makes a new value.",
    ),
  run: z
    .int("a whole number")
    .min(1, "1 or more")
    .default(1)
    .describe("A higher number starts the same services again, as new revisions, as after a start that has failed."),
  migrationRun: z
    .int("a whole number")
    .min(1, "1 or more")
    .default(1)
    .describe("A higher number runs the same version of the migrations again, as after one that has failed."),
  secrets: z
    .record(z.string(), text)
    .default({})
    .describe("Values of external secrets, each set with `pulumi config set --secret --path`."),
  registries: z
    .record(
      z.string().regex(registryHostPattern, "the host of a registry, such as ghcr.io"),
      z.strictObject({
        username: text.describe("Name with which the stack signs in at the registry."),
        password: text.describe("Its password or token, set with `pulumi config set --secret --path`."),
      }),
    )
    .default({})
    .describe("Registries that ask who pulls, by host; the clouds' own need none."),
  gcp: z
    .strictObject({
      project: z
        .string()
        .regex(
          /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
          "a project id: 6 to 30 lower-case letters, digits and hyphens, a letter first",
        )
        .describe("Id of the project, the same as `gcp:project`."),
      dnsZone: z
        .string()
        .regex(
          /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
          "a managed zone's name: at most 63 lower-case letters, digits and hyphens, a letter first",
        )
        .describe("Name of the Cloud DNS managed zone that holds the domain."),
    })
    .optional()
    .describe("Where the stack stands on Google Cloud. Required on gcp, and nowhere else."),
  azure: z
    .strictObject({
      dnsResourceGroup: resourceGroup.describe("Resource group of the DNS zone that holds the domain."),
      registryResourceGroup: resourceGroup
        .optional()
        .describe("Resource group of the Container Registry that images are in. Default: `<app>-registry`."),
      registrySubscription: z
        .guid("the id of a subscription")
        .optional()
        .describe("Id of the subscription of that group. Default: the stack's own."),
    })
    .optional()
    .describe("Where the stack stands on Azure. Required on azure, and nowhere else."),
  kubernetes: z
    .strictObject({
      gatewayClass: kubernetesName.describe("GatewayClass of the cluster's Gateway API implementation."),
      gatewayNamespace: kubernetesName.describe("Namespace of that implementation's proxies."),
      trustedProxies: z
        .array(text)
        .min(1, "at least one range, or no list")
        .optional()
        .describe(
          "Address ranges of every proxy between a client and the edge, the Gateway's Pods among them, where something that adds to `X-Forwarded-For` stands before the Gateway. Default: none; a client is who the Gateway saw.",
        ),
      clusterIssuer: kubernetesName.describe("cert-manager ClusterIssuer for the public hosts."),
      secretStore: kubernetesName.describe("External Secrets ClusterSecretStore with the external secrets."),
      storageClass: kubernetesName
        .optional()
        .describe(
          "StorageClass of encrypted volumes; the cluster's default where left out. Volumes that are there keep theirs.",
        ),
      objectStorage: z
        .strictObject({
          endpoint: z.url({ protocol: /^https$/, error: "an https address" }).describe("Address of the S3 interface."),
          region: text.describe("Region that its requests are signed for."),
        })
        .describe("Object storage outside the cluster."),
      backupName: z
        .string()
        .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, "at most 63 lower-case letters, digits and hyphens")
        .optional()
        .describe(
          "Folder of the database's archive in its bucket; another one for a database that is made anew. Default: one that the stack draws once and keeps.",
        ),
      dns: z
        .strictObject({
          namespace: kubernetesName
            .optional()
            .describe("Namespace of the DNS Pods: `openshift-dns` on OpenShift. Default: `kube-system`."),
          ports: ports
            .optional()
            .describe(
              "Ports on which these Pods listen, which need not be the Service's: 5353 on OpenShift. Default: 53.",
            ),
          nodeCidrs: cidrs
            .optional()
            .describe("Resolvers on the nodes. Default: NodeLocal DNSCache's address, `169.254.20.10/32`."),
        })
        .optional()
        .describe("Where Pods resolve names."),
      apiServerPorts: ports
        .optional()
        .describe(
          "Ports of the API server, which the database's Pods ask: 8443 on minikube, 16443 on MicroK8s. Default: 443 and 6443.",
        ),
      databaseOperatorNamespace: kubernetesName
        .optional()
        .describe("Namespace of CloudNativePG's operator. Default: `cnpg-system`."),
      monitoringNamespace: kubernetesName
        .optional()
        .describe(
          "Namespace of Prometheus, for which the database then has PodMonitors (Prometheus Operator). Default: none, and nothing may read the metrics.",
        ),
      monitoringLabels: z
        .record(
          z.string().regex(labelKeyPattern, "the key of a Kubernetes label, such as release"),
          z.string().regex(labelValuePattern, "the value of a Kubernetes label: at most 63 characters"),
        )
        .optional()
        .describe(
          "Labels by which that Prometheus finds PodMonitors: `release: <name of its Helm release>` for kube-prometheus-stack as it is installed by default. Default: none but the stack's own.",
        ),
      redisVolumeGiB: z
        .int("a whole number")
        .min(2, "2 or more")
        .max(16_384, "16384 or less")
        .optional()
        .describe(
          "Least size of each Redis volume, in GiB. A volume can't shrink: before memory is made smaller, name the size that the volume has. Default: eight times the memory alone, 2 at least.",
        ),
      egressCidrs: cidrs
        .optional()
        .describe(
          "Private ranges that egress rules and buckets may reach too, such as an object storage's own. Default: none, public addresses alone.",
        ),
    })
    .optional()
    .describe("What the cluster offers. Required on kubernetes, and nowhere else."),
});

type ParsedStackConfig = z.infer<typeof stackConfigSchema>;

/** The config of a stack, whole and right. Values of secrets are not in it: they stay Pulumi secrets. */
export interface StackConfig extends Omit<ParsedStackConfig, "secrets" | "overrides" | "registries"> {
  overrides: SettingsOverrides;
  /** Registries at which the stack signs in, without their passwords. */
  registries: Record<string, RegistryLogin>;
  /** Names of the external secrets that the stack gives. */
  secretNames: string[];
}
