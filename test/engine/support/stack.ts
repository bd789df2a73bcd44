import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { run } from "../../support/command";
import { projectDir } from "../../support/project";
import { Account } from "../clouds/account";
import type { answering } from "../clouds/answering";
import { type Fault, faultsFile, isHanging } from "../clouds/faults";
import { engineEnvironment } from "./environment";
import { type EngineLog, readEngineLog } from "./events";

/** What a stack of the tests is made of. */
export interface StackParts {
  /** Folder of the CLI, and of the plugins. */
  bin: string;
  plugins: string;
  name: string;
  /** Name of its project; by default that of this one. */
  project?: string;
  /** The program: a folder with its package.json. */
  programDir: string;
  /** Its config by `namespace:key`, in plain text. */
  config: Readonly<Record<string, unknown>>;
  /** Arguments of Node.js; by default with all that saves time. */
  nodeargs?: string;
  /** Where its program and its providers run already (`test/engine/host`): then no process is started for them. */
  client?: { option: string; providers: string };
}

/** What a command left. */
export interface Ended extends EngineLog {
  code: number | null;
  stdout: string;
  /** All that it printed. */
  output: string;
  /** The text of its event log. */
  log: string;
}

/** What a cloud of the tests need not be waited for. */
export const quickWaits = join(projectDir, "test/engine/lives/quick-waits.js");

const preloads = [
  "tsx/cjs",
  ...["late-modules", "late-inspector", "plain-packages", "cheap-stacks"].map((name) =>
    join(projectDir, `preview/preload/${name}.js`),
  ),
  quickWaits,
];
const quickArgs = ["--enable-source-maps", ...preloads.map((file) => `--require ${file}`)].join(" ");

/** A stack of Pulumi's own CLI, with its project, its backend and the accounts of its clouds in one folder that goes with it. */
export class EngineStack {
  private readonly home = mkdtempSync(join(tmpdir(), "isotopo-engine-"));
  private commands = 0;
  private began: ((child: ChildProcess) => void) | undefined;

  private constructor(private readonly parts: StackParts) {}

  static async create(parts: StackParts): Promise<EngineStack> {
    const stack = new EngineStack(parts);
    stack.writeProject();
    await stack.pulumi("stack", "init", parts.name);
    return stack;
  }

  /** Environment of the program and of the CLI; it may be changed between two commands. */
  readonly env: Record<string, string> = {};

  /** The account of a cloud. */
  account(cloud: (typeof answering)[number]): Account {
    return Account.of(this.accounts, cloud);
  }

  /** Gives it other config, from the next command on. */
  configure(config: StackParts["config"]): void {
    writeFileSync(this.configFile, stringify({ ...parse(readFileSync(this.configFile, "utf8")), config }));
  }

  /** What its file has by now; secrets are encrypted. */
  config(): StackParts["config"] {
    return parse(readFileSync(this.configFile, "utf8")).config;
  }

  /** `pulumi config set --path`. */
  async setConfig(path: string, value: string, secret: boolean): Promise<void> {
    const kind = secret ? "--secret" : "--plaintext";
    const { code, stderr } = await this.pulumi(
      ...["config", "set", "--stack", this.parts.name, "--path", kind, path, value],
    );
    if (code !== 0) throw new Error(stderr);
  }

  /** Has clouds go wrong from now on; none ends that. */
  faults(faults: readonly Fault[]): void {
    if (faults.length === 0) rmSync(faultsFile(this.accounts), { force: true });
    else writeFileSync(faultsFile(this.accounts), JSON.stringify(faults));
  }

  preview(...options: string[]): Promise<Ended> {
    return this.logged("preview", ...options);
  }

  up(...options: string[]): Promise<Ended> {
    return this.logged("up", "--yes", "--skip-preview", ...options);
  }

  /** An `up` that a person interrupts as soon as a call to a cloud hangs, and once more where that does not end it within two seconds. */
  async interruptedUp(): Promise<Ended> {
    let cli: ChildProcess | undefined;
    let next = 0;
    const interrupt = setInterval(() => {
      if (!isHanging(this.accounts) || Date.now() < next) return;
      next = Date.now() + 2000;
      cli?.kill("SIGINT");
    }, 100);
    this.began = (child) => {
      cli = child;
    };
    try {
      return await this.up();
    } finally {
      clearInterval(interrupt);
      this.began = undefined;
    }
  }

  refresh(...options: string[]): Promise<Ended> {
    return this.logged("refresh", "--yes", "--skip-preview", ...options);
  }

  /** What a refresh would find. */
  refreshPreview(...options: string[]): Promise<Ended> {
    return this.logged("refresh", "--preview-only", ...options);
  }

  /** The stack's state, as `pulumi stack export` writes it. */
  async exported(): Promise<string> {
    const { code, stdout, stderr } = await this.pulumi("stack", "export", "--stack", this.parts.name);
    if (code !== 0) throw new Error(stderr);
    return stdout;
  }

  destroy(...options: string[]): Promise<Ended> {
    return this.logged("destroy", "--yes", "--skip-preview", ...options);
  }

  /** A file of the stack's own folder. */
  file(name: string): string {
    return join(this.home, name);
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }

  private async logged(command: string, ...options: string[]): Promise<Ended> {
    this.commands += 1;
    const log = join(this.home, `${this.commands}-${command}.log`);
    writeFileSync(log, "");
    const { code, stdout, stderr } = await this.pulumi(
      command,
      "--stack",
      this.parts.name,
      "--suppress-progress",
      "--event-log",
      log,
      ...(this.parts.client === undefined ? [] : [this.parts.client.option]),
      ...options,
    );
    return { code, stdout, output: `${stdout}${stderr}`, log: readFileSync(log, "utf8"), ...readEngineLog(log) };
  }

  private pulumi(...args: string[]) {
    const { bin, plugins } = this.parts;
    return run("pulumi", [...args, "--non-interactive", "--color", "never"], {
      began: this.began,
      cwd: this.project,
      env: {
        ...engineEnvironment(bin, plugins, this.home),
        TEST_ACCOUNTS: this.accounts,
        TEST_PROGRAM: this.project,
        ...(this.parts.client === undefined ? {} : { PULUMI_DEBUG_PROVIDERS: this.parts.client.providers }),
        ...this.env,
      },
    });
  }

  private writeProject(): void {
    const { programDir, config, nodeargs = quickArgs, project: projectName = "isotopo" } = this.parts;
    for (const folder of [this.project, this.accounts, join(this.home, "state"), join(this.home, "home")]) {
      mkdirSync(folder, { recursive: true });
    }
    // Where this is no folder, the CLI keeps no encrypted log of all that it does: an eighth of a command's time.
    writeFileSync(join(this.home, "home/logs"), "");
    symlinkSync(programDir, join(this.project, "program"));
    symlinkSync(join(projectDir, "node_modules"), join(this.project, "node_modules"));
    const project = {
      name: projectName,
      main: "program/",
      runtime: { name: "nodejs", options: { typescript: false, nodeargs } },
    };
    writeFileSync(join(this.project, "Pulumi.yaml"), stringify(project));
    writeFileSync(this.configFile, stringify({ config }));
  }

  private get configFile(): string {
    return join(this.project, `Pulumi.${this.parts.name}.yaml`);
  }

  get name(): string {
    return this.parts.name;
  }

  /** The folder of its project. */
  get project(): string {
    return join(this.home, "project");
  }

  /** Folder of the accounts of its clouds. */
  get accounts(): string {
    return join(this.home, "accounts");
  }
}
