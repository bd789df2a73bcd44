import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { settingsSchema } from "../../infra/config/settings";
import { projectDir } from "../support/project";

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "policy/README.md",
  "preview/README.md",
  ...["docs", "docs/adr", "docs/reviews"].flatMap((folder) =>
    readdirSync(join(projectDir, folder))
      .filter((file) => file.endsWith(".md"))
      .map((file) => `${folder}/${file}`),
  ),
];
const folders = readdirSync(projectDir).filter((name) => statSync(join(projectDir, name)).isDirectory());

describe("what pages name", () => {
  for (const page of pages) {
    const text = readFileSync(join(projectDir, page), "utf8");

    it(`${page}: paths of the project are there`, () => {
      const missing = codeWords(text).filter((word) => isPath(word) && !branches(word).every(isThere));
      assert.deepEqual(missing, []);
    });

    it(`${page}: pages that are linked are there, with their headings`, () => {
      const missing = links(text).filter((link) => !isLinked(page, text, link));
      assert.deepEqual(missing, []);
    });
  }

  it("settings that a cluster has no place for are settings", () => {
    const page = readFileSync(join(projectDir, "docs/kubernetes.md"), "utf8");
    const [, list = ""] = /^- Act on settings that a cluster has no place for: ([\s\S]*?)\.\n\n/m.exec(page) ?? [];
    const named = codeWords(list);
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((setting) => !isSetting(setting)),
      [],
    );
  });
});

/** What stands between back-ticks, outside of blocks. */
function codeWords(text: string): string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, "");
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, word = ""]) => word);
}

function isPath(word: string): boolean {
  return /^[\w.][\w./{},<>*-]*$/.test(word) && word.includes("/") && folders.includes(word.split("/")[0] ?? "");
}

/** `a/{b,c}` is two paths. */
function branches(path: string): string[] {
  const [group, inner] = /\{([^}]*)\}/.exec(path) ?? [];
  if (group === undefined || inner === undefined) return [path];
  return inner.split(",").flatMap((part) => branches(path.replace(group, part)));
}

/** Whether a path is there; `<cloud>` and `*` are any text. */
function isThere(path: string): boolean {
  let found = [projectDir];
  for (const part of path.split("/").filter((name) => name !== "")) {
    const pattern = new RegExp(`^${part.replaceAll(/[.]/g, "\\.").replaceAll(/<[^>]*>|\*/g, ".+")}$`);
    found = found.flatMap((folder) =>
      statSync(folder).isDirectory()
        ? readdirSync(folder)
            .filter((name) => pattern.test(name))
            .map((name) => join(folder, name))
        : [],
    );
  }
  return found.length > 0;
}

/** Targets of links within the project. */
function links(text: string): string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```$|`[^`\n]+`/gm, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link).filter((link) => !/^[a-z]+:/.test(link));
}

function isLinked(page: string, text: string, link: string): boolean {
  const [file = "", heading] = link.split("#");
  const target = file === "" ? page : join(dirname(page), file);
  if (!existsSync(join(projectDir, target))) return false;
  if (heading === undefined) return true;
  const linked = file === "" ? text : readFileSync(join(projectDir, target), "utf8");
  return [...linked.matchAll(/^#+ (.*)$/gm)].some(([, title = ""]) => anchor(title) === heading);
}

/** As GitHub makes it of a heading. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, "")
    .replaceAll(/\s/g, "-");
}

/** Whether settings have that key; `storage.*` is all of a group. */
function isSetting(path: string): boolean {
  const [group = "", key] = path.split(".");
  const schema = Object.entries(settingsSchema.shape).find(([name]) => name === group)?.[1];
  if (schema === undefined || key === undefined) return schema !== undefined;
  return "shape" in schema && (key === "*" || Object.keys(schema.shape).includes(key));
}
