import type { ProbeCheck } from "../../../components/contract";

/** The probes of a service. */
export interface ServiceProbesFacts {
  /**
   * Holds the others back until the application is up.
   * @defaultValue none
   * @option compute.probes.startup
   */
  startup?: ProbeFacts;
  /**
   * Takes an instance out of traffic: a database that fails belongs here.
   * @defaultValue none
   * @option compute.probes.readiness
   */
  readiness?: ProbeFacts;
  /**
   * Starts an instance anew, and so must not hang on anything else.
   * @defaultValue none
   * @option compute.probes.liveness
   */
  liveness?: ProbeFacts;
}

/** A probe. What it leaves out is as Kubernetes has it. */
export interface ProbeFacts {
  /**
   * What is asked.
   * @example { kind: "http", path: "/healthz" }
   * @option compute.probes.exec
   */
  check: ProbeCheck;
  /**
   * Seconds from the start to the first question.
   * @defaultValue 0
   * @example 5
   */
  initialDelaySeconds?: number;
  /**
   * Seconds between two questions.
   * @defaultValue 10
   * @example 30
   */
  periodSeconds?: number;
  /**
   * Seconds in which it has to answer.
   * @defaultValue 1
   * @example 3
   */
  timeoutSeconds?: number;
  /**
   * Failures in a row until it counts.
   * @defaultValue 3
   * @example 30
   */
  failureThreshold?: number;
}
