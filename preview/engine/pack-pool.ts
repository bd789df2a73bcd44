import { PolicyServer, type PolicyStack } from "./analyzer";
import type { PolicyConfig } from "./policy-config";

/** The stack that a pack is started for, and how. */
export interface PackTask {
  folder: string;
  engineAddress: string;
  stack: PolicyStack;
  config?: PolicyConfig;
  /** Use the preloads that only save time and memory; default true. */
  preload?: boolean;
}

/**
 * Policy packs that have finished a stack and wait for the next. Starting a pack costs more than judging a stack, and a warm
 * pack is faster. Only a pack that allows it is kept (`PolicyServer.serves`): any other may depend on the name or config of
 * its stack, which it learns at its start.
 */
export class PackPool {
  private readonly idle: { server: PolicyServer; task: PackTask }[] = [];
  private readonly tasks = new Map<PolicyServer, PackTask>();
  private closed = false;

  /** Keeps at most this many packs: those that finished last. */
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

  /** Returns a pack that has judged a whole stack and sent all its notes. */
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

function fits({ server, task }: { server: PolicyServer; task: PackTask }, wanted: PackTask): boolean {
  const alike = task.folder === wanted.folder && task.config === wanted.config && task.preload === wanted.preload;
  return alike && server.serves(wanted.stack);
}
