import { spawn } from "node:child_process";

/** A command that failed, in the words of its own. */
export class CommandError extends Error {
  /** `killed`: by a signal, so that it could not clean up after itself. */
  constructor(
    message: string,
    readonly killed = false,
  ) {
    super(message);
  }
}

/** Runs a command with its output in the log. Throws a `CommandError` where it fails. */
export async function run(command: string, args: readonly string[]): Promise<void> {
  await outcomeOf(command, args, "inherit");
}

/** Runs a command and returns what it prints; its errors go to the log. Throws a `CommandError` where it fails. */
export function outputOf(command: string, args: readonly string[]): Promise<string> {
  return outcomeOf(command, args, "pipe");
}

function outcomeOf(command: string, args: readonly string[], stdout: "inherit" | "pipe"): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", stdout, "inherit"] });
    let text = "";
    child.stdout?.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
    child.once("error", ({ message }) => reject(new CommandError(`${command} can't be run: ${message}`)));
    child.once("close", (code, signal) => {
      if (code === 0) resolve(text);
      else reject(new CommandError(`${command} ${args[0] ?? ""} ended with ${code ?? signal}`));
    });
  });
}

/** How a script says what is wrong, a line for each, with its name before it; returns the exit code of a mistake. */
export function refusal(script: string): (...lines: readonly string[]) => number {
  return (...lines) => {
    for (const line of lines) console.error(`${script}: ${line}`);
    return 2;
  };
}

/** Options of a script, `--name value` each. Returns what is wrong instead, where something is. */
export function optionsOf<Name extends string>(
  args: readonly string[],
  known: readonly Name[],
): Partial<Record<Name, string>> | string {
  const options: Partial<Record<Name, string>> = {};
  for (let i = 0; i < args.length; i += 2) {
    const [option = "", value] = args.slice(i, i + 2);
    const name = known.find((one) => `--${one}` === option);
    if (name === undefined) return `${option} is not known; allowed: ${known.map((one) => `--${one}`).join(", ")}`;
    if (value === undefined) return `${option} has no value`;
    options[name] = value;
  }
  return options;
}
