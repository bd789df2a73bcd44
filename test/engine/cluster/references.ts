import { z } from "zod";
import type { Cluster } from "./cluster";
import { type Kind, type KubernetesObject, pathOf } from "./kinds";

const named = z.object({ name: z.string(), optional: z.boolean().optional() });

const pod = z.object({
  serviceAccountName: z.string().optional(),
  imagePullSecrets: z.array(z.object({ name: z.string() })).default([]),
  containers: z.array(
    z.object({
      env: z
        .array(
          z.object({
            valueFrom: z.object({ secretKeyRef: named.optional(), configMapKeyRef: named.optional() }).optional(),
          }),
        )
        .default([]),
    }),
  ),
  volumes: z
    .array(
      z.object({
        secret: z.object({ secretName: z.string(), optional: z.boolean().optional() }).optional(),
        configMap: named.optional(),
        persistentVolumeClaim: z.object({ claimName: z.string() }).optional(),
        projected: z
          .object({ sources: z.array(z.object({ secret: named.optional(), configMap: named.optional() })) })
          .optional(),
      }),
    )
    .default([]),
});

/** What a Pod reads, by kind. */
type References = readonly (readonly [Kind, name: string])[];

/**
 * What Pods of a namespace read and what was not there when they were made, a line each. A kubelet would not start their containers
 * until it is, and says so in no error of Pulumi's; the simulated one does not look.
 */
export async function unmetReferences(cluster: Cluster, namespace: string): Promise<string[]> {
  const list = (kind: Kind) => cluster.list(pathOf(kind, namespace));
  const kinds = ["secrets", "configmaps", "serviceaccounts", "persistentvolumeclaims"] as const;
  const there = new Map<string, KubernetesObject>();
  for (const kind of kinds) for (const each of await list(kind)) there.set(`${kind}/${each.metadata.name}`, each);
  const pods = await list("pods");
  // A Pod that is about to go has started long ago.
  const staying = pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  return staying.flatMap(({ metadata: { name, creationTimestamp: made = "" }, spec }) =>
    referencesOf(pod.parse(spec)).flatMap(([kind, reference]) => {
      const found = there.get(`${kind}/${reference}`);
      if (found === undefined) return [`Pod ${name} reads ${kind}/${reference}, which is not there`];
      const { creationTimestamp = "" } = found.metadata;
      return creationTimestamp <= made ? [] : [`Pod ${name} reads ${kind}/${reference}, which was made after it`];
    }),
  );
}

function referencesOf({ serviceAccountName, imagePullSecrets, containers, volumes }: z.infer<typeof pod>): References {
  const needed = (kind: Kind, reference: z.infer<typeof named> | undefined): References =>
    reference === undefined || reference.optional === true ? [] : [[kind, reference.name]];
  const sources = [
    ...containers.flatMap(({ env }) => env.map(({ valueFrom }) => valueFrom)),
    ...volumes.flatMap(({ projected }) =>
      (projected?.sources ?? []).map(({ secret, configMap }) => ({ secretKeyRef: secret, configMapKeyRef: configMap })),
    ),
  ];
  return [
    ...needed("serviceaccounts", serviceAccountName === undefined ? undefined : { name: serviceAccountName }),
    ...imagePullSecrets.flatMap((secret) => needed("secrets", secret)),
    ...sources.flatMap((source) => [
      ...needed("secrets", source?.secretKeyRef),
      ...needed("configmaps", source?.configMapKeyRef),
    ]),
    ...volumes.flatMap(({ secret, configMap, persistentVolumeClaim: claim }) => [
      ...needed("secrets", secret === undefined ? undefined : { name: secret.secretName, optional: secret.optional }),
      ...needed("configmaps", configMap),
      ...needed("persistentvolumeclaims", claim === undefined ? undefined : { name: claim.claimName }),
    ]),
  ];
}
