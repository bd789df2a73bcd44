import type { ConceptOptions } from "../../contract/capabilities";
import { different, full, refused } from "../../contract/capabilities/capability";

/** How a cluster supports each option of the workloads. */
export const computeCapabilities: ConceptOptions<"compute"> = {
  "compute.probes.startup": full("startupProbe"),
  "compute.probes.readiness": full("readinessProbe"),
  "compute.requests": full("resource requests"),
  "compute.autoscaling.requestsPerMinute": different(
    "CPU and memory only",
    "the cluster has no request metric without a metrics adapter",
  ),
  "compute.autoscaling.pace": full("HorizontalPodAutoscaler behavior"),
  "compute.autoscaling.scaleToZero": refused("a HorizontalPodAutoscaler goes down to 1"),
  "compute.rollout.maxSurge": full("maxSurge"),
  "compute.rollout.rollback": different(
    "progress deadline",
    "a failed rollout stops and the old Pods go on serving; Pulumi reports it, and the next `up` runs a failed migration again and rolls",
  ),
  "compute.rollout.minReadySeconds": full("minReadySeconds"),
  "compute.cronJobs": full("CronJob"),
  "compute.migration": full("a Job that Pulumi awaits"),
  "compute.writablePaths": different(
    "emptyDir volumes with fsGroup",
    "each up to 1 GiB of the node's disk; a Pod that writes more is evicted",
  ),
  "compute.probes.liveness": full("livenessProbe"),
  "compute.probes.exec": full("exec probes"),
  "compute.limits": full("resource limits"),
  "compute.uid": full("runAsUser, runAsNonRoot"),
  "compute.readOnlyRoot": full("readOnlyRootFilesystem"),
  "compute.terminationGraceSeconds": different(
    "terminationGracePeriodSeconds",
    "it counts the five seconds before SIGTERM too, in which the addresses are taken out, so that it is five longer",
  ),
  "compute.autoscaling.targets": full("HorizontalPodAutoscaler"),
  "compute.autoscaling.workers": full("HorizontalPodAutoscaler"),
  "compute.rollout.repeated": full(
    "Pulumi waits for the Deployment again, and its Pods are started again by themselves",
  ),
  "compute.run": full("new Pods, by an annotation of theirs"),
  "compute.rollout.recreate": full("strategy Recreate"),
};
