import type { LocalProgramArgs, Stack, UpResult } from "@pulumi/pulumi/automation";
import { z } from "zod";
import { automation, byAutomation, shown } from "./automation";
import { toItsEnd } from "./cancel";
import { CommandError, outputOf, run } from "./cli";
import { isHeldNetwork, state } from "./held-network";
import type { Images } from "./images";

const history = z.array(
  z.object({
    kind: z.string(),
    startTime: z.date().optional().catch(undefined),
    message: z.string().optional(),
    result: z.string().optional(),
    config: z.record(z.string(), z.object({ objectValue: z.unknown().optional() })),
  }),
);

/** Clouds on which the disk of a database grows by itself, and must not be asked to shrink. */
const growing: readonly string[] = ["gcp", "azure"];

/** What the history says of an update that goes back to a release before. */
export const goingBack = "Back to the images of the release before";

/** A stack of the backend, as a list of them has it. */
export interface StackSummary {
  /** Without organization and project. */
  name: string;
  /** When its last update began; undefined where there was none, or where one runs now. */
  lastUpdate?: Date;
}

/** The stacks of this project that the backend has. */
export async function listStacks(): Promise<StackSummary[]> {
  const { LocalWorkspace } = await automation();
  const stacks = await byAutomation(async () => (await LocalWorkspace.create({ workDir: process.cwd() })).listStacks());
  return stacks.map(({ name, lastUpdate, updateInProgress }) => ({
    name: name.slice(name.lastIndexOf("/") + 1),
    ...(lastUpdate === undefined || updateInProgress === true ? {} : { lastUpdate: new Date(lastUpdate) }),
  }));
}

/**
 * A stack, by Pulumi's Automation API, which runs `pulumi` of the path, signed in to a backend. Every method throws a
 * `CommandError` where a command of Pulumi fails. ADR 24 says what the API can't do, and why the CLI is run for it.
 */
export class PulumiStack {
  private stack: Promise<Stack> | undefined;

  /** `cloud` is what its config names; it decides how the stack is updated and destroyed. */
  constructor(
    readonly name: string,
    private readonly project: string,
    private readonly cloud: string,
  ) {}

  /**
   * The images that were well last, by the history, which has the config of each update; undefined where there
   * are none. As each deployment is either well or goes back, they are those of the newest update that went through or that
   * was to go back, whether or not that one went through: what ran in between was not well.
   */
  async wellImages(): Promise<Images | undefined> {
    const last = (await this.history()).find(
      ({ kind, message, result }) => kind === "update" && (result === "succeeded" || message === goingBack),
    );
    return z.record(z.string(), z.string()).safeParse(last?.config[`${this.project}:images`]?.objectValue).data;
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
      await toItsEnd((signal) =>
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
    const all = await this.history();
    const firstOther = all.findIndex(({ kind }) => kind !== "destroy");
    return all.slice(0, firstOther < 0 ? all.length : firstOther).at(-1)?.startTime;
  }

  /**
   * Updates the stack, held by the policy pack, and returns where the application is reached. It is previewed first, so
   * that what a policy refuses is refused before anything is changed: the API updates without a preview. Without a message, the
   * history has that of the commit. Where a database's disk grows by itself, the state is refreshed first: both providers send its
   * size as the state has it, and the cloud refuses every change of the server where the disk has grown since (Cloud SQL: "The
   * disk size cannot decrease").
   */
  async up(message?: string): Promise<string> {
    const stack = await this.chosen();
    const how = { ...shown, message, refresh: growing.includes(this.cloud), policyPacks: ["policy"] };
    const { outputs } = await toItsEnd((signal) =>
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

  /** The last fifty of what was done to it, the newest first; without secrets. */
  private async history(): Promise<z.infer<typeof history>> {
    const stack = await this.chosen();
    return history.parse(await byAutomation(() => stack.history(50, 1, false)));
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
