import assert from "node:assert/strict";
import { realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { addCopy, environmentIn } from "../../../preview/engine/moved-paths";
import { Repository } from "../../support/repository";
import { writeFiles } from "../../support/write-files";
import { inFolder } from "../programs";

describe("paths in the environment of a copy's processes", () => {
  /** What a variable says in the work tree, and in the copy. */
  const rows: [what: string, name: string, here: string, there: string][] = [
    ["the top", "GITHUB_WORKSPACE", "{here}", "{there}"],
    ["a file", "npm_package_json", "{here}/package.json", "{there}/package.json"],
    ["what is new in the work tree", "RULES", "{here}/new.json", "{there}/new.json"],
    ["what is nowhere", "GONE", "{here}/gone.json", "{there}/gone.json"],
    ["the top by a link", "INIT_CWD", "{linked}", "{there}"],
    ["what git ignores", "KUBECONFIG", "{here}/key.txt", "{here}/key.txt"],
    ["another folder", "OTHER", "{here}-other", "{here}-other"],
    ["a list of paths", "PATH", "{here}/bin", "{here}/bin"],
    ["the machine's folders", "HOME", "{here}", "{here}"],
    ["a text", "WORD", "here", "here"],
    ["the folder itself", "PWD", "{here}", "{there}/app"],
  ];

  for (const [what, name, before, after] of rows) {
    it(`are the copy's: ${what}`, () =>
      inFolder((given) => {
        const folder = realpathSync(given);
        const [here, there, linked] = ["here", "there", "linked"].map((part) => join(folder, part));
        assert.ok(here !== undefined && there !== undefined && linked !== undefined);
        const repository = new Repository(here);
        repository.write({ ".gitignore": "key.txt\n", "key.txt": "0", "new.json": "{}", "package.json": "{}" });
        writeFiles(there, { "package.json": "{}" });
        symlinkSync("here", linked);
        const at = (text: string) => text.replace("{here}", here).replace("{there}", there).replace("{linked}", linked);
        const forget = addCopy({ here, there });
        try {
          const env = { [name]: at(before) };
          assert.equal(environmentIn(join(there, "app"), env)[name], at(after));
          if (name !== "PWD") assert.equal(environmentIn(here, env)[name], at(before));
        } finally {
          forget();
        }
        if (name !== "PWD") assert.equal(environmentIn(join(there, "app"), { [name]: at(before) })[name], at(before));
      }));
  }
});
