import type { LocalProgramArgs, Stack, UpResult } from "@pulumi/pulumi/automation";
import { z } from "zod";
import { automation, byAutomation, shown } from "./automation";
import { type Tell, toItsEnd } from "./cancel";
import { CommandError, outputOf, run } from "./cli";
import { isHeldNetwork, state } from "./held-network";
import type { Images } from "./images";
import { goingBack, type Release, wellTag } from "./release";

const history = z.array(
  z.object({
    kind: z.string(),
    startTime: z.date().optional().catch(undefined),
    message: z.string().optional(),
    result: z.string().optional(),
    config: z.record(z.string(), z.object({ objectValue: z.unknown().optional() })),
  }),
);

type Entry = z.infer<typeof history>[number];
const pageSize = 50;

/** Clouds on which the disk of a database grows by itself, and must not be asked to shrink. */
const growing: readonly string[] = ["gcp", "azure"];

/** A stack of the backend, as a list of them has it. */
export interface StackSummary {
  /** Without organization and project. */
  name: string;
  /** When its last update began; undefined where there was none. */
  lastUpdate: Date | undefined;
  /** One runs now. */
  updating: boolean;
}

/** The stacks of this project that the backend has. */
export async function listStacks(): Promise<StackSummary[]> {
  const { LocalWorkspace } = await automation();
  const stacks = await byAutomation(async () => (await LocalWorkspace.create({ workDir: process.cwd() })).listStacks());
  return stacks.map(({ name, lastUpdate, updateInProgress }) => ({
    name: name.slice(name.lastIndexOf("/") + 1),
    lastUpdate: lastUpdate === undefined ? undefined : new Date(lastUpdate),
    updating: updateInProgress === true,
  }));
}

/**
 * A stack, by Pulumi's Automation API, which runs `pulumi` of the path, signed in to a backend. Every method throws a
 * `CommandError` where a command of Pulumi fails. ADR 24 says what the API can't do, and why the CLI is run for it.
 */
export class PulumiStack {
  private stack: Promise<Stack> | undefined;

  /**
   * `cloud` is what its config names; it decides how the stack is updated and destroyed. `tell` says that a job was cancelled in the
   * middle of that.
   */
  constructor(
    readonly name: string,
    private readonly project: string,
    private readonly cloud: string,
    private readonly tell: Tell,
  ) {}

  /**
   * The images that were well last; undefined where none are known. A tag of the stack names their release (`markWell`), the history
   * has the config of each update. Without the tag no deployment was ever found well: then they are those of the newest update that
   * went through, or that was to go back.
   */
  async wellImages(): Promise<Images | undefined> {
    const stack = await this.chosen();
    const id = (await byAutomation(() => stack.listTags()))[wellTag];
    const isWell =
      id === undefined
        ? ({ message, result }: Entry) => result === "succeeded" || message?.startsWith(goingBack)
        : ({ message }: Entry) => message?.includes(id);
    const last = await this.newest((entry) => entry.kind === "update" && isWell(entry) === true);
    return z.record(z.string(), z.string()).safeParse(last?.config[`${this.project}:images`]?.objectValue).data;
  }

  /** Notes that a release was found well, in a tag of the stack: every backend has those, since 3.211 of the CLI. */
  async markWell({ id }: Release): Promise<void> {
    const stack = await this.chosen();
    await byAutomation(() => stack.setTag(wellTag, id));
  }

  /** Whether an update of this release began: one that a policy, a mistake or the lock refuses is not in the history. */
  async began({ message }: Release): Promise<boolean> {
    return (await this.newest((entry) => entry.message === message)) !== undefined;
  }

  /** The newest entry of its history, as a text; it differs once something else was done to the stack. Undefined while something is. */
  async done(): Promise<string | undefined> {
    const [newest] = await this.history(1);
    return newest?.result === "in-progress" ? undefined : JSON.stringify(newest ?? {});
  }

  /** Options of a preview that says what an update would do (`up`). */
  get updateOptions(): string[] {
    return [...(this.refreshes ? ["--refresh"] : []), "--policy-pack", "policy"];
  }

  /** Has the next update take these images. It changes the stack's file in this work tree. */
  async setImages(images: Images): Promise<void> {
    for (const [key, image] of Object.entries(images)) await this.set(`images.${key}`, image);
  }

  /** Sets a value of its config that is no secret, by the path below the project's name. It changes the stack's file in this work tree. */
  async set(path: string, value: string): Promise<void> {
    const stack = await this.chosen();
    await byAutomation(() => stack.setConfig(`${this.project}:${path}`, { value }, true));
  }

  /** Makes it where it is not there, with the config of another stack; secrets are encrypted anew, for this one. */
  async likeStack(other: string): Promise<void> {
    const { LocalWorkspace } = await automation();
    this.stack = byAutomation(() => LocalWorkspace.createOrSelectStack(this.args));
    await this.stack;
    // The API copies config by way of arguments, where others of this machine could read the secrets.
    await run("pulumi", ["config", "cp", "--stack", other, "--dest", this.name]);
  }

