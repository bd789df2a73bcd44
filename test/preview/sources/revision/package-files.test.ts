import assert from "node:assert/strict";
import { join } from "node:path";
import { haveSamePackageFiles, packageFiles, packageFolders } from "../../../../preview/sources/revision/package-files";
import { settingsOf } from "../../../../preview/sources/revision/settings";
import { Tree } from "../../../../preview/sources/revision/tree";
import { writeFiles } from "../../../support/write-files";
import { inFolder } from "../../programs";

describe("what says which packages a program gets", () => {
  const files = [...packageFiles, ...packageFolders.map((folder) => `${folder}/left.patch`)];
  for (const file of files) {
    it(`is ${file}: it touches all, and has a base install its own`, () =>
      inFolder((folder) => {
        writeFiles(folder, { [`one/${file}`]: "a: 1\n", [`other/${file}`]: "a: 2\n" });
        const [one, other] = [join(folder, "one"), join(folder, "other")];
        assert.deepEqual([haveSamePackageFiles(one, one), haveSamePackageFiles(one, other)], [true, false]);
        const place = { rootDir: folder, programDir: folder, entry: ".", nodeArgs: [], tops: [folder] as const };
        const [before, after] = ["1", "2"].map((id) => settingsOf(place, new Tree(new Map([[file, id]]))));
        assert.notDeepEqual(before, after);
      }));
  }

  it("is not where a .npmrc gets them from, nor who asks", () =>
    inFolder((folder) => {
      const access =
        "//registry.example.org/:_authToken=a\n@acme:registry=https://registry.example.org/\nfund = false\n";
      writeFiles(folder, {
        "one/.npmrc": `install-links=true\n${access}`,
        "other/.npmrc": "install-links=true\n",
        "third/a": "",
        "fourth/.npmrc": access,
      });
      const same = (one: string, other: string) => haveSamePackageFiles(join(folder, one), join(folder, other));
      assert.deepEqual([same("one", "other"), same("third", "fourth"), same("one", "third")], [true, true, false]);
    }));

  it("is not what a project has of its own in a folder of that name", () => {
    const place = { rootDir: "/a", programDir: "/a", entry: ".", nodeArgs: [], tops: ["/a"] as const };
    const of = (id: string) => settingsOf(place, new Tree(new Map([["patches/deployment.yaml", id]])));
    assert.deepEqual(of("1"), of("2"));
  });
});
