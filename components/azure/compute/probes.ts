import type { types } from "@pulumi/azure-native";
import * as app from "@pulumi/azure-native/app";
import type { ProbeSpec, ProbesSpec } from "../../contract";

type Probe = types.input.app.ContainerAppProbeArgs;

/** Bounds of a probe (SDK, `ContainerAppProbeArgs`). */
const most = { initialDelaySeconds: 60, periodSeconds: 240, timeoutSeconds: 240, failureThreshold: 10 } as const;

/** The probes of a container. One that runs a command has no place here, and is left out (capability table). */
export function containerProbes({ startup, readiness, liveness }: ProbesSpec, port: number | undefined): Probe[] {
  return [
    ...probe(app.Type.Startup, startup, port),
    ...probe(app.Type.Readiness, readiness, port),
    ...probe(app.Type.Liveness, liveness, port),
  ];
}

function probe(type: app.Type, spec: ProbeSpec | undefined, port: number | undefined): Probe[] {
  if (spec === undefined || port === undefined || spec.check.kind === "exec") return [];
  // As patient in all: with fewer failures allowed, they are further apart.
  const failureThreshold = Math.min(spec.failureThreshold, most.failureThreshold);
  const periodSeconds = Math.ceil((spec.periodSeconds * spec.failureThreshold) / failureThreshold);
  const action =
    spec.check.kind === "http"
      ? { httpGet: { path: spec.check.path, port, scheme: app.Scheme.HTTP } }
      : { tcpSocket: { port } };
  return [
    {
      type,
      ...action,
      initialDelaySeconds:
        spec.initialDelaySeconds < 1 ? undefined : Math.min(spec.initialDelaySeconds, most.initialDelaySeconds),
      periodSeconds: Math.min(periodSeconds, most.periodSeconds),
      timeoutSeconds: Math.min(spec.timeoutSeconds, most.timeoutSeconds),
      failureThreshold,
    },
  ];
}
