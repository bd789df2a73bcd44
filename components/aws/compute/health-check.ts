import type { ProbeSpec, ProbesSpec, WorkloadSpec } from "../../contract";

/** A container's own health check, as a container definition has it. */
export interface HealthCheck {
  command: string[];
  interval: number;
  timeout: number;
  retries: number;
  startPeriod: number;
}

/** Bounds of ECS (API reference, `HealthCheck`). */
const bounds = { interval: [5, 300], timeout: [2, 60], retries: [1, 10], startPeriod: [0, 300] } as const;

/**
 * The liveness probe as a health check: ECS replaces a task that fails it. It runs inside the container, so HTTP is asked
 * with what the image surely has: its language.
 */
export function healthCheck(
  { runtime, port }: Pick<WorkloadSpec, "runtime"> & { port?: number },
  { liveness, startup }: ProbesSpec,
): HealthCheck | undefined {
  if (liveness === undefined) return undefined;
  const started =
    startup === undefined ? 0 : startup.initialDelaySeconds + startup.periodSeconds * startup.failureThreshold;
  return {
    command: ["CMD", ...probeCommand(liveness, runtime, port)],
    interval: bounded("interval", liveness.periodSeconds),
    timeout: bounded("timeout", liveness.timeoutSeconds),
    retries: bounded("retries", liveness.failureThreshold),
    startPeriod: bounded("startPeriod", Math.max(liveness.initialDelaySeconds, started)),
  };
}

function probeCommand(
  { check, timeoutSeconds }: ProbeSpec,
  runtime: WorkloadSpec["runtime"],
  port: number | undefined,
): string[] {
  if (check.kind === "exec") return check.command;
  if (port === undefined) throw new Error(`a liveness probe by ${check.kind} needs a port; the workload has none`);
  return check.kind === "tcp"
    ? [...interpreters[runtime], tcpScript(runtime, port, timeoutSeconds)]
    : [...interpreters[runtime], httpScript(runtime, `http://127.0.0.1:${port}${check.path}`, timeoutSeconds)];
}

const interpreters = { node: ["node", "-e"], python: ["python3", "-c"] } as const;

/** Exits with 0 where the port takes a connection. */
function tcpScript(runtime: WorkloadSpec["runtime"], port: number, timeoutSeconds: number): string {
  return runtime === "node"
    ? `require("net").connect(${port},"127.0.0.1").on("connect",()=>process.exit(0)).on("error",()=>process.exit(1))`
    : `import socket; socket.create_connection(("127.0.0.1",${port}),${timeoutSeconds})`;
}

/** Exits with 0 where the answer is 200-399. Python's client raises on all others, and follows redirects as Node's does. */
function httpScript(runtime: WorkloadSpec["runtime"], url: string, timeoutSeconds: number): string {
  return runtime === "node"
    ? `fetch(${JSON.stringify(url)}).then(r=>process.exit(r.ok?0:1),()=>process.exit(1))`
    : `import urllib.request as r; r.urlopen(${JSON.stringify(url)},timeout=${timeoutSeconds})`;
}

function bounded(field: keyof typeof bounds, value: number): number {
  const [least, most] = bounds[field];
  return Math.min(Math.max(value, least), most);
}
