import { PolicyServer, type PolicyStack } from "./analyzer";
import type { PolicyConfig } from "./policy-config";

/** What a pack is started for. */
export interface PackTask {
  folder: string;
  engineAddress: string;
  stack: PolicyStack;
  config?: PolicyConfig;
  /** Run it with what only saves time and memory; by default so. */
  preload?: boolean;
}

/**
 * Policy packs that are done with a stack and wait for the next. To start one costs more than to judge a stack with it, and
 * one that has judged before is quicker. Only a pack that says so is kept (`PolicyServer.serves`): any other may ask for the
 * name or the config of its stack, which it learns at its start.
 */
export class PackPool {
  private readonly idle: { server: PolicyServer; task: PackTask }[] = [];
  private readonly tasks = new Map<PolicyServer, PackTask>();
  private closed = false;

  /** Keeps so many packs at most, those that waited least. */
  constructor(private readonly most = 0) {}

  /** A pack for that stack: one that waits, else a new one. Throws a `PreviewError` where it can't start. */
  async take(task: PackTask): Promise<PolicyServer> {
    const fitting = this.idle.findIndex((one) => fits(one, task));
    const [waiting] = fitting < 0 ? [] : this.idle.splice(fitting, 1);
    waiting?.server.begin();
    const { folder, engineAddress, stack, config, preload } = task;
    const server = waiting?.server ?? (await PolicyServer.start(folder, engineAddress, stack, config, { preload }));
    this.tasks.set(server, task);
    return server;
  }

  /** Takes back a pack that has judged a whole stack; what it gathered for its notes was told. */
  giveBack(server: PolicyServer): void {
    const task = this.tasks.get(server);
    if (task === undefined || this.closed || !server.keeps) this.end(server);
    else this.idle.push({ server, task });
    if (this.idle.length > this.most) this.idle.shift()?.server.stop();
  }

  /** Ends a pack, whatever it was doing. */
  end(server: PolicyServer): void {
    this.tasks.delete(server);
    server.stop();
  }

  /** Ends the packs that wait, and from now on each that comes back. */
  close(): void {
    this.closed = true;
    for (const { server } of this.idle.splice(0)) this.end(server);
  }
}

function fits({ server, task }: { server: PolicyServer; task: PackTask }, asked: PackTask): boolean {
  const alike = task.folder === asked.folder && task.config === asked.config && task.preload === asked.preload;
  return alike && server.serves(asked.stack);
}
