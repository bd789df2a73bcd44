import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { paths, redisPort } from "../../components/kubernetes/redis/config";
import { freePort } from "./free-port";

/** Programs of a server that is installed here, Valkey before Redis; undefined where there is none, or no `openssl`. */
export function installedRedis(): { server: string; client: string } | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = (program: string) => folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
  if (spawnSync("openssl", ["version"]).error !== undefined) return undefined;
  for (const kind of ["valkey", "redis"]) {
    const [server, client] = [found(`${kind}-server`), found(`${kind}-cli`)];
    if (server !== undefined && client !== undefined) return { server, client };
  }
  return undefined;
}

/** What a server is started with. */
export interface StartOptions {
  /** Text of the start script. */
  script: string;
  /** Text of the configuration. */
  config: string;
  /** Passwords by the variable that holds them. */
  env: Readonly<Record<string, string>>;
}

/** A volume as the Pod has it, with a certificate beside, and servers on it, one after the other or at once. */
export class RedisVolume {
  private readonly dir = mkdtempSync(join(tmpdir(), "isotopo-redis-"));
  private readonly running: RedisServer[] = [];

  constructor(private readonly programs: { server: string; client: string }) {
    for (const folder of ["data", "tls", "bin"]) mkdirSync(join(this.dir, folder));
    // The image calls them so.
    symlinkSync(programs.server, join(this.dir, "bin/valkey-server"));
    symlinkSync(programs.client, join(this.dir, "bin/valkey-cli"));
    const [key, certificate] = [join(this.dir, "tls/tls.key"), join(this.dir, "tls/tls.crt")];
    const made = ["-x509", "-nodes", "-newkey", "rsa:2048", "-days", "1", "-subj", "/CN=127.0.0.1"];
    const names = ["-addext", "subjectAltName=IP:127.0.0.1"];
    execFileSync("openssl", ["req", ...made, ...names, "-keyout", key, "-out", certificate], { stdio: "ignore" });
    symlinkSync(certificate, join(this.dir, "tls/ca.crt"));
  }

  /** A file of the volume. */
  file(name: string): string {
    return join(this.dir, "data", name);
  }

  /** Runs the script in the place of the container, with its folders and its port elsewhere. */
  async start({ script, config, env }: StartOptions): Promise<RedisServer> {
    const port = await freePort();
    const own = mkdtempSync(join(this.dir, "config-"));
    const elsewhere: Readonly<Record<string, string>> = {
      [paths.data]: join(this.dir, "data"),
      [paths.certificates]: join(this.dir, "tls"),
      [paths.config]: own,
    };
    const placed = (text: string) =>
      text
        .replaceAll(/(?<![\w/])\/(?:data|tls|config)(?=\/|\s)/g, (path) => elsewhere[path] ?? path)
        .replaceAll(String(redisPort), String(port));
    writeFileSync(join(own, "valkey.conf"), placed(config));
    const child = spawn("sh", ["-c", placed(script)], {
      cwd: own,
      // A group of its own, so that what it leaves behind ends with it.
      detached: true,
      stdio: ["ignore", "ignore", "inherit"],
      env: { PATH: `${join(this.dir, "bin")}${delimiter}${process.env.PATH ?? ""}`, ...env },
    });
    const server = new RedisServer(child, port, join(this.dir, "tls/ca.crt"), this.programs.client);
    this.running.push(server);
    return server;
  }

  /** Ends what runs on it, and takes it away. */
  async remove(): Promise<void> {
    for (const server of this.running) await server.stop();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** A server that was started on a volume. */
export class RedisServer {
  private readonly ended: Promise<unknown>;

  constructor(
    private readonly child: ChildProcess,
    private readonly port: number,
    private readonly authority: string,
    private readonly client: string,
  ) {
    this.ended = once(child, "exit");
  }

  /** What it answers to a command, or the client's error. */
  ask(password: string, ...command: string[]): string {
    const { stdout, stderr } = spawnSync(
      this.client,
      ["--tls", "--cacert", this.authority, "-h", "127.0.0.1", "-p", String(this.port), ...command],
      { encoding: "utf8", env: { PATH: dirname(this.client), REDISCLI_AUTH: password } },
    );
    return `${stdout}${stderr}`.trim();
  }

  /** Waits until it answers; false where it does not in that time. */
  async answers(password: string, milliseconds = 10_000): Promise<boolean> {
    for (let waited = 0; waited < milliseconds; waited += 100) {
      if (this.ask(password, "ping") === "PONG") return true;
      await pause(100);
    }
    return false;
  }

  /** Tells it to stop, as the kubelet does, and waits for its end. */
  async stop(): Promise<void> {
    const { pid, exitCode, signalCode } = this.child;
    if (pid === undefined) return;
    if (exitCode === null && signalCode === null) this.child.kill("SIGTERM");
    await this.ended;
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // The group has ended with its first process.
    }
  }
}
