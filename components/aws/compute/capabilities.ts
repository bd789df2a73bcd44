import type { ConceptOptions } from "../../contract/capabilities";
import { different, full, refused } from "../../contract/capabilities/capability";

/** How AWS supports each option of the workloads. */
export const computeCapabilities: ConceptOptions<"compute"> = {
  "compute.probes.startup": different(
    "health check start period and grace period",
    "one grace period, not a probe of its own",
  ),
  "compute.probes.readiness": different("load balancer health check", "ECS replaces a target that stays unhealthy"),
  "compute.requests": different(
    "Fargate task size",
    "a task is as large as its limits, rounded up to a size that Fargate has",
  ),
  "compute.autoscaling.requestsPerMinute": full("ALBRequestCountPerTarget"),
  "compute.autoscaling.pace": different(
    "cooldowns of target tracking",
    "windows become cooldowns; the size of a step is the service's own",
  ),
  "compute.autoscaling.scaleToZero": refused("ECS does not start a task when a request comes"),
  "compute.rollout.maxSurge": different(
    "maximum percent of the ECS service",
    "a share, right for the least replicas: a service that is scaled out starts more at once",
  ),
  "compute.rollout.rollback": different(
    "ECS deployment circuit breaker",
    "it counts tasks that fail, at least three; Pulumi waits as long as that takes, and not less than 20 minutes",
  ),
  "compute.rollout.minReadySeconds": different(
    "healthy threshold of the load balancer",
    "rounded up to health checks, at least two and at most ten; a service without a port counts as soon as it runs",
  ),
  "compute.cronJobs": full("EventBridge Scheduler and a Step Functions workflow"),
  "compute.migration": full("a one-off ECS task, awaited by a function that Pulumi invokes"),
  "compute.writablePaths": different(
    "tmpfs",
    "in the task's memory, at most a quarter of it each; what is written counts as memory used",
  ),
  "compute.probes.liveness": different(
    "container health check",
    "commands only: by HTTP and TCP the load balancer's check is the only one, and ECS replaces a task that fails it",
  ),
  "compute.probes.exec": full("container health check"),
  "compute.limits": different("Fargate task size", "rounded up to a size that Fargate has"),
  "compute.uid": full("user of the container"),
  "compute.readOnlyRoot": full("readonlyRootFilesystem"),
  "compute.terminationGraceSeconds": different("stopTimeout", "at most 120 s"),
  "compute.autoscaling.targets": full("target tracking of ECS services"),
  "compute.autoscaling.workers": full("target tracking of ECS services"),
  "compute.rollout.repeated": different(
    "comparison with the task definition that runs",
    "it fails where ECS has gone back, and the `up` after it tries again; the first rollout of all has nothing to go back to, and is green when it is repeated: the smoke test tells",
  ),
  "compute.run": full("a new task definition, by a label of its container"),
  "compute.rollout.recreate": full("minimum healthy percent 0, maximum 100"),
};
