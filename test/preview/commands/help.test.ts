import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { candidates } from "../../../preview/commands/completion";
import { exitCodes } from "../../../preview/commands/exit-codes";
import { gateNames } from "../../../preview/commands/fail-on";
import { helps, helpText } from "../../../preview/commands/help";
import { program as commandLine } from "../../../preview/commands/program";
import { shells } from "../../../preview/commands/shells";
import { isotopo, run } from "../../support/command";
import { projectDir } from "../../support/project";
import { shipped } from "../../support/shipped";
import { program } from "../programs";

const commands = commandLine().commands.filter((command) => command.description() !== "");

describe("the help of each command", () => {
  it("is there for every one, and for no other", () => {
    assert.deepEqual(Object.keys(helps).sort(), commands.map((command) => command.name()).sort());
  });

  for (const [name, help] of Object.entries(helps)) {
    it(`${name}: examples with options that it has, exit codes`, () => {
      const command = commands.find((one) => one.name() === name);
      const known = new Set(command?.options.map(({ long }) => long));
      for (const [line] of help.examples) {
        const [, called = ""] = new RegExp(`\\bisotopo ${name}\\b(.*)`).exec(line) ?? assert.fail(line);
        for (const [option] of called.matchAll(/--[a-z-]+/g)) assert.ok(known.has(option), `${line}: ${option}`);
      }
      const codes = [...helpText(help).matchAll(/^ {2}(\d+) {2}/gm)].map(([, code]) => code?.trim());
      assert.deepEqual(codes, name === "preview" || name === "check" ? ["0", "1", "2", "130"] : ["0", "2", "130"]);
    });
  }

  const sources = join(projectDir, "preview");
  const read = new Set(
    readdirSync(sources, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.[jt]s$/.test(file))
      .flatMap((file) => [...readFileSync(join(sources, file), "utf8").matchAll(/\benv\.(ISOTOPO_\w+)/g)])
      .map(([, name = ""]) => name),
  );
  // Set by the command itself for the processes that it starts.
  const own: readonly string[] = ["ISOTOPO_PREVIEW"];
  const told = Object.values(helps).map(helpText).join("\n");
  const readme = readFileSync(join(projectDir, "README.md"), "utf8");
  for (const name of [...read].filter((one) => !own.includes(one))) {
    it(`names ${name}, and so does the README`, () => {
      assert.match(told, new RegExp(`^ {2}${name} {2}`, "m"));
      assert.match(readme, new RegExp(`^\\| \`${name}\` \\|`, "m"));
    });
  }

  it("tells the exit codes, and so does the README", () => {
    const [codes = ""] = /^Exit codes:[\s\S]*?\n\n/m.exec(readme) ?? [];
    for (const code of Object.values(exitCodes)) assert.match(codes, new RegExp(`\\b${code} `));
    for (const gate of gateNames) {
      const isSeverity = ["low", "medium", "high", "critical"].includes(gate);
      assert.ok(codes.includes(isSeverity ? "a severity" : `\`${gate}\``), gate);
    }
  });

  it("is printed behind the options", async () => {
    const { stdout } = await isotopo(["check", "--help"]);
    assert.ok(stdout.endsWith(`${helpText(helps.check)}\n`), stdout);
    assert.match((await isotopo(["--help"])).stdout, /isotopo help <command> has examples/);
  });

  it("has the version of package.json", async () => {
    const { version } = JSON.parse(readFileSync(join(projectDir, "package.json"), "utf8"));
    assert.deepEqual(await isotopo(["--version"]), { code: 0, stdout: `${version}\n`, stderr: "" });
  });
});

describe("the completion of words", () => {
  const mistakes = program("mistakes");
  const table: [words: string[], found: string[] | RegExp][] = [
    [["pre"], ["preview"]],
    [[""], /^list,show,compare,preview,comment,strip,check,rules,explain,render,completion,--help,--version$/],
    [["check", "--fail"], ["--fail-on"]],
    [["check", "--format", "s"], ["sarif"]],
    [["check", "--fail-on", "high,cr"], ["high,critical"]],
    [
      ["check", "--profile", ""],
      ["dev", "staging", "prod"],
    ],
    [["check", ""], []],
    [["check", "--out", ""], []],
    [["preview", "noth"], ["nothing"]],
    [["preview", "--all", "noth"], ["nothing"]],
    [["completion", ""], [...shells]],
    [["nonsense", ""], []],
  ];
  for (const [words, found] of table) {
    it(words.join(" ") || "nothing", () => {
      const folder = process.cwd();
      process.chdir(mistakes);
      try {
        const names = candidates(commandLine(), words);
        if (found instanceof RegExp) assert.match(names.join(), found);
        else assert.deepEqual(names, found);
      } finally {
        process.chdir(folder);
      }
    });
  }

  it("names rules and applications of the project", () => {
    assert.deepEqual(candidates(commandLine(), ["explain", "containers-non-r"]), [
      "containers-non-root",
      "containers-non-root-user",
    ]);
    const { app, environment } = shipped[0] ?? {};
    assert.deepEqual(candidates(commandLine(), ["compare", `${app}-${environment}`]), [`${app}-${environment}`]);
  });

  it("is the same in bash, which asks the command", async () => {
    const { stdout: script } = await isotopo(["completion", "bash"]);
    const typed = "COMP_WORDS=(isotopo check --format s); COMP_CWORD=3";
    const command = `isotopo() { node ${join(projectDir, "preview/bin/isotopo.js")} "$@"; }`;
    const { code, stdout } = await run("bash", [
      "-c",
      `${command}\n${script}\n${typed}; _isotopo; echo "\${COMPREPLY[@]}"`,
    ]);
    assert.deepEqual([code, stdout], [0, "sarif\n"]);
  });

  for (const shell of shells) {
    it(`has a script for ${shell}, which asks the command`, async () => {
      const { code, stdout } = await isotopo(["completion", shell]);
      assert.deepEqual([code, stdout.includes("isotopo complete -- ")], [0, true]);
    });
  }
});
