import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readAll } from "../../../../preview/sources/files/read";
import { inFolder } from "../../programs";
import { bytesOf, type CorpusDocument, corpus } from "./corpus";

describe("what `check` reads of YAML is what kubectl reads", () => {
  const groups = corpus();

  it("of at least 200 documents", () => {
    assert.ok([...groups.values()].flat().length >= 200);
  });

  for (const [group, documents] of groups) {
    describe(group, () => {
      for (const document of documents) it(document.what, () => inFolder((folder) => compare(document, folder)));
    });
  }
});

function compare(document: CorpusDocument, folder: string): void {
  const { kubectl, differs } = document;
  assert.ok(kubectl !== undefined, "kubectl was not asked");
  const file = join(folder, "a.yaml");
  writeFileSync(file, bytesOf(document));
  const { manifests, reading } = readAll([file]);
  const ours =
    reading.problems.length > 0 ? "refused" : JSON.parse(JSON.stringify(manifests.map(({ inputs }) => inputs)));
  const theirs = "refused" in kubectl ? "refused" : JSON.parse(JSON.stringify(kubectl.objects));
  if (differs === undefined) assert.deepEqual(ours, theirs, reading.problems.map(({ words }) => words).join("; "));
  else assert.notDeepEqual(ours, theirs, "no reason to say that it differs");
}
