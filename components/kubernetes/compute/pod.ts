import type { types } from "@pulumi/kubernetes";
import type { ComponentContext, ComputeSize, ProbeSpec, ProbesSpec, WorkloadSpec } from "../../contract";
import { labels, partSelector, workloadLabel } from "../metadata";
import { containerSecurityContext, podSecurityContext } from "../security-context";
import { secretVersions } from "./secret-versions";
import { containerVariables, type VariableSources } from "./variables";
import { containerVolumes } from "./volumes";

/** What the Pod of a workload is built from. */
export interface PodArgs extends VariableSources {
  context: ComponentContext;
  workload: WorkloadSpec;
  port?: number;
  probes?: ProbesSpec;
  /** `Always` for services, `Never` for jobs. */
  restartPolicy: "Always" | "Never";
}

/** Traffic still comes for a moment after a Pod was told to stop: so long it goes on serving. */
const drainSeconds = 5;

/** The Pod of a workload: one container that may do as little as possible. */
export function workloadPod(args: PodArgs): types.input.core.v1.PodTemplateSpec {
  const { context, workload, port, probes, restartPolicy } = args;
  const { volumes, volumeMounts } = containerVolumes(workload, args.redis);
  return {
    metadata: {
      labels: podLabels(context, workload.name),
      // Variables are read at the start: what uses a generated secret starts anew with its next version.
      annotations: { "isotopo.dev/secrets": secretVersions(workload, args) },
    },
    spec: {
      restartPolicy,
      serviceAccountName: workload.name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: podSecurityContext(workload.uid, workload.gid),
      terminationGracePeriodSeconds: workload.terminationGraceSeconds,
      topologySpreadConstraints: restartPolicy === "Always" ? spread(context, workload.name) : undefined,
      containers: [
        {
          name: workload.name,
          image: workload.image,
          command: workload.command,
          env: containerVariables(workload, args),
          ports: port === undefined ? undefined : [{ name: "http", containerPort: port }],
          resources: { requests: quantity(workload.requests), limits: quantity(workload.limits) },
          securityContext: containerSecurityContext,
          startupProbe: probe(probes?.startup, port),
          readinessProbe: probe(probes?.readiness, port),
          livenessProbe: probe(probes?.liveness, port),
          lifecycle: port === undefined ? undefined : { preStop: { sleep: { seconds: drainSeconds } } },
          volumeMounts,
        },
      ],
      volumes,
    },
  };
}

/** Labels of a workload's Pods: those by which data and edge know them. */
function podLabels(context: ComponentContext, workload: string): Record<string, string> {
  return { ...labels(context, workload), [workloadLabel]: "true" };
}

/** Over zones first and over nodes then; a Pod that finds no good place runs in a bad one. */
function spread(context: ComponentContext, workload: string): types.input.core.v1.TopologySpreadConstraint[] {
  return ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels: partSelector(context, workload) },
  }));
}

function quantity({ cpuMillicores, memoryMiB }: ComputeSize): Record<string, string> {
  return {
    cpu: cpuMillicores % 1000 === 0 ? String(cpuMillicores / 1000) : `${cpuMillicores}m`,
    memory: `${memoryMiB}Mi`,
  };
}

function probe(spec: ProbeSpec | undefined, port: number | undefined): types.input.core.v1.Probe | undefined {
  if (spec === undefined) return undefined;
  const { check, initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold } = spec;
  return { ...action(check, port), initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold };
}

function action(check: ProbeSpec["check"], port = 80): types.input.core.v1.Probe {
  switch (check.kind) {
    case "http":
      return { httpGet: { path: check.path, port } };
    case "tcp":
      return { tcpSocket: { port } };
    case "exec":
      return { exec: { command: check.command } };
  }
}
