import type { ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type Outcome, run } from "../../support/command";
import { makeFixtureProject } from "../../support/fixture/project";
import { skipWithout } from "../../support/needs";
import { projectDir } from "../../support/project";
import { engineBin } from "../support/engine-bin";
import { killTree } from "./kill-tree";

/** The stack that is deployed, and its file in the project. */
export const stack = "fixture-kubernetes-dev";

/** An image of one letter. */
export const image = (letter: string) => `registry.example/fixture/app@sha256:${letter.repeat(64)}`;

/** A project whose program deploys to a folder, a backend in files, and a site that answers by what is deployed. */
export class Toy {
  readonly project: string;
  /** Where servers are files. */
  readonly cloud: string;
  /** What the channel was told. */
  readonly told: string[] = [];
  /** Images that are not well. */
  readonly unwell = new Set<string>();
  url = "";
  private original = "";
  private readonly started: ChildProcess[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), "isotopo-toy-"));
  private readonly server = createServer((request, response) => {
    if (request.method === "POST") {
      request.setEncoding("utf8").on("data", (text: string) => this.told.push(JSON.parse(text).text));
      response.end();
      return;
    }
    response.writeHead(this.unwell.has(this.running() ?? "") ? 503 : 200);
    response.end();
  });

  private constructor(private readonly bin: string) {
    this.project = makeFixtureProject({
      "Pulumi.yaml": `name: isotopo\nmain: ${join(projectDir, "test/fixtures/programs/deployed")}\nstackConfigDir: stacks\nruntime: nodejs\n`,
    });
    this.cloud = join(this.folder, "cloud");
    for (const name of ["cloud", "bin", "home", "backend"]) mkdirSync(join(this.folder, name));
    // The plugin of dynamic providers comes with Pulumi's own download.
    const plugin = join(this.folder, "bin/pulumi-resource-pulumi-nodejs");
    const source = join(projectDir, "node_modules/@pulumi/pulumi/cmd/dynamic-provider");
    writeFileSync(plugin, `#!/bin/sh\nexec "${process.execPath}" "${source}" "$@"\n`);
    chmodSync(plugin, 0o755);
  }

  /** Makes one, with the stack; skips the test where there is no engine. */
  static async make(context: Pick<Mocha.Context, "skip">): Promise<Toy> {
    const bin = engineBin() ?? skipWithout(context, "no Pulumi CLI is named by ISOTOPO_ENGINE", false);
    const toy = new Toy(bin);
    await new Promise<void>((done) => toy.server.listen(0, "127.0.0.1", done));
    toy.url = `http://127.0.0.1:${(toy.server.address() as AddressInfo).port}`;
    await toy.pulumi("stack", "init", stack);
    toy.original = readFileSync(toy.fileOf(stack), "utf8");
    return toy;
  }

  /** Removes all of it, and ends what a test that failed left running. */
  remove(): void {
    for (const { pid, exitCode, signalCode } of this.started) {
      if (pid !== undefined && exitCode === null && signalCode === null) killTree(pid);
    }
    this.server.closeAllConnections();
    this.server.close();
    for (const folder of [this.folder, this.project]) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }

  /** Runs a program of `delivery` as the workflows do. */
  deliver(
    name: string,
    args: readonly string[],
    { env = {}, began }: { env?: Record<string, string>; began?: (child: ChildProcess) => void } = {},
  ): Promise<Outcome> {
    return run(process.execPath, ["--import", "tsx", `delivery/${name}.ts`, ...args], {
      cwd: this.project,
      env: { ...this.env, ...env },
      began: (child) => {
        this.started.push(child);
        began?.(child);
      },
    });
  }

  /** Deploys an image of one letter. */
  deploy(letter: string, options: Parameters<Toy["deliver"]>[2] = {}): Promise<Outcome> {
    const images = JSON.stringify({ app: image(letter) });
    return this.deliver("deploy", ["--stack", stack, "--images", images, "--patience", "2"], options);
  }

  /** Runs Pulumi, which has to succeed. */
  async pulumi(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await run("pulumi", [...args, "--non-interactive"], {
      cwd: this.project,
      env: this.env,
    });
    if (code !== 0) throw new Error(`pulumi ${args.join(" ")} ended with ${code}: ${stdout}${stderr}`);
    return stdout;
  }

  /** Folder of a repository, whose commit a plan names. */
  get git(): string {
    return join(projectDir, ".git");
  }

  /** The image that runs; undefined where none does. */
  running(name = stack): string | undefined {
    const file = join(this.cloud, `${name}.server`);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  }

  /** Has the stack's file be as it was before deployments changed it, as in a fresh checkout. */
  restoresFile(): void {
    writeFileSync(this.fileOf(stack), this.original);
  }

  /** Removes the file of a stack, as in a fresh checkout. */
  forgets(name: string): void {
    rmSync(this.fileOf(name), { force: true });
  }

  /** Has the last update of a stack be some days old. */
  ages(name: string, days: number): void {
    const file = join(this.folder, "backend/.pulumi/stacks/isotopo", `${name}.json`);
    const state = JSON.parse(readFileSync(file, "utf8"));
    state.checkpoint.latest.manifest.time = new Date(Date.now() - days * 86_400_000).toISOString();
    writeFileSync(file, JSON.stringify(state));
  }

  /** Has the cloud do otherwise: `refused`, `slow`. */
  sets(name: string, text = ""): void {
    writeFileSync(join(this.cloud, name), text);
  }

  /** Takes that back. */
  unsets(name: string): void {
    rmSync(join(this.cloud, name));
  }

  /** Resolves once the cloud has begun with something slow. */
  async begun(): Promise<void> {
    while (!existsSync(join(this.cloud, "begun"))) await new Promise((done) => setTimeout(done, 20));
  }

  /** What was done to the stack, the newest first: how it ended and its message without ids. */
  async history(): Promise<string[]> {
    const all: { result: string; message: string; kind: string }[] = JSON.parse(
      await this.pulumi("stack", "history", "--json", "--stack", stack),
    );
    return all.map(({ kind, result, message }) => `${kind} ${result}: ${message.replace(/, deployment.*/, "")}`);
  }

  private fileOf(name: string): string {
    return join(this.project, `stacks/Pulumi.${name}.yaml`);
  }

  private get env(): Record<string, string> {
    return {
      PATH: [this.bin, join(this.folder, "bin"), process.env.PATH].join(delimiter),
      PULUMI_BACKEND_URL: `file://${join(this.folder, "backend")}`,
      PULUMI_HOME: join(this.folder, "home"),
      PULUMI_CONFIG_PASSPHRASE: "toy",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      TOY_CLOUD: this.cloud,
      TOY_URL: this.url,
      NOTIFY_WEBHOOK: `${this.url}/hook`,
      RUN_URL: "",
      GITHUB_STEP_SUMMARY: join(this.folder, "page"),
    };
  }
}
