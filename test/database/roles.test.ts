import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { topologyOf } from "../infra/support/configs";
import { skipWithout } from "../support/needs";
import { installedPostgres, PostgresServer } from "../support/postgres-server";

const owner = topologyOf().postgres.user;
const adminPassword = "administrators-own";
const passwordOf = (version: number) => `of-login-${version}`;

/** The workload `database-roles` against a real server, in the place of a container: its command, and its variables by name. */
describe("the database's roles on a real PostgreSQL", () => {
  const bin = installedPostgres();
  let server: PostgresServer;

  before(async function () {
    this.timeout(60_000);
    if (bin === undefined) {
      skipWithout(this, "no PostgreSQL is installed here (Debian: apt-get install postgresql)");
    }
    server = await PostgresServer.start(bin, "superusers-own");
    const { admin, database } = topologyOf().postgres;
    // As a cloud's API makes it: it may make roles and databases, and is no superuser.
    query("superuser", "superusers-own", "postgres", [
      `CREATE ROLE ${admin.user} LOGIN CREATEROLE CREATEDB PASSWORD '${adminPassword}'`,
      `CREATE DATABASE ${database} OWNER ${admin.user}`,
    ]);
  });
  after(() => server?.stop());

  function query(user: string, password: string, database: string, statements: string[]) {
    const args = ["--no-psqlrc", "--tuples-only", "--no-align", "--quiet", "--set=ON_ERROR_STOP=1"];
    const { status, stdout, stderr } = spawnSync(
      "psql",
      [...args, ...statements.flatMap((statement) => ["--command", statement])],
      {
        encoding: "utf8",
        env: { ...process.env, ...connection(user, password, database) },
      },
    );
    return { ok: status === 0, text: stdout.trim(), error: stderr.trim() };
  }

  const connection = (user: string, password: string, database: string) => ({
    PGHOST: "127.0.0.1",
    PGPORT: String(server.port),
    PGUSER: user,
    PGPASSWORD: password,
    PGDATABASE: database,
  });

  /** Signs in as a login of the application. */
  const as = (version: number, ...statements: string[]) =>
    query(`${owner}_${version}`, passwordOf(version), topologyOf().postgres.database, statements);

  /** Runs the workload for a version of the password; its exit code and what it said. */
  function rolesOf(version: number): Promise<{ code: number | null; said: string }> {
    const { compute, postgres } = topologyOf("fixture", "prod", version > 1 ? { rotate: { postgres: version } } : {});
    const [workload] = compute.migrations;
    const [program = "", ...args] = workload?.command ?? [];
    const texts = Object.entries(workload?.variables ?? {}).filter((entry): entry is [string, string] => {
      return typeof entry[1] === "string";
    });
    const { admin, database } = postgres;
    const variables = { ...Object.fromEntries(texts), ...connection(admin.user, adminPassword, database) };
    const { PATH } = process.env;
    // As in a container that has just started: the file of another user could not be written again.
    rmSync("/tmp/roles.sql", { force: true });
    const env = { PATH, ...variables, LOGIN_PASSWORD: passwordOf(version) };
    return new Promise((resolve, reject) => {
      // A session of its own has no terminal, as a container has none.
      const child = spawn(program, args, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
      let said = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => {
          said += text;
        });
      }
      child.once("error", reject).once("close", (code) => resolve({ code, said }));
    });
  }

  it("a first login acts as the owner, which has the database and can't sign in", async () => {
    const { code, said } = await rolesOf(1);
    assert.equal(code, 0, said);
    assert.equal(as(1, "SELECT session_user || ' as ' || current_user").text, `${owner}_1 as ${owner}`);
    assert.ok(as(1, "CREATE TABLE task (id int)", "CREATE EXTENSION IF NOT EXISTS pg_trgm").ok);
    assert.equal(as(1, "SELECT tableowner FROM pg_tables WHERE tablename = 'task'").text, owner);
    assert.equal(as(1, "SELECT rolcanlogin FROM pg_roles WHERE rolname = current_user").text, "f");
    assert.equal(as(1, "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = session_user").text, "f");
  });

  it("runs again without a change", async () => {
    assert.equal((await rolesOf(1)).code, 0);
    assert.equal(as(1, "SELECT count(*) FROM task").text, "0");
  });

  it("a rotation leaves the login before, which still runs, and the new one finds its tables", async () => {
    assert.equal((await rolesOf(2)).code, 0);
    assert.ok(as(1, "INSERT INTO task VALUES (1)").ok);
    assert.equal(as(2, "ALTER TABLE task ADD COLUMN name text", "SELECT count(*) FROM task").text, "1");
  });

  it("the next rotation shuts out the one before the last", async () => {
    assert.equal((await rolesOf(3)).code, 0);
    assert.match(as(1, "SELECT 1").error, /password authentication failed/);
    assert.ok(as(2, "SELECT 1").ok);
    assert.ok(as(3, "DROP TABLE task").ok);
  });

  it("a version that was left out shuts out none that runs", async () => {
    assert.equal((await rolesOf(5)).code, 0);
    assert.deepEqual([as(2, "SELECT 1").ok, as(3, "SELECT 1").ok, as(5, "SELECT 1").ok], [false, true, true]);
  });

  it("going back opens the earlier login again", async () => {
    assert.equal((await rolesOf(2)).code, 0);
    assert.deepEqual([as(2, "SELECT 1").ok, as(5, "SELECT 1").ok], [true, true]);
  });

  it("sends no password in clear text: the server's log has verifiers only", () => {
    const log = server.log();
    assert.match(log, /PASSWORD 'SCRAM-SHA-256\$/);
    for (const version of [1, 2, 3, 5]) assert.ok(!log.includes(passwordOf(version)));
  });

  it("fails where the server can't be reached", async () => {
    const { port } = server;
    Object.assign(server, { port: 1 });
    const { code } = await rolesOf(1);
    Object.assign(server, { port });
    assert.notEqual(code, 0);
  });
});

