import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectDir } from "../support/project";

/** Folders of code; what is installed, built or written by commands is in none of them. */
const folders = readdirSync(projectDir).filter(
  (name) => !name.startsWith(".") && name !== "node_modules" && statSync(join(projectDir, name)).isDirectory(),
);
const files = folders.flatMap((folder) =>
  readdirSync(join(projectDir, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith(".ts") && !/(?:^|[\\/])(?:node_modules|dist)[\\/]/.test(name)),
);

describe("the code", () => {
  it("spreads no object literal into another one: that hides keys from readers and from the type checker", () => {
    assert.ok(files.length > 1000);
    const hidden = files.filter((file) => readFileSync(join(projectDir, file), "utf8").includes(`...${"{"}`));
    assert.deepEqual(hidden, []);
  });
});
