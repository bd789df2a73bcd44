import type { OptionsOf } from "../capabilities/capability";

/** Services, jobs and how they scale and roll out. */
export const computeOptions = [
  {
    name: "compute.probes.startup",
    meaning: "Other probes wait until the application is up.",
  },
  {
    name: "compute.probes.readiness",
    meaning: "An instance that is not ready gets no requests.",
  },
  {
    name: "compute.probes.liveness",
    meaning: "An instance that does not answer is started anew.",
  },
  {
    name: "compute.probes.exec",
    meaning: "A command in the container says whether it is well.",
  },
  {
    name: "compute.requests",
    meaning: "So much is reserved.",
  },
  {
    name: "compute.limits",
    meaning: "It uses so much at most.",
  },
  {
    name: "compute.uid",
    meaning: "It runs as this numeric user, never as root.",
  },
  {
    name: "compute.readOnlyRoot",
    meaning: "The root file system can't be written.",
  },
  {
    name: "compute.autoscaling.requestsPerMinute",
    meaning: "Scale by requests per minute and replica.",
  },
  {
    name: "compute.autoscaling.targets",
    meaning: "Scale by average use of CPU and memory.",
  },
  {
    name: "compute.autoscaling.workers",
    meaning: "Workloads without a port scale too.",
  },
  {
    name: "compute.autoscaling.pace",
    meaning: "Up fast, down slowly: windows and steps.",
  },
  {
    name: "compute.autoscaling.scaleToZero",
    meaning: "No instance while there are no requests.",
    usedBy: ({ compute }) =>
      compute.services.filter(({ autoscaling }) => autoscaling.minReplicas === 0).map(({ name }) => name),
    configKey: { key: "overrides.replicas.minimum", allowed: "at least 1" },
  },
  {
    name: "compute.rollout.maxSurge",
    meaning: "At most this number of additional instances runs during a rollout.",
  },
  {
    name: "compute.rollout.rollback",
    meaning: "A rollout that fails its health checks goes back by itself.",
  },
  {
    name: "compute.rollout.repeated",
    meaning: "An `up` that is repeated after a failed rollout tries it again, or fails too.",
  },
  {
    name: "compute.run",
    meaning: "A higher `isotopo:run` starts the same services again.",
  },
  {
    name: "compute.rollout.recreate",
    meaning: "The old instance has stopped before the new one starts.",
  },
  {
    name: "compute.rollout.minReadySeconds",
    meaning: "A new instance counts as available after this number of healthy seconds.",
  },
  {
    name: "compute.cronJobs",
    meaning: "A job by the clock, stopped when it takes too long and tried again when it fails.",
  },
  {
    name: "compute.migration",
    meaning: "One job before the rollout, which waits for its success.",
  },
  {
    name: "compute.writablePaths",
    meaning: "Only these directories can be written.",
  },
  {
    name: "compute.terminationGraceSeconds",
    meaning: "Time to finish after SIGTERM.",
  },
] as const satisfies OptionsOf<"compute">;
