import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { leadingJson } from "../../preview/sources/files/json";
import { inFolder } from "../preview/programs";
import { bytesOf, type CorpusDocument, corpus, type KubectlAnswer, keepGroup } from "../preview/sources/files/corpus";
import { skipWithout } from "../support/needs";

const isUpdating = process.env.UPDATE_KUBECTL === "1";

describe("what kubectl reads of YAML", () => {
  before(function () {
    if (spawnSync("kubectl", ["version", "--client"]).error !== undefined)
      skipWithout(this, "kubectl is not there", false);
  });

  for (const [group, documents] of corpus()) {
    it(`is what the corpus says of ${group}`, () =>
      inFolder((folder) => {
        const answers = documents.map((document) => ask(document, folder));
        if (isUpdating) {
          keepGroup(
            group,
            documents.map((document, i) => ({ ...document, kubectl: answers[i] })),
          );
          return;
        }
        for (const [i, { what, kubectl }] of documents.entries()) assert.deepEqual(answers[i], kubectl, what);
      }));
  }
});

/** Has kubectl change nothing in what a file holds: without a server, it prints what it reads. */
function ask(document: CorpusDocument, folder: string): KubectlAnswer {
  const file = join(folder, "a.yaml");
  writeFileSync(file, bytesOf(document));
  const words = ["patch", "--local", "--type", "merge", "-p", "{}", "-o", "json", "-f", file];
  const { status, stdout, stderr } = spawnSync("kubectl", words, {
    encoding: "utf8",
    env: { ...process.env, KUBECONFIG: "" },
  });
  if (status === 0) return { objects: leadingJson(stdout).values };
  const refused = stderr.trim().replaceAll(file, "a.yaml");
  return refused === "error: no objects passed to patch" ? { objects: [] } : { refused };
}
