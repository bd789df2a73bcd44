import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { preload } from "../../../preview/engine/child";
import { projectDir } from "../../support/project";
import type { HostAnswers, HostMessage, HostPorts, HostRequest } from "./messages";

/**
 * A process that stays for many commands of Pulumi's CLI: it runs their program as Pulumi's automation API does (`--client`), answers as
 * the providers of the clouds (`PULUMI_DEBUG_PROVIDERS`), and plans offline what is to happen. So SDKs are loaded once and not for each
 * command, which was three fifths of the time of a life.
 */
export class Host {
  private asked = 0;

  private constructor(
    private readonly child: ChildProcess,
    private readonly ports: HostPorts,
  ) {}

  static async start(): Promise<Host> {
    const child = fork(join(__dirname, "main.ts"), {
      cwd: projectDir,
      execArgv: options,
      stdio: ["ignore", 2, 2, "ipc"],
    });
    const [first]: HostMessage[] = await once(child, "message");
    if (first === undefined || !("ports" in first)) throw new Error("the host did not say its ports");
    return new Host(child, first.ports);
  }

  /** What the CLI has to be told: that its program and its providers run already. */
  get client(): { option: string; providers: string } {
    const providers = Object.entries(this.ports.providers).map(([name, port]) => `${name}:${port}`);
    return { option: `--client=127.0.0.1:${this.ports.language}`, providers: providers.join(",") };
  }

  ask<Request extends HostRequest>(request: Request): Promise<HostAnswers[Request["ask"]]> {
    this.asked += 1;
    const of = this.asked;
    return new Promise((resolve, reject) => {
      const take = (message: HostMessage): void => {
        if ("ports" in message || message.of !== of) return;
        this.child.off("message", take);
        this.child.off("exit", fail);
        if ("error" in message) reject(new Error(message.error));
        else resolve(message.answer as HostAnswers[Request["ask"]]);
      };
      const fail = (code: number | null): void => reject(new Error(`the host ended with ${code}`));
      this.child.on("message", take);
      this.child.once("exit", fail);
      this.child.send({ of, request });
    });
  }

  stop(): void {
    this.child.kill();
  }
}

/** As a previewed program has them, with room for a long life: with less a quarter of the time went into collecting garbage. */
const options = [
  "--min-semi-space-size=256",
  "--max-semi-space-size=256",
  "--require",
  "tsx/cjs",
  ...["late-modules.js", "late-inspector.js", "plain-packages.js", "cheap-stacks.js"].flatMap(preload),
  `--require=${join(projectDir, "test/engine/lives/quick-waits.js")}`,
];
