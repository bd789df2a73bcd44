import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port";

/** Where Debian's packages put the programs of each version. */
const debian = "/usr/lib/postgresql";

/** The newest server that is installed here, by the folder of its programs; undefined where there is none, or no `psql`. */
export function installedPostgres(): string | undefined {
  if (!existsSync(debian) || spawnSync("psql", ["--version"]).error !== undefined) return undefined;
  const versions = readdirSync(debian)
    .map(Number)
    .filter(Number.isFinite)
    .sort((a, b) => b - a);
  return versions.map((version) => join(debian, String(version), "bin")).find((bin) => existsSync(join(bin, "initdb")));
}

/** A PostgreSQL server of a test: on the loopback interface, passwords by SCRAM, every statement in its log. */
export class PostgresServer {
  private constructor(
    private readonly bin: string,
    private readonly dir: string,
    readonly port: number,
  ) {}

  /** Starts one with a superuser of the given password. The server refuses to run as root, so that it gets a user of its own. */
  static async start(bin: string, superuserPassword: string): Promise<PostgresServer> {
    const dir = mkdtempSync(join(tmpdir(), "isotopo-postgres-"));
    const server = new PostgresServer(bin, dir, await freePort());
    writeFileSync(join(dir, "password"), superuserPassword);
    for (const path of [dir, join(dir, "password")]) if (asRoot()) chownSync(path, nobody, nobody);
    const auth = ["--auth=scram-sha-256", `--pwfile=${join(dir, "password")}`];
    server.run("initdb", ["--pgdata", server.data, "--username=superuser", "--no-sync", ...auth]);
    const options = `-p ${server.port} -k ${dir} -c listen_addresses=127.0.0.1 -c log_statement=all -c fsync=off`;
    server.run("pg_ctl", ["--pgdata", server.data, "--log", join(dir, "log"), "-o", options, "--wait", "start"]);
    return server;
  }

  /** What it has logged. */
  log(): string {
    return readFileSync(join(this.dir, "log"), "utf8");
  }

  stop(): void {
    this.run("pg_ctl", ["--pgdata", this.data, "--mode=immediate", "stop"]);
    rmSync(this.dir, { recursive: true, force: true });
  }

  private get data(): string {
    return join(this.dir, "data");
  }

  private run(program: string, args: string[]): void {
    const user = asRoot() ? { uid: nobody, gid: nobody } : {};
    execFileSync(join(this.bin, program), args, { stdio: "ignore", cwd: this.dir, ...user });
  }
}

/** A user without rights, by its number on Debian. */
const nobody = 65_534;

function asRoot(): boolean {
  return process.getuid?.() === 0;
}
