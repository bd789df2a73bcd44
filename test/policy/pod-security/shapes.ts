/** Where each list of containers is, and what makes one of it. */
export interface ContainerKind {
  name: string;
  list: "containers" | "initContainers" | "ephemeralContainers";
  /** What a container of that kind has beside its name. */
  own: object;
}

/** Every kind of container that a Pod has (Kubernetes API reference, PodSpec v1). */
export const containerKinds: readonly ContainerKind[] = [
  { name: "a container", list: "containers", own: {} },
  { name: "an init container", list: "initContainers", own: {} },
  { name: "a sidecar", list: "initContainers", own: { restartPolicy: "Always" } },
  { name: "a debugging container", list: "ephemeralContainers", own: { targetContainerName: "app" } },
];

/** Where the kinds of each API have the template of their Pods. */
const paths: Readonly<Record<string, readonly string[]>> = {
  "": ["core/v1:Pod"],
  template: ["core/v1:PodTemplate"],
  "spec.template": [
    "core/v1:ReplicationController",
    ...["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"].map((kind) => `apps/v1:${kind}`),
    ...["Deployment", "StatefulSet"].map((kind) => `apps/v1beta1:${kind}`),
    ...["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"].map((kind) => `apps/v1beta2:${kind}`),
    ...["Deployment", "DaemonSet", "ReplicaSet"].map((kind) => `extensions/v1beta1:${kind}`),
    "batch/v1:Job",
  ],
  "spec.jobTemplate.spec.template": ["batch/v1:CronJob", "batch/v1beta1:CronJob", "batch/v2alpha1:CronJob"],
};

/** A kind of object that makes Pods. */
export interface PodKind {
  /** Its type in Pulumi. */
  type: string;
  /** The object's properties, around a Pod. */
  around(pod: object): Record<string, unknown>;
}

export const podKinds: readonly PodKind[] = Object.entries(paths).flatMap(([path, kinds]) =>
  kinds.map((kind) => ({
    type: `kubernetes:${kind}`,
    around: (pod: object) =>
      path
        .split(".")
        .filter((key) => key !== "")
        .reduceRight<Record<string, unknown>>((inner, key) => ({ [key]: inner }), { ...pod }),
  })),
);

/** The operating systems that a Pod may name; undefined is Linux, for it names none. */
export type System = "linux" | "windows" | undefined;
export const systems: readonly System[] = [undefined, "linux", "windows"];

/** What a container needs to keep the restricted level on each system. */
function hardened(system: System): Record<string, unknown> {
  if (system === "windows") return { runAsNonRoot: true };
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ["ALL"] },
    runAsNonRoot: true,
    seccompProfile: { type: "RuntimeDefault" },
  };
}

/** What is put into a Pod that keeps the standard: beside what is there, or in the place of it. */
export interface Part {
  /** Of the one container: its security context, and what is beside it. */
  securityContext?: object;
  container?: object;
  /** Of the Pod's specification, and its annotations. */
  spec?: object;
  annotations?: Readonly<Record<string, string>>;
}

/** A Pod that keeps the restricted level but for one part. */
export function podOf(system: System, kind: ContainerKind, part: Part): { metadata: object; spec: object } {
  const good = { name: "app", securityContext: hardened(system) };
  const judged = {
    ...good,
    name: "judged",
    ...kind.own,
    ...part.container,
    securityContext: { ...good.securityContext, ...part.securityContext },
  };
  const lists = { containers: [good], [kind.list]: kind.list === "containers" ? [good, judged] : [judged] };
  return {
    metadata: { name: "shop", annotations: part.annotations },
    spec: { ...(system === undefined ? {} : { os: { name: system } }), ...lists, ...part.spec },
  };
}
