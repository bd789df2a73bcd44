import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
// The signatures come from the SDK itself, so that both sides can't be wrong together.
import * as sdk from "@pulumi/pulumi/runtime/rpc";
import { withContents } from "../../../preview/engine/contents";
import { readable, type Wire, type WireObject } from "../../../preview/model/wire";
import { inFolder } from "../programs";

const asset = (fields: WireObject): WireObject => ({ [sdk.specialSigKey]: sdk.specialAssetSig, ...fields });
const archive = (fields: WireObject): WireObject => ({ [sdk.specialSigKey]: sdk.specialArchiveSig, ...fields });

/** A project whose program is in a folder of it, with a file and a folder. */
function project(folder: string): { rootDir: string; programDir: string } {
  const programDir = join(folder, "program");
  mkdirSync(join(programDir, "site/css"), { recursive: true });
  writeFileSync(join(programDir, "page.html"), "<p>one</p>");
  writeFileSync(join(programDir, "site/index.html"), "index");
  writeFileSync(join(programDir, "site/css/main.css"), "css");
  return { rootDir: folder, programDir };
}

describe("what is in the files of a program", () => {
  const shown = (value: Wire, folders: { rootDir: string; programDir: string }) =>
    readable(withContents(value, folders));

  it("is told by a hash, at any depth, with a path from the project", () =>
    inFolder((folder) => {
      const folders = project(folder);
      const file = asset({ path: "./page.html" });
      const value = shown(
        { code: archive({ assets: { page: file } }), list: [file], text: asset({ text: "t" }) },
        folders,
      );
      const told = { asset: "program/page.html", hash: hashIn(shown(file, folders)) };
      assert.match(told.hash, /^[0-9a-f]{16}$/);
      assert.deepEqual(value, { code: { archive: { page: told } }, list: [told], text: { asset: "t" } });
    }));

  it("is the same from wherever the project is", () =>
    inFolder((folder) => {
      const [one, two] = ["one", "two"].map((name) => {
        mkdirSync(join(folder, name));
        const folders = project(join(folder, name));
        return shown(
          { a: asset({ path: join(folders.programDir, "page.html") }), b: archive({ path: "site" }) },
          folders,
        );
      });
      assert.deepEqual(one, two);
    }));

  const changes: Record<string, (programDir: string) => void> = {
    "other contents": (dir) => writeFileSync(join(dir, "site/css/main.css"), "other"),
    "another file": (dir) => writeFileSync(join(dir, "site/more.html"), ""),
    "another link": (dir) => symlinkSync("index.html", join(dir, "site/link.html")),
    "the same text, cut elsewhere": (dir) => {
      writeFileSync(join(dir, "site/index.html"), "indexc");
      writeFileSync(join(dir, "site/css/main.css"), "ss");
    },
  };
  for (const [name, change] of Object.entries(changes)) {
    it(`is another for ${name}`, () =>
      inFolder((folder) => {
        const folders = project(folder);
        const before = shown(archive({ path: "site" }), folders);
        change(folders.programDir);
        assert.notEqual(hashIn(shown(archive({ path: "site" }), folders)), hashIn(before));
      }));
  }

  it("is not known where there is no such file", () =>
    inFolder((folder) => {
      const folders = project(folder);
      assert.deepEqual(shown(asset({ path: "gone.html" }), folders), { asset: "program/gone.html", hash: "[unknown]" });
    }));

  it("of a link to a folder is that of the folder", () =>
    inFolder((folder) => {
      const folders = project(folder);
      symlinkSync("site", join(folders.programDir, "link"));
      assert.equal(
        hashIn(shown(archive({ path: "link" }), folders)),
        hashIn(shown(archive({ path: "site" }), folders)),
      );
    }));

  it("is left to the cloud where it has an address", () =>
    inFolder((folder) => {
      const value = asset({ uri: "https://example.org/page.html" });
      assert.deepEqual(shown(value, project(folder)), { asset: "https://example.org/page.html" });
    }));
});

function hashIn(value: Wire): string {
  assert.ok(typeof value === "object" && value !== null && !Array.isArray(value) && typeof value.hash === "string");
  return value.hash;
}