/** Runs the command where `psql` says only who it is, with other programs beside it. */
function userOfPsql(programs: Readonly<Record<string, string>> = {}): string {
  const [workload] = topologyOf().compute.migrations;
  const [program = "", ...args] = workload?.command ?? [];
  const dir = mkdtempSync(join(tmpdir(), "isotopo-roles-"));
  try {
    chmodSync(dir, 0o755);
    for (const [name, text] of Object.entries({ psql: "id -u", ...programs })) {
      writeFileSync(join(dir, name), `#!/bin/sh\n${text}\n`);
      chmodSync(join(dir, name), 0o755);
    }
    rmSync("/tmp/roles.sql", { force: true });
    const env = { PATH: [dir, process.env.PATH].join(delimiter), ROLES_SCRIPT: "", LOGIN_PASSWORD: "" };
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", env });
    assert.equal(status, 0, stderr);
    return stdout.trim();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

describe("the user that makes the database's roles", () => {
  const { stdout: postgres, status } = spawnSync("id", ["-u", "postgres"], { encoding: "utf8" });
  const root = process.getuid?.() === 0;

  it("is postgres where the container is started as root, and has no gosu", function () {
    if (!root || status !== 0) this.skip();
    assert.notEqual(userOfPsql(), "0");
    assert.equal(userOfPsql(), postgres.trim());
  });

  it("steps down by gosu where the image has it", function () {
    if (!root || status !== 0) this.skip();
    assert.equal(userOfPsql({ gosu: 'echo "$1 $2 $3" by gosu' }), "postgres sh -c by gosu");
  });

  it("stays root in an image that does not know postgres", function () {
    if (!root) this.skip();
    assert.equal(userOfPsql({ id: 'if [ "$1" = -u ]; then echo 0; else exit 1; fi' }), "0");
  });

  it("stays what it is where that is not root", () => {
    assert.equal(userOfPsql({ id: "echo 70" }), "70");
  });
});
