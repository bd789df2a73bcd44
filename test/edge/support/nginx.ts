import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { marks } from "../../../components/kubernetes/edge/nginx-upstreams";
import { freePort } from "../../support/free-port";

/** nginx as Debian installs it, or the one that `ISOTOPO_NGINX` names; undefined where there is none. */
export const nginxBinary: string | undefined = [
  process.env.ISOTOPO_NGINX ?? "",
  ...[...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"].map((folder) => join(folder, "nginx")),
].find((path) => path !== "" && existsSync(path));

/** Whether it looks names up while it runs, as the image of the edge does (from 1.27.3); Debian's may be older. */
export const resolvesNames = isFrom([1, 27, 3]);

function isFrom(least: readonly number[]): boolean {
  if (nginxBinary === undefined) return false;
  const { stderr } = spawnSync(nginxBinary, ["-v"], { encoding: "utf8" });
  const version = (/nginx\/([\d.]+)/.exec(stderr)?.[1] ?? "0").split(".").map(Number);
  const differs = least.findIndex((part, i) => part !== version[i]);
  return differs === -1 || (version[differs] ?? 0) > (least[differs] ?? 0);
}

/** A running edge. */
export interface Edge {
  port: number;
  /** Lines of the access log. */
  log(): Record<string, unknown>[];
  /** Asks nginx to stop when it has answered what it has begun, as the Pod's end does. */
  quit(): void;
  /** Ends with its exit code. */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** Where the names of services lead: to ports of this machine, or to a DNS server of the tests, and so by name. */
export type Names = { ports: Readonly<Record<string, number>> } | { dns: number };

/** Starts nginx with a rendered configuration; only what belongs to the Pod is put elsewhere: addresses, files, names. */
export async function startEdge(config: string, names: Names): Promise<Edge> {
  const folder = mkdtempSync(join(tmpdir(), "edge-"));
  const port = await freePort();
  for (const path of ["tmp", "cache"]) mkdirSync(join(folder, path));
  writeFileSync(join(folder, "nginx.conf"), placed(config, folder, port, names));
  const files = ["-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")];
  const child = spawn(nginxBinary ?? "nginx", [...files, "-g", "daemon off;"], { stdio: "ignore" });
  const ended = once(child, "exit").then(([code]) => code as number | null);
  const edge: Edge = {
    port,
    log: () =>
      readFileSync(join(folder, "access.log"), "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    quit: () => void child.kill("SIGQUIT"),
    ended,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await listening(child, port, join(folder, "error.log"));
  return edge;
}

function placed(config: string, folder: string, port: number, names: Names): string {
  const elsewhere = config
    .replaceAll(/listen \d+/g, `listen 127.0.0.1:${port}`)
    .replaceAll(" /tmp/", ` ${folder}/tmp/`)
    .replaceAll("/var/cache/nginx/", `${folder}/cache/`)
    .replaceAll("/dev/stdout", `${folder}/access.log`)
    .replaceAll("/dev/stderr", `${folder}/error.log`);
  const user = process.getuid?.() === 0 ? "user root;\n" : "";
  return user + ("dns" in names ? named(elsewhere, names.dns) : addressed(elsewhere, names.ports));
}

function named(config: string, dns: number): string {
  return config
    .replace(`resolver ${marks.resolvers};`, `resolver 127.0.0.1:${dns} valid=1s;`)
    .replaceAll(marks.domain, "cluster.local");
}

/** Addresses in the place of names. A service that is not given is one that no name leads to: nothing listens there. */
function addressed(config: string, ports: Readonly<Record<string, number>>): string {
  return config
    .replace(`resolver ${marks.resolvers};`, "")
    .replaceAll(
      new RegExp(`server (\\S+?)\\.\\S+\\.svc\\.${marks.domain}:\\d+ resolve`, "g"),
      (_, service: string) => `server 127.0.0.1:${ports[service] ?? 1}`,
    );
}

async function listening(child: ChildProcess, port: number, errors: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) break;
    const socket = connect(port, "127.0.0.1");
    const open = await new Promise<boolean>((done) => {
      socket.once("connect", () => done(true));
      socket.once("error", () => done(false));
    });
    socket.destroy();
    if (open) return;
    await pause(25);
  }
  throw new Error(`nginx did not start: ${existsSync(errors) ? readFileSync(errors, "utf8") : "no word of it"}`);
}
