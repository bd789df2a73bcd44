import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { healthCheck } from "../../../../components/aws/compute/health-check";
import type { ProbeCheck, ProbeSpec } from "../../../../components/contract";

function probe(check: ProbeCheck, patience: Partial<ProbeSpec> = {}): ProbeSpec {
  return { check, initialDelaySeconds: 0, periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 3, ...patience };
}

/** Runs the command of a health check as ECS does, without a shell, and says how it ended. */
function run(command: string[]): Promise<number | null> {
  const [kind, program = "", ...args] = command;
  assert.equal(kind, "CMD");
  return new Promise((resolve, reject) => {
    spawn(program, args, { stdio: "ignore" }).on("error", reject).on("exit", resolve);
  });
}

describe("aws container health check", () => {
  it("has the liveness probe's patience within the bounds of ECS, and waits for the start", () => {
    const liveness = probe(
      { kind: "exec", command: ["celery", "inspect", "ping"] },
      { periodSeconds: 400, timeoutSeconds: 1, failureThreshold: 20 },
    );
    const startup = probe({ kind: "tcp" }, { initialDelaySeconds: 10, periodSeconds: 10, failureThreshold: 6 });
    assert.deepEqual(healthCheck({ runtime: "python" }, { liveness, startup }), {
      command: ["CMD", "celery", "inspect", "ping"],
      interval: 300,
      timeout: 2,
      retries: 10,
      startPeriod: 70,
    });
  });

  it("is not there without a liveness probe", () => {
    assert.equal(healthCheck({ runtime: "node", port: 3000 }, { readiness: probe({ kind: "tcp" }) }), undefined);
  });

  it("needs a port to ask", () => {
    assert.throws(() => healthCheck({ runtime: "node" }, { liveness: probe({ kind: "tcp" }) }), {
      message: "a liveness probe by tcp needs a port; the workload has none",
    });
  });

  for (const runtime of ["node", "python"] as const) {
    describe(`run by ${runtime}`, () => {
      let server: Server;
      let port: number;

      before(async function () {
        if (runtime === "python" && spawnSync("python3", ["--version"]).error !== undefined) this.skip();
        server = createServer(({ url = "/" }, response) => {
          response.writeHead(Number(url.slice(1)) || 200, { location: "/200" }).end();
        });
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        port = (server.address() as AddressInfo).port;
      });
      after(() => server?.close());

      const check = (spec: ProbeCheck, at: number) =>
        healthCheck({ runtime, port: at }, { liveness: probe(spec) })?.command ?? [];

      for (const [path, exit] of [
        ["/", 0],
        ["/204", 0],
        ["/302", 0],
        ["/404", 1],
        ["/503", 1],
      ] as const) {
        it(`${path} ends with ${exit}`, async () => assert.equal(await run(check({ kind: "http", path }, port)), exit));
      }

      it("a port that listens ends with 0, one that does not with 1", async () => {
        assert.equal(await run(check({ kind: "tcp" }, port)), 0);
        assert.equal(await run(check({ kind: "tcp" }, 1)), 1);
        assert.equal(await run(check({ kind: "http", path: "/" }, 1)), 1);
      });
    });
  }
});
