import { z } from "zod";
import { CommandError } from "./cli";

/** Pulumi's Automation API. It takes a second to load: mistakes in arguments are reported without it. */
export function automation(): Promise<typeof import("@pulumi/pulumi/automation")> {
  return import("@pulumi/pulumi/automation");
}

/** Has the log show what Pulumi prints, as it comes. */
export const shown = {
  onOutput: (text: string) => void process.stdout.write(text),
  onError: (text: string) => void process.stderr.write(text),
};

/** Commands whose output the log has already: the API hands out that of the others at their end. */
const streamed: readonly string[] = ["up", "preview", "destroy"];

/** How the API's command ended. Its message is not for people: it has every argument and all that was printed. */
const failure = z.object({
  commandResult: z.object({
    err: z.object({
      command: z.string().default(""),
      originalMessage: z.string().optional(),
      exitCode: z.number().optional(),
      signal: z.string().optional(),
      stderr: z.string().optional(),
    }),
  }),
});

/** Does work by the Automation API. Throws a `CommandError` where a command of Pulumi fails; its errors are in the log then. */
export async function byAutomation<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof (await automation()).CommandError)) throw error;
    const { command, originalMessage, exitCode, signal, stderr = "" } = failure.parse(error).commandResult.err;
    const end = exitCode ?? signal;
    if (end === undefined) throw new CommandError(`pulumi can't be run: ${originalMessage ?? "no reason is given"}`);
    const [program = "", name = ""] = command.split(" ");
    if (stderr !== "" && !streamed.includes(name)) process.stderr.write(`${stderr}\n`);
    throw new CommandError(`${program} ${name} ended with ${end}`, exitCode === undefined);
  }
}
