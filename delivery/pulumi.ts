import { z } from "zod";
import { CommandError, outputOf, run } from "./cli";
import { isHeldNetwork, state } from "./held-network";
import type { Images } from "./images";

const history = z.array(
  z.object({
    kind: z.string(),
    startTime: z.string().optional(),
    message: z.string().optional(),
    result: z.string().optional(),
    config: z.record(z.string(), z.object({ objectValue: z.unknown().optional() })),
  }),
);
const outputs = z.object({ url: z.string() });
const list = z.array(
  z.object({ name: z.string(), lastUpdate: z.string().optional(), updateInProgress: z.boolean().optional() }),
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
  const text = await outputOf("pulumi", ["stack", "ls", "--json"]);
  return list.parse(JSON.parse(text)).map(({ name, lastUpdate, updateInProgress }) => ({
    name: name.slice(name.lastIndexOf("/") + 1),
    ...(lastUpdate === undefined || updateInProgress === true ? {} : { lastUpdate: new Date(lastUpdate) }),
  }));
}

/** A stack, by the Pulumi CLI: `pulumi` of the path, signed in to a backend. */
export class PulumiStack {
  /** `cloud` is what its config names; it decides how the stack is updated and destroyed. */
  constructor(
    readonly name: string,
    private readonly project: string,
    private readonly cloud: string,
  ) {}

  /**
   * The images that were well last, by `pulumi stack history --json`, which has the config of each update; undefined where there
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

  /** Sets a value of its config, by the path below the project's name. It changes the stack's file in this work tree. */
  async set(path: string, value: string): Promise<void> {
    await run("pulumi", ["config", "set", "--path", `${this.project}:${path}`, value, ...this.chosen()]);
  }

  /** Makes it where it is not there, with the config of another stack; secrets are encrypted anew, for this one. */
  async likeStack(other: string): Promise<void> {
    await run("pulumi", ["stack", "select", "--create", this.name]);
    await run("pulumi", ["config", "cp", "--stack", other, "--dest", this.name]);
  }

  /**
   * Deletes all of its resources, and itself. Its config is what the last update had. False where only the network is left
   * (`held-network.ts`), which can't be deleted yet. `--continue-on-error` deletes everything else.
   */
  async destroy(): Promise<boolean> {
    const later = this.cloud === "gcp" ? ["--continue-on-error"] : [];
    try {
      await run("pulumi", ["destroy", "--yes", "--non-interactive", "--remove", ...later, ...this.chosen()]);
      return true;
    } catch (error) {
      if (this.cloud === "gcp" && error instanceof CommandError && (await this.isOnlyNetwork())) return false;
      throw error;
    }
  }

  /** When it was first destroyed since its last update, by its history; undefined where it was not. */
  async destroyedSince(): Promise<Date | undefined> {
    const all = await this.history();
    const firstOther = all.findIndex(({ kind }) => kind !== "destroy");
    const first = all.slice(0, firstOther < 0 ? all.length : firstOther).at(-1);
    return first?.startTime === undefined ? undefined : new Date(first.startTime);
  }

  private async isOnlyNetwork(): Promise<boolean> {
    const text = await outputOf("pulumi", ["stack", "export", ...this.chosen()]);
    return isHeldNetwork(state.parse(JSON.parse(text)).deployment.resources);
  }

  /** The last fifty of what was done to it, the newest first. */
  private async history(): Promise<z.infer<typeof history>> {
    const text = await outputOf("pulumi", ["stack", "history", "--json", "--page-size", "50", ...this.chosen()]);
    return history.parse(JSON.parse(text));
  }

  /**
   * Updates the stack, held by the policy pack. Without a message, the history has that of the commit. Where a
   * database's disk grows by itself, the state is refreshed first: both providers send its size as the state has it, and the
   * cloud refuses every change of the server where the disk has grown since (Cloud SQL: "The disk size cannot decrease").
   */
  async up(message?: string): Promise<void> {
    const said = message === undefined ? [] : ["--message", message];
    const first = growing.includes(this.cloud) ? ["--refresh"] : [];
    const how = ["--yes", "--non-interactive", ...first, "--policy-pack", "policy"];
    await run("pulumi", ["up", ...how, ...said, ...this.chosen()]);
  }

  /** Where the application is reached. */
  async url(): Promise<string> {
    const text = await outputOf("pulumi", ["stack", "output", "--json", ...this.chosen()]);
    return outputs.parse(JSON.parse(text)).url;
  }

  private chosen(): string[] {
    return ["--stack", this.name];
  }
}
