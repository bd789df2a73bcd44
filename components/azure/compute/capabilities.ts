import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How Azure supports each option of the workloads. */
export const computeCapabilities: ConceptOptions<"compute"> = {
  "compute.probes.startup": different(
    "startup probe of the container app",
    "at most ten failures, further apart so that it is as patient",
  ),
  "compute.probes.readiness": full("readiness probe of the container app"),
  "compute.probes.liveness": full("liveness probe of the container app"),
  "compute.probes.exec": different(
    "nothing",
    "Container Apps has no probe that runs a command: that probe is left out, and only a process that ends is started anew",
  ),
  "compute.requests": different(
    "size of the container app",
    "as large as its limits, rounded up to a size that there is",
  ),
  "compute.limits": different(
    "size of the container app",
    "rounded up to quarters of a vCPU with 512 MiB each, at most 4 vCPU and 8 GiB",
  ),
  "compute.uid": different(
    "user of the image",
    "Container Apps sets no user: the image's USER holds; what makes the database's roles steps down from root by itself",
  ),
  "compute.readOnlyRoot": different(
    "nothing",
    "Container Apps can't make the root file system read-only, and drops no capabilities; what is written is lost at a restart",
  ),
  "compute.autoscaling.requestsPerMinute": different(
    "HTTP scale rule",
    "requests of the last 15 s, rounded to whole requests per second",
  ),
  "compute.autoscaling.targets": full("CPU and memory scale rules of KEDA"),
  "compute.autoscaling.workers": full("CPU and memory scale rules of KEDA"),
  "compute.autoscaling.pace": different(
    "polling interval and cooldown period",
    "the window of scaling up is the polling interval, that of scaling down the wait before zero; steps are the platform's own",
  ),
  "compute.autoscaling.scaleToZero": different(
    "minimum of no replica",
    "only requests start it: a service without requests, such as a worker, stays at zero",
  ),
  "compute.rollout.maxSurge": different(
    "single revision mode",
    "all replicas of the new version start beside the old ones",
  ),
  "compute.rollout.rollback": different(
    "single revision mode: the old revision serves until the new one is ready",
    "the seconds of a rollout are how long Pulumi waits",
  ),
  "compute.rollout.repeated": different(
    "the same template, sent again",
    "it makes no new revision, and what Azure answers was never tried: the smoke test tells, and a higher `isotopo:run` tries again",
  ),
  "compute.run": full("a new revision, by a variable of its template"),
  "compute.rollout.recreate": different(
    "single revision mode",
    "Container Apps stops the old instance only when the new one is ready: for some seconds there are two",
  ),
  "compute.rollout.minReadySeconds": different("readiness probe", "a new instance counts as soon as it is ready"),
  "compute.cronJobs": full("Container Apps job by schedule, in UTC"),
  "compute.migration": different(
    "Container Apps job, started and awaited by a deployment script that may do nothing else",
    "Azure deletes the script after a day, and a refresh then makes it anew: it starts nothing where the last execution was of this version and has succeeded",
  ),
  "compute.writablePaths": different("EmptyDir volumes", "the rest of the root file system can be written too"),
  "compute.terminationGraceSeconds": different(
    "terminationGracePeriodSeconds",
    "as long as the longest route of the service too, at most 600 s; a job has the platform's own 30 s",
  ),
};
