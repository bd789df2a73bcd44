import type { ProbeCheck, ProbeSpec, ProbesSpec } from "../../contract";

/** How often and how long a probe asks. */
export interface RunProbePace {
  periodSeconds: number;
  timeoutSeconds: number;
  failureThreshold: number;
}

/** A probe that asks by HTTP. */
export type RunHttpProbe = RunProbePace & { httpGet: { path: string; port: number } };

/** A probe that tries to connect. */
export type RunTcpProbe = RunProbePace & { tcpSocket: { port: number } };

/** The probes of a container that listens. */
export interface RunProbes {
  startupProbe?: (RunHttpProbe | RunTcpProbe) & { initialDelaySeconds: number };
  readinessProbe?: RunHttpProbe;
  livenessProbe?: RunHttpProbe & { initialDelaySeconds: number };
}

/** Longest delay and period of a startup probe, and of both together, in seconds (upstream provider, `startup_probe`). */
const longestStart = 240;
/** The same of a liveness probe. */
const longestPeriod = 3600;
/** Longest period of a readiness probe (Cloud Run documentation, "Configure container health checks for services"). */
const longestReadinessPeriod = 300;

/**
 * Probes as Cloud Run has them: startup by HTTP or TCP, readiness and liveness by HTTP only, none by a command. Where a
 * start can't be asked as wanted, the port is; a liveness probe that Cloud Run does not know is left out, and then a
 * container is started anew when its process ends (capability table).
 */
export function runProbes({ startup, readiness, liveness }: ProbesSpec, port: number): RunProbes {
  return {
    startupProbe:
      startup === undefined
        ? undefined
        : {
            ...(httpCheck(startup.check, port) ?? { tcpSocket: { port } }),
            ...startupPace(startup),
            initialDelaySeconds: Math.min(startup.initialDelaySeconds, longestStart),
          },
    readinessProbe: httpProbe(readiness, port, longestReadinessPeriod),
    livenessProbe: livenessProbe(liveness, port),
  };
}

function livenessProbe(spec: ProbeSpec | undefined, port: number): RunProbes["livenessProbe"] {
  const probe = httpProbe(spec, port, longestPeriod);
  if (spec === undefined || probe === undefined) return undefined;
  return { ...probe, initialDelaySeconds: Math.min(spec.initialDelaySeconds, longestPeriod) };
}

function httpProbe(spec: ProbeSpec | undefined, port: number, longest: number): RunHttpProbe | undefined {
  const check = spec === undefined ? undefined : httpCheck(spec.check, port);
  return spec === undefined || check === undefined ? undefined : { ...check, ...pace(spec, longest) };
}

function httpCheck(check: ProbeCheck, port: number): Pick<RunHttpProbe, "httpGet"> | undefined {
  return check.kind === "http" ? { httpGet: { path: check.path, port } } : undefined;
}

/** The timeout must be smaller than the period. */
function pace({ periodSeconds, timeoutSeconds, failureThreshold }: ProbeSpec, longest: number): RunProbePace {
  const period = Math.min(Math.max(periodSeconds, timeoutSeconds + 1), longest);
  return { periodSeconds: period, timeoutSeconds: Math.min(timeoutSeconds, period - 1), failureThreshold };
}

/** All attempts together must fit into the time that Cloud Run gives a start. */
function startupPace(spec: ProbeSpec): RunProbePace {
  const { periodSeconds, timeoutSeconds, failureThreshold } = pace(spec, longestStart);
  const attempts = Math.max(1, Math.floor(longestStart / periodSeconds));
  return { periodSeconds, timeoutSeconds, failureThreshold: Math.min(failureThreshold, attempts) };
}
