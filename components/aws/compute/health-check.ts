import type { ProbesSpec, WorkloadSpec } from "../../contract";

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
    command: ["CMD", ...probeCommand(liveness.check, runtime, port)],
    interval: bounded("interval", liveness.periodSeconds),
    timeout: bounded("timeout", liveness.timeoutSeconds),
    retries: bounded("retries", liveness.failureThreshold),
    startPeriod: bounded("startPeriod", Math.max(liveness.initialDelaySeconds, started)),
  };
}

function probeCommand(
  check: NonNullable<ProbesSpec["liveness"]>["check"],
  runtime: WorkloadSpec["runtime"],
  port = 80,
): string[] {
  switch (check.kind) {
    case "exec":
      return check.command;
    case "tcp":
      return runtime === "node"
        ? [
            "node",
            "-e",
            `require("net").connect(${port},"127.0.0.1").on("connect",()=>process.exit(0)).on("error",()=>process.exit(1))`,
          ]
        : ["python", "-c", `import socket; socket.create_connection(("127.0.0.1",${port}),2)`];
    case "http":
      return runtime === "node"
        ? [
            "node",
            "-e",
            `fetch("http://127.0.0.1:${port}${check.path}").then(r=>process.exit(r.ok?0:1),()=>process.exit(1))`,
          ]
        : ["python", "-c", `import urllib.request as r; r.urlopen("http://127.0.0.1:${port}${check.path}")`];
  }
}

function bounded(field: keyof typeof bounds, value: number): number {
  const [least, most] = bounds[field];
  return Math.min(Math.max(value, least), most);
}
