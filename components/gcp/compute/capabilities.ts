import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How Google Cloud supports each option of the workloads. */
export const computeCapabilities: ConceptOptions<"compute"> = {
  "compute.probes.startup": different(
    "startup probe of Cloud Run",
    "within 240 s of attempts, with a period longer than its timeout; a worker pool has no port to ask and starts at once",
  ),
  "compute.probes.readiness": different("readiness probe of Cloud Run", "by HTTP only"),
  "compute.probes.liveness": different(
    "liveness probe of Cloud Run",
    "by HTTP only, with a period longer than its timeout: what is asked by TCP starts anew when its process ends",
  ),
  "compute.probes.exec": different(
    "the end of the process",
    "Cloud Run runs no command in a container; a start is asked at the port instead",
  ),
  "compute.requests": different("the limits", "Cloud Run reserves what the limits say"),
  "compute.limits": different("CPU and memory of Cloud Run", "rounded up: 1, 2, 4, 6 or 8 CPUs and at least 512 MiB"),
  "compute.uid": different(
    "user of the image",
    "Cloud Run has no setting of its own: the image's USER runs, in a sandbox that holds root too",
  ),
  "compute.readOnlyRoot": different(
    "a root file system in memory",
    "it can be written, is lost with the instance, and counts as memory",
  ),
  "compute.writablePaths": different(
    "directories in memory",
    "what is written counts as memory of the instance, and may fill half of it; so would all that is written elsewhere",
  ),
  "compute.autoscaling.requestsPerMinute": different(
    "requests at once",
    "Cloud Run scales by 80 requests at once and instance, not by the minute",
  ),
  "compute.autoscaling.targets": different(
    "Cloud Run's own scaling",
    "at 60 % of CPU and of requests at once; memory does not count",
  ),
  "compute.autoscaling.workers": different(
    "a fixed number",
    "a worker pool has no measure of its work: the least number runs; raise it to have more",
  ),
  "compute.autoscaling.pace": different(
    "Cloud Run's own pace",
    "up within seconds, down after up to 15 minutes without requests",
  ),
  "compute.autoscaling.scaleToZero": full("no least number of instances"),
  "compute.rollout.maxSurge": different(
    "revisions of Cloud Run",
    "the new revision starts beside the old one, as many instances as requests need",
  ),
  "compute.rollout.rollback": different(
    "requests go to the latest ready revision",
    "a revision that does not start gets none and the `up` fails; one that fails later is rolled back by the previous image",
  ),
  "compute.rollout.repeated": different(
    "condition of the last revision",
    "it fails until the image is another, or `isotopo:run` higher: the same template starts nothing",
  ),
  "compute.run": full("a new revision, by a label of its template"),
  "compute.rollout.recreate": different(
    "instance split of the worker pool",
    "old and new may run side by side for seconds: a scheduler needs a lock of its own",
  ),
  "compute.rollout.minReadySeconds": different(
    "startup probe of Cloud Run",
    "a new revision counts as available when it has started",
  ),
  "compute.cronJobs": different(
    "Cloud Scheduler and a Cloud Run job",
    "the first connection of an instance may take a minute or more: a job that can be repeated should have retries",
  ),
  "compute.migration": different(
    "a Cloud Run job whose run Pulumi awaits",
    "three retries at least, as the first connection of an instance may take a minute or more; PORT is a name that Cloud Run keeps: jobs and worker pools go without that variable",
  ),
  "compute.terminationGraceSeconds": different("Cloud Run's own patience", "10 s after SIGTERM, whatever is asked"),
};
