import { z } from "zod";
import type { KubernetesObject, MadeObject } from "../kinds";
import { operatorOf, ownerOf, type Status } from "./operator";

const volume = z.object({ size: z.string(), storageClass: z.string().optional() });

const schema = z.object({
  instances: z.number(),
  imageName: z.string(),
  storage: volume,
  walStorage: volume.optional(),
  bootstrap: z.object({ initdb: z.object({ secret: z.object({ name: z.string() }) }) }),
  certificates: z.object({ serverTLSSecret: z.string(), serverCASecret: z.string() }),
  plugins: z.array(z.object({ parameters: z.object({ barmanObjectName: z.string().optional() }) })),
  inheritedMetadata: z.object({ labels: z.record(z.string(), z.string()).optional() }).optional(),
});

type Spec = z.infer<typeof schema>;

/**
 * CloudNativePG's Clusters (1.30.0): phases of `api/v1/cluster_types.go`, the condition of
 * `pkg/resources/status/transactions.go` (`SetClusterReadyCondition`), which has no generation: it is still True right after a change. A
 * Cluster gets nowhere before its Secrets are there (`internal/controller/cluster_create.go`) and, by the Barman Cloud plugin's hook, its
 * ObjectStore (`internal/cnpgi/operator/reconciler.go`, `Pre`). Made are its Services, and for each instance a claim or two and a Pod.
 * Left out: roles, configuration, the job of `initdb`, budgets, failover, and the Deployment of a Pooler, which nothing waits for.
 */
export const databases = operatorOf(schema, {
  manager: "cloudnative-pg",
  kind: "clusters",
  missing({ bootstrap, certificates, plugins }, there) {
    const secrets = [bootstrap.initdb.secret.name, certificates.serverTLSSecret, certificates.serverCASecret];
    const stores = plugins.flatMap(({ parameters }) => parameters.barmanObjectName ?? []);
    return [
      ...[...new Set(secrets)]
        .filter((name) => there.find("secrets", name) === undefined)
        .map((name) => `Secret ${name}`),
      ...stores.filter((name) => there.find("objectstores", name) === undefined).map((name) => `ObjectStore ${name}`),
    ];
  },
  makes: (spec, object) => [
    ...["rw", "ro", "r"].map((suffix) => service(spec, object, suffix)),
    ...Array.from({ length: spec.instances }, (_, i) => instance(spec, object, i + 1)).flat(),
  ],
  ready: ({ instances }) => status("Cluster in healthy state", instances, instances, "True"),
  pending: ({ instances }) => status("Setting up primary", instances, 0, "False"),
  failed: ({ instances }) => status("Cluster is unrecoverable and needs manual intervention", instances, 0, "False"),
});

function status(phase: string, instances: number, readyInstances: number, ready: "True" | "False"): Status {
  const isReady = ready === "True";
  return {
    phase,
    instances,
    readyInstances,
    conditions: [
      {
        type: "Ready",
        status: ready,
        reason: isReady ? "ClusterIsReady" : "ClusterIsNotReady",
        message: isReady ? "Cluster is Ready" : "Cluster Is Not Ready",
      },
    ],
  };
}

function common(spec: Spec, object: KubernetesObject): Pick<MadeObject, "labels" | "owner"> {
  const { name } = object.metadata;
  return {
    labels: { ...spec.inheritedMetadata?.labels, "cnpg.io/cluster": name },
    owner: ownerOf("clusters", object),
  };
}

function service(spec: Spec, object: KubernetesObject, suffix: string): MadeObject {
  const { name } = object.metadata;
  return {
    ...common(spec, object),
    kind: "services",
    name: `${name}-${suffix}`,
    fields: { spec: { selector: { "cnpg.io/cluster": name }, ports: [{ name: "postgres", port: 5432 }] } },
  };
}

function instance(spec: Spec, object: KubernetesObject, number: number): MadeObject[] {
  const { storage, walStorage, imageName } = spec;
  const name = `${object.metadata.name}-${number}`;
  const volumes = [
    { claim: name, volume: storage },
    ...(walStorage === undefined ? [] : [{ claim: `${name}-wal`, volume: walStorage }]),
  ];
  const user = { runAsNonRoot: true, runAsUser: 26, seccompProfile: { type: "RuntimeDefault" } };
  const container = {
    name: "postgres",
    image: imageName,
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
  };
  return [
    ...volumes.map(
      ({ claim, volume }): MadeObject => ({
        ...common(spec, object),
        kind: "persistentvolumeclaims",
        name: claim,
        fields: {
          spec: {
            accessModes: ["ReadWriteOnce"],
            resources: { requests: { storage: volume.size } },
            ...(volume.storageClass === undefined ? {} : { storageClassName: volume.storageClass }),
          },
        },
      }),
    ),
    {
      ...common(spec, object),
      kind: "pods",
      name,
      fields: {
        spec: {
          securityContext: user,
          containers: [container],
          volumes: volumes.map(({ claim }) => ({ name: claim, persistentVolumeClaim: { claimName: claim } })),
        },
      },
    },
  ];
}
