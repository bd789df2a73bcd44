import { type Capability, different, full } from "./capability";

/** Services, jobs and how they scale and roll out. */
export const computeCapabilities: readonly Capability[] = [
  {
    concept: "compute",
    option: "probes.startup",
    meaning: "Other probes wait until the application is up.",
    clouds: {
      aws: different("health check start period and grace period", "one grace period, not a probe of its own"),
      kubernetes: full("startupProbe"),
    },
  },
  {
    concept: "compute",
    option: "probes.readiness",
    meaning: "An instance that is not ready gets no requests.",
    clouds: {
      aws: different("load balancer health check", "ECS replaces a target that stays unhealthy"),
      kubernetes: full("readinessProbe"),
    },
  },
  {
    concept: "compute",
    option: "requests",
    meaning: "So much is reserved.",
    clouds: {
      aws: different("Fargate task size", "a task is as large as its limits, rounded up to a size that Fargate has"),
      kubernetes: full("resource requests"),
    },
  },
  {
    concept: "compute",
    option: "autoscaling.requestsPerMinute",
    meaning: "Scale by requests per minute and replica.",
    clouds: {
      aws: full("ALBRequestCountPerTarget"),
      kubernetes: different("CPU and memory only", "the cluster has no request metric without a metrics adapter"),
    },
  },
  {
    concept: "compute",
    option: "autoscaling.pace",
    meaning: "Up fast, down slowly: windows and steps.",
    clouds: {
      aws: different(
        "cooldowns of target tracking",
        "windows become cooldowns; the size of a step is the service's own",
      ),
      kubernetes: full("HorizontalPodAutoscaler behavior"),
    },
  },
  {
    concept: "compute",
    option: "autoscaling.scaleToZero",
    meaning: "No instance while nobody asks.",
    clouds: {
      aws: { level: "refused", reason: "ECS does not start a task when a request comes" },
      kubernetes: { level: "refused", reason: "a HorizontalPodAutoscaler goes down to 1" },
    },
    askedBy: ({ compute }) =>
      compute.services.filter(({ autoscaling }) => autoscaling.minReplicas === 0).map(({ name }) => name),
    asked: { key: "overrides.replicas.minimum", allowed: "at least 1" },
  },
  {
    concept: "compute",
    option: "rollout.maxSurge",
    meaning: "So many instances more than wanted run during a rollout, at most.",
    clouds: {
      aws: different(
        "maximum percent of the ECS service",
        "a share, right for the least replicas: a service that is scaled out starts more at once",
      ),
      kubernetes: full("maxSurge"),
    },
  },
  {
    concept: "compute",
    option: "rollout.rollback",
    meaning: "A rollout that fails its health checks goes back by itself.",
    clouds: {
      aws: full("ECS deployment circuit breaker"),
      kubernetes: different(
        "progress deadline",
        "a failed rollout stops and the old Pods go on serving; Pulumi reports it and the next `up` mends it",
      ),
    },
  },
  {
    concept: "compute",
    option: "rollout.minReadySeconds",
    meaning: "A new instance counts as available after so many healthy seconds.",
    clouds: {
      aws: different(
        "healthy threshold of the load balancer",
        "rounded up to health checks, at least two and at most ten; a service without a port counts as soon as it runs",
      ),
      kubernetes: full("minReadySeconds"),
    },
  },
  {
    concept: "compute",
    option: "cronJobs",
    meaning: "A job by the clock, stopped when it takes too long and tried again when it fails.",
    clouds: {
      aws: full("EventBridge Scheduler and a Step Functions workflow"),
      kubernetes: full("CronJob"),
    },
  },
  {
    concept: "compute",
    option: "migration",
    meaning: "One job before the rollout, which waits for its success.",
    clouds: {
      aws: full("a one-off ECS task, awaited by a function that Pulumi invokes"),
      kubernetes: full("a Job that Pulumi awaits"),
    },
  },
  {
    concept: "compute",
    option: "writablePaths",
    meaning: "Only these directories can be written.",
    clouds: {
      aws: different("bind mounts", "the image must own them as the user (VOLUME), or they belong to root"),
      kubernetes: full("emptyDir volumes with fsGroup"),
    },
  },
];
