import { rowsOf } from "./rows";
import type { DocumentedValue } from "./value";

const reference = (kind: string) => `Kubernetes API reference, ${kind}`;
/** What every container asks for and may use. */
export const cpu = /^(\d+|\d+m)$/;
/** Amounts of memory and storage. */
export const amount = /^\d+(Mi|Gi)$/;

/** Where each kind keeps the template of its Pods. */
const templates = {
  "kubernetes:apps/v1:Deployment": "spec.template.spec",
  "kubernetes:batch/v1:CronJob": "spec.jobTemplate.spec.template.spec",
  "kubernetes:batch/v1:Job": "spec.template.spec",
} as const;

/** Kubernetes' own kinds. The SDK has literals for apiVersion, kind and the type of a Service, and text for the rest. */
export const kubernetesCoreValues: readonly DocumentedValue[] = [
  ...Object.entries(templates).flatMap(([type, pod]) => [
    ...rowsOf(type, reference("ResourceRequirements; quantities: resource.Quantity"), {
      [`${pod}.containers.*.resources.*.cpu`]: cpu,
      [`${pod}.containers.*.resources.*.memory`]: amount,
      [`${pod}.containers.*.resources.*.ephemeral-storage`]: amount,
      [`${pod}.volumes.*.emptyDir.sizeLimit`]: amount,
    }),
    ...rowsOf(type, reference("PodSecurityContext and SecurityContext"), {
      [`${pod}.containers.*.securityContext.capabilities.drop.*`]: ["ALL"],
      [`${pod}.containers.*.securityContext.seccompProfile.type`]: ["RuntimeDefault"],
      [`${pod}.securityContext.fsGroupChangePolicy`]: ["OnRootMismatch"],
      [`${pod}.securityContext.seccompProfile.type`]: ["RuntimeDefault"],
    }),
  ]),
  ...rowsOf("kubernetes:core/v1:Secret", "Kubernetes documentation, Secrets, Types of Secret", {
    type: ["kubernetes.io/dockerconfigjson"],
  }),
  ...rowsOf("kubernetes:apps/v1:Deployment", reference("Deployment"), {
    "spec.strategy.type": ["Recreate", "RollingUpdate"],
  }),
  ...rowsOf("kubernetes:apps/v1:Deployment", reference("PodSpec"), {
    "spec.template.spec.restartPolicy": ["Always"],
    "spec.template.spec.topologySpreadConstraints.*.whenUnsatisfiable": ["ScheduleAnyway"],
  }),
  ...rowsOf("kubernetes:apps/v1:Deployment", "Kubernetes documentation, Well-Known Labels, Annotations and Taints", {
    "spec.template.spec.topologySpreadConstraints.*.topologyKey": [
      "kubernetes.io/hostname",
      "topology.kubernetes.io/zone",
    ],
  }),
  ...rowsOf("kubernetes:apps/v1:Deployment", reference("PodSpec, TopologySpreadConstraint"), {
    "spec.template.spec.topologySpreadConstraints.*.matchLabelKeys.*": ["pod-template-hash"],
  }),
  ...["spec", "spec.jobTemplate.spec"].flatMap((job) =>
    rowsOf(
      job === "spec" ? "kubernetes:batch/v1:Job" : "kubernetes:batch/v1:CronJob",
      reference("JobSpec, PodFailurePolicy"),
      {
        [`${job}.podFailurePolicy.rules.*.action`]: ["Ignore"],
        [`${job}.podFailurePolicy.rules.*.onPodConditions.*.status`]: ["True"],
        [`${job}.podFailurePolicy.rules.*.onPodConditions.*.type`]: ["DisruptionTarget"],
      },
    ),
  ),
  ...rowsOf("kubernetes:batch/v1:Job", "Pulumi Kubernetes documentation, annotations: pulumi.com/replaceUnready", {
    "metadata.annotations.pulumi.com/replaceUnready": ["true"],
  }),
  ...rowsOf("kubernetes:policy/v1:PodDisruptionBudget", reference("PodDisruptionBudget"), {
    "spec.unhealthyPodEvictionPolicy": ["AlwaysAllow"],
  }),
  ...rowsOf("kubernetes:batch/v1:Job", reference("PodSpec"), { "spec.template.spec.restartPolicy": ["Never"] }),
  ...rowsOf("kubernetes:batch/v1:CronJob", reference("PodSpec"), {
    "spec.jobTemplate.spec.template.spec.restartPolicy": ["Never"],
  }),
  ...rowsOf("kubernetes:batch/v1:CronJob", reference("CronJob"), {
    "spec.concurrencyPolicy": ["Forbid"],
    "spec.schedule": /^([\d*/,-]+ ){4}[\d*/,-]+$/,
    "spec.timeZone": ["Etc/UTC"],
  }),
  ...rowsOf("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", reference("HorizontalPodAutoscaler v2"), {
    "spec.behavior.scaleDown.policies.*.type": ["Pods"],
    "spec.behavior.scaleUp.policies.*.type": ["Pods"],
    "spec.metrics.*.resource.target.type": ["Utilization"],
    "spec.metrics.*.type": ["Resource"],
    "spec.scaleTargetRef.apiVersion": ["apps/v1"],
    "spec.scaleTargetRef.kind": ["Deployment"],
  }),
  ...rowsOf("kubernetes:core/v1:PersistentVolumeClaim", reference("PersistentVolumeClaim"), {
    "spec.accessModes.*": ["ReadWriteOnce"],
    "spec.resources.requests.storage": amount,
  }),
  ...rowsOf("kubernetes:core/v1:Service", reference("Service"), { "spec.clusterIP": ["None"] }),
  ...rowsOf(
    "kubernetes:core/v1:Namespace",
    "Kubernetes documentation, Enforce Pod Security Standards with Namespace Labels",
    {
      "metadata.labels.pod-security.kubernetes.io/enforce": ["restricted"],
      "metadata.labels.pod-security.kubernetes.io/enforce-version": ["latest"],
      "metadata.labels.pod-security.kubernetes.io/audit": ["restricted"],
      "metadata.labels.pod-security.kubernetes.io/audit-version": ["latest"],
      "metadata.labels.pod-security.kubernetes.io/warn": ["restricted"],
      "metadata.labels.pod-security.kubernetes.io/warn-version": ["latest"],
    },
  ),
  ...rowsOf("kubernetes:networking.k8s.io/v1:NetworkPolicy", reference("NetworkPolicy"), {
    "spec.egress.*.ports.*.protocol": ["TCP", "UDP"],
    "spec.ingress.*.ports.*.protocol": ["TCP"],
    "spec.policyTypes.*": ["Egress", "Ingress"],
  }),
];