  /**
   * Deletes all of its resources, and itself. Its config is what the last update had. False where only the network is left
   * (`held-network.ts`), which can't be deleted yet. `continueOnError` deletes everything else.
   */
  async destroy(): Promise<boolean> {
    const stack = await this.chosen();
    const continueOnError = this.cloud === "gcp";
    try {
      await this.toItsEnd((signal) =>
        byAutomation(async () => {
          await stack.previewDestroy({ ...shown, signal });
          signal.throwIfAborted();
          await stack.destroy({ ...shown, signal, continueOnError, remove: true, showSecrets: false });
        }),
      );
      return true;
    } catch (error) {
      if (continueOnError && error instanceof CommandError && (await this.isOnlyNetwork())) return false;
      throw error;
    }
  }

  /** When it was first destroyed since its last update, by its history; undefined where it was not. */
  async destroyedSince(): Promise<Date | undefined> {
    const all = await this.history(1);
    const firstOther = all.findIndex(({ kind }) => kind !== "destroy");
    return all.slice(0, firstOther < 0 ? all.length : firstOther).at(-1)?.startTime;
  }

  /**
   * Updates the stack, held by the policy pack, and returns where the application is reached. It is previewed first, so
   * that what a policy refuses is refused before anything is changed: the API updates without a preview. Without a release, the
   * history has the message of the commit. Where a database's disk grows by itself, the state is refreshed first: both providers send its
   * size as the state has it, and the cloud refuses every change of the server where the disk has grown since (Cloud SQL: "The
   * disk size cannot decrease").
   */
  async up(release?: Release): Promise<string> {
    const stack = await this.chosen();
    const how = { ...shown, message: release?.message, refresh: this.refreshes, policyPacks: ["policy"] };
    const { outputs } = await this.toItsEnd((signal) =>
      byAutomation(async () => {
        await stack.preview({ ...how, signal });
        signal.throwIfAborted();
        return stack.up({ ...how, signal, showSecrets: false });
      }),
    );
    return this.urlIn(outputs);
  }

  /** Where the application is reached, by an output that the API hands out in plain text whether or not it is a secret. */
  private urlIn({ url }: UpResult["outputs"]): string {
    if (url?.secret === false && typeof url.value === "string") return url.value;
    const found = url === undefined ? "missing" : url.secret ? "a secret" : "no text";
    throw new CommandError(`the output "url" of ${this.name} is ${found}; required: the address, in plain text`);
  }

  private async isOnlyNetwork(): Promise<boolean> {
    // The API exports with every secret in plain text.
    const text = await outputOf("pulumi", ["stack", "export", "--stack", this.name]);
    return isHeldNetwork(state.parse(JSON.parse(text)).deployment.resources);
  }

  /** Fifty of what was done to it, the newest first; without secrets. */
  private async history(page: number): Promise<Entry[]> {
    const stack = await this.chosen();
    return history.parse(await byAutomation(() => stack.history(pageSize, page, false)));
  }

  /** The newest of its whole history that is so. */
  private async newest(isSo: (entry: Entry) => boolean): Promise<Entry | undefined> {
    for (let page = 1; ; page++) {
      const entries = await this.history(page);
      const found = entries.find(isSo);
      if (found !== undefined || entries.length < pageSize) return found;
    }
  }

  /** Asks whether it is well, unless the job is cancelled. */
  asked<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const begins = `${this.name}: the job is cancelled before it was known whether the release is well: it runs, and nothing was taken back`;
    return toItsEnd({ begins, ends: `${this.name}: deploy again` }, this.tell, ask);
  }

  /** Changes it to the end, though the job may be cancelled. */
  private toItsEnd<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const begins =
      `${this.name}: the job is cancelled while Pulumi changes it; Pulumi finishes what it has begun. Where the runner kills it before, ` +
      `the stack stays locked: see that nothing changes it any more, then \`pulumi cancel --stack ${this.name}\``;
    const ends = `${this.name}: Pulumi has ended, maybe in the middle, and gave its lock back; nothing was tested or taken back: deploy again`;
    return toItsEnd({ begins, ends }, this.tell, work);
  }

  private get refreshes(): boolean {
    return growing.includes(this.cloud);
  }

  /** The API has a stack only once it is selected. */
  private chosen(): Promise<Stack> {
    this.stack ??= automation().then(({ LocalWorkspace }) => byAutomation(() => LocalWorkspace.selectStack(this.args)));
    return this.stack;
  }

  /** The stack of the project that this process runs in. */
  private get args(): LocalProgramArgs {
    return { stackName: this.name, workDir: process.cwd() };
  }
}
