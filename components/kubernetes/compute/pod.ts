import type { types } from "@pulumi/kubernetes";
import type { ComponentContext, ComputeSize, ProbeSpec, ProbesSpec, WorkloadSpec } from "../../contract";
import { leaveSeconds } from "../drain";
import { partSelector, podLabels, workloadLabel } from "../metadata";
import { containerSecurityContext, podSecurityContext } from "../security-context";
import { secretVersions } from "./secret-versions";
import { containerVariables, type VariableSources } from "./variables";
import { containerVolumes, diskLimit } from "./volumes";

/** Arguments of the Pod of a workload. */
export interface PodArgs extends VariableSources {
  context: ComponentContext;
  workload: WorkloadSpec;
  port?: number;
  probes?: ProbesSpec;
  /** `Always` for services, `Never` for jobs. */
  restartPolicy: "Always" | "Never";
}

/** Disk that a container's logs take before they are rotated. */
const reservedDisk = "128Mi";

/** The Pod of a workload: one container that may do as little as possible. */
export function workloadPod(args: PodArgs): types.input.core.v1.PodTemplateSpec {
  const { context, workload, port, probes, restartPolicy } = args;
  const { volumes, volumeMounts } = containerVolumes(context, workload, args.redis);
  return {
    metadata: {
      labels: { ...podLabels(context, workload.name), [workloadLabel]: "true" },
      annotations: {
        // A template that differs in an annotation alone is a rollout: what a higher number asks for.
        "isotopo.dev/run": String(workload.run),
        // Variables are read at the start: what uses a generated secret starts anew with its next version.
        "isotopo.dev/secrets": secretVersions(workload, args),
      },
    },
    spec: {
      restartPolicy,
      serviceAccountName: workload.name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: podSecurityContext(workload.uid, workload.gid),
      // The time before the signal counts too, and is not the application's.
      terminationGracePeriodSeconds: workload.terminationGraceSeconds + (port === undefined ? 0 : leaveSeconds),
      topologySpreadConstraints: restartPolicy === "Always" ? spread(context, workload.name) : undefined,
      containers: [
        {
          name: workload.name,
          image: workload.image,
          command: workload.command,
          env: containerVariables(workload, args),
          ports: port === undefined ? undefined : [{ name: "http", containerPort: port }],
          resources: {
            requests: { ...quantity(workload.requests), "ephemeral-storage": reservedDisk },
            limits: { ...quantity(workload.limits), "ephemeral-storage": diskLimit(workload) },
          },
          securityContext: containerSecurityContext,
          startupProbe: probe(probes?.startup, port),
          readinessProbe: probe(probes?.readiness, port),
          livenessProbe: probe(probes?.liveness, port),
          lifecycle: port === undefined ? undefined : { preStop: { sleep: { seconds: leaveSeconds } } },
          volumeMounts,
        },
      ],
      volumes,
    },
  };
}

/** Over zones first and over nodes then; a Pod that finds no good place runs in a bad one. */
function spread(context: ComponentContext, workload: string): types.input.core.v1.TopologySpreadConstraint[] {
  return ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels: partSelector(context, workload) },
    // Counted by revision: Pods that are about to go don't keep new ones away.
    matchLabelKeys: ["pod-template-hash"],
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

function action(check: ProbeSpec["check"], port: number | undefined): types.input.core.v1.Probe {
  if (check.kind === "exec") return { exec: { command: check.command } };
  // checkProbes rejects this earlier; an invented port would restart the Pod forever.
  if (port === undefined) throw new Error(`a probe by ${check.kind} of a workload without a port`);
  return check.kind === "http" ? { httpGet: { path: check.path, port } } : { tcpSocket: { port } };
}
