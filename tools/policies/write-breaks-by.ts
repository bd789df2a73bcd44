import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type BreaksBy, breaksByOf, wrongBreaks } from "./breaks-by";
import { ruleFiles } from "./rule-files";

const folder = resolve(__dirname, "../../policy/rules");

/** From how many types on that break a rule by the same properties they are written in one go. */
const many = 4;

/** Writes into each rule, or those that are named as `theme/name`, what breaks it; `npm run format` puts it in form. */
function main(wanted: readonly string[]): number {
  const files = ruleFiles();
  const strange = wanted.filter((path) => !files.some((file) => file.path === path));
  for (const path of strange) console.error(`write-breaks-by: there is no policy/rules/${path}.ts`);
  if (strange.length > 0) return 2;
  for (const { path, rule, fixtures } of files) {
    if (wanted.length > 0 && !wanted.includes(path)) continue;
    const right = breaksByOf(rule, fixtures);
    // A rule that was just made says nothing yet.
    if (wrongBreaks(rule.breaksBy ?? {}, right).length === 0) continue;
    const file = join(folder, `${path}.ts`);
    writeFileSync(file, withBreaks(readFileSync(file, "utf8"), right));
    console.log(`wrote policy/rules/${path}.ts`);
  }
  return 0;
}

/** The text of a rule with what breaks it, in the place of what it had or after its source. */
function withBreaks(text: string, breaks: BreaksBy): string {
  const written = `  breaksBy: {\n${entriesOf(breaks).join("\n")}\n  },\n`;
  const without = text.replace(
    /^ {2}breaksBy: (\{\},|\{[^\n]*\},|\{\n[\s\S]*?\n {2}\},|alike\([\s\S]*?\n {2}\),)\n/m,
    "",
  );
  const [head = "", ...tail] = without.split(/^(?= {2}source:)/m);
  const [first = "", ...rest] = tail.join("").split(/^(?= {2}(?!source)\w+[:,])/m);
  return withImport(`${head}${first}${written}${rest.join("")}`);
}

function entriesOf(breaks: BreaksBy): string[] {
  const byList = new Map<string, string[]>();
  for (const [type, paths] of Object.entries(breaks)) {
    const key = JSON.stringify(paths);
    byList.set(key, [...(byList.get(key) ?? []), type]);
  }
  return [...byList].flatMap(([list, types]) =>
    types.length < many
      ? types.map((type) => `    ${JSON.stringify(type)}: ${list},`)
      : [`    ...alike(${JSON.stringify(types)}, ${list}),`],
  );
}

/** With `alike` imported where it is used. */
function withImport(text: string): string {
  const used = text.includes("...alike(");
  const imported = /import (type )?\{[^}]*\balike\b[^}]*\} from "..\/..\/core\/rule"/.test(text);
  if (!used || imported) return text;
  return text.replace(/import (type )?\{([^}]*)\} from "\.\.\/\.\.\/core\/rule";/, (_, type, names: string) => {
    const list = names
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
    const all = [
      "alike",
      ...list.map((name) => (type === undefined || name.startsWith("type ") ? name : `type ${name}`)),
    ];
    return `import { ${all.join(", ")} } from "../../core/rule";`;
  });
}

process.exitCode = main(process.argv.slice(2));
