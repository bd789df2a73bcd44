import type { Command } from "commander";
import { findProject } from "../project/project";
import { readStack, stackNames } from "../project/stacks";
import { gateNames } from "./fail-on";
import { defaultPack } from "./policy-options";
import { rulesIn } from "./rules-file";
import { type Shell, shells } from "./shells";
import { print } from "./write";

/** Each script asks the command for candidates, and completes file names if there are none. */
const scripts: Readonly<Record<Shell, string>> = {
  bash: `_isotopo() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(isotopo complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _isotopo isotopo`,
  zsh: `_isotopo() {
  local -a found
  found=(\${(f)"$(isotopo complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  if (( \${#found} )); then compadd -a found; else _files; fi
}
compdef _isotopo isotopo`,
  fish: "complete -c isotopo -a '(isotopo complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'",
};

/** Prints the script that completes the command's words in a shell. */
export async function completion(shell: Shell): Promise<void> {
  await print(scripts[shell]);
}

/** Prints the candidates for the last of some words. */
export async function complete(program: Command, words: readonly string[]): Promise<void> {
  const found = candidates(program, words);
  if (found.length > 0) await print(found.join("\n"));
}

/** The candidates for the last word; none if it is a file, or the user's own word. */
export function candidates(program: Command, words: readonly string[]): string[] {
  const [name = "", ...others] = words;
  const last = words.at(-1) ?? "";
  if (others.length === 0) {
    // A command without a description is internal.
    const names = program.commands.filter((one) => one.description() !== "").map((one) => one.name());
    return beginning([...names, "--help", "--version"], last);
  }
  const command = program.commands.find((one) => one.name() === name);
  if (command === undefined) return [];
  const before = command.options.find(({ long }) => long === others.at(-2));
  if (before?.required) return valuesOf(before, last);
  if (last.startsWith("-")) return beginning([...command.options.flatMap(({ long }) => long ?? []), "--help"], last);
  return beginning(argumentsOf(name), last);
}

/** The values of an option, after the part of a list that is already written. */
function valuesOf({ long, argChoices }: Command["options"][number], last: string): string[] {
  if (long !== "--fail-on") return beginning(argChoices ?? [], last);
  const kept = last.slice(0, last.lastIndexOf(",") + 1);
  return beginning(
    gateNames.map((gate) => `${kept}${gate}`),
    last,
  );
}

function beginning(found: readonly string[], last: string): string[] {
  return found.filter((one) => one.startsWith(last));
}

function argumentsOf(command: string): string[] {
  try {
    switch (command) {
      case "preview":
      case "show":
      case "render":
        return stackNames(findProject(process.cwd()));
      case "compare":
        return applications();
      case "explain":
        return Object.keys(rulesIn(defaultPack()));
      case "completion":
        return [...shells];
      default:
        return [];
    }
  } catch {
    // Outside a project there are no candidates; an error would be printed into the user's command line.
    return [];
  }
}

/** `<app>-<environment>` of every stack. */
function applications(): string[] {
  const project = findProject(process.cwd());
  const names = stackNames(project).map((stack) => {
    const { values } = readStack(project, stack);
    return `${values[`${project.name}:app`] ?? ""}-${values[`${project.name}:environment`] ?? ""}`;
  });
  return [...new Set(names)].sort();
}
