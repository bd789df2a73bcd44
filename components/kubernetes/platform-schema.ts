import { z } from "zod";
import type { KubernetesPlatformSpec } from "./platform-spec";

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

/** The keys of `isotopo:kubernetes`. */
export const kubernetesPlatformSchema = z
  .strictObject({
    gatewayClass: kubernetesName.describe("GatewayClass of the cluster's Gateway API implementation."),
    gatewayNamespace: kubernetesName.describe("Namespace of that implementation's proxies."),
    trustedProxies: z
      .array(text)
      .min(1, "at least one range, or no list")
      .optional()
      .describe(
        "Address ranges of every proxy between a client and the edge, the Gateway's Pods among them, if a proxy in front of the Gateway adds to `X-Forwarded-For`. Default: none; the client is the address that the Gateway saw.",
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
  .describe(
    "What the cluster offers. Required on kubernetes, and nowhere else.",
  ) satisfies z.ZodType<KubernetesPlatformSpec>;
