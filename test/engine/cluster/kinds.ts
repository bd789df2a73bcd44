import type { Wire } from "../../../preview/model/wire";

/** An object of the API server, as far as these tests look at it. */
export interface KubernetesObject {
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    generation?: number;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    ownerReferences?: readonly { kind: string }[];
    labels?: Readonly<Record<string, string>>;
    annotations?: Readonly<Record<string, string>>;
  };
  spec?: unknown;
  status?: { conditions?: readonly Condition[] };
}

/** A condition in an object's status. */
export interface Condition {
  type: string;
  status: "True" | "False";
  reason: string;
  message: string;
  observedGeneration?: number;
}

/** An object that these tests make. */
export interface MadeObject {
  kind: Kind;
  name: string;
  labels?: Readonly<Record<string, string>>;
  /** What owns it, and takes it along. */
  owner?: { kind: Kind; name: string; uid: string };
  /** All but its metadata. */
  fields: Readonly<Record<string, Wire>>;
}

/** Kinds by their plural, with the API and the word that manifests have for it. */
const apis = {
  certificates: ["cert-manager.io/v1", "Certificate"],
  issuers: ["cert-manager.io/v1", "Issuer"],
  externalsecrets: ["external-secrets.io/v1", "ExternalSecret"],
  passwords: ["generators.external-secrets.io/v1alpha1", "Password"],
  clusters: ["postgresql.cnpg.io/v1", "Cluster"],
  objectstores: ["barmancloud.cnpg.io/v1", "ObjectStore"],
  secrets: ["v1", "Secret"],
  services: ["v1", "Service"],
  persistentvolumeclaims: ["v1", "PersistentVolumeClaim"],
  pods: ["v1", "Pod"],
  configmaps: ["v1", "ConfigMap"],
  serviceaccounts: ["v1", "ServiceAccount"],
  events: ["v1", "Event"],
  resourcequotas: ["v1", "ResourceQuota"],
  storageclasses: ["storage.k8s.io/v1", "StorageClass"],
  leases: ["coordination.k8s.io/v1", "Lease"],
  deployments: ["apps/v1", "Deployment"],
  horizontalpodautoscalers: ["autoscaling/v2", "HorizontalPodAutoscaler"],
} as const;

/** A kind by its plural. */
export type Kind = keyof typeof apis;

/** Its API and its word, as manifests have them. */
export function typeOf(kind: Kind): { apiVersion: string; kind: string } {
  const [apiVersion, word] = apis[kind];
  return { apiVersion, kind: word };
}

/** The path of a kind's objects in a namespace or, without one, of the cluster; or of one of them. */
export function pathOf(kind: Kind, namespace: string | undefined, name?: string): string {
  const [api] = apis[kind];
  const root = api.includes("/") ? `/apis/${api}` : `/api/${api}`;
  const place = namespace === undefined ? "" : `/namespaces/${namespace}`;
  return `${root}${place}/${kind}${name === undefined ? "" : `/${name}`}`;
}
