import { z } from "zod";
import { outputOf, run } from "./cli";
import type { Images } from "./images";

const history = z.array(
  z.object({
    kind: z.string(),
    result: z.string().optional(),
    config: z.record(z.string(), z.object({ objectValue: z.unknown().optional() })),
  }),
);
const outputs = z.object({ url: z.string() });

/** A stack, by the Pulumi CLI: `pulumi` of the path, signed in to a backend. */
export class PulumiStack {
  constructor(
    readonly name: string,
    private readonly project: string,
  ) {}

  /**
   * The images that the last update that went through had; undefined where there was none. As each deployment is either well or
   * rolled back, they are the last that were well (`pulumi stack history --json`: the config of each update).
   */
  async runningImages(): Promise<Images | undefined> {
    const text = await outputOf("pulumi", ["stack", "history", "--json", "--page-size", "50", ...this.chosen()]);
    const last = history
      .parse(JSON.parse(text))
      .find(({ kind, result }) => kind === "update" && result === "succeeded");
    return z.record(z.string(), z.string()).safeParse(last?.config[`${this.project}:images`]?.objectValue).data;
  }

  /** Has the next update take these images. It changes the stack's file in this work tree. */
  async setImages(images: Images): Promise<void> {
    for (const [key, image] of Object.entries(images)) {
      await run("pulumi", ["config", "set", "--path", `${this.project}:images.${key}`, image, ...this.chosen()]);
    }
  }

  /** Updates the stack, held by the policy pack. */
  async up(): Promise<void> {
    await run("pulumi", ["up", "--yes", "--non-interactive", "--policy-pack", "policy", ...this.chosen()]);
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
