import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { changesHtml } from "../../preview/formats/html";
import { commentReport } from "../../preview/formats/markdown/comment";
import { readStackChanges } from "../../preview/sources/document";
import { ordinaryChanges } from "../../tools/changes";
import { openLines } from "../../tools/changes/open-lines";
import { previewOf } from "../../tools/changes/preview";
import { elements, rendered, textOf } from "../support/github-markdown";
import { projectDir } from "../support/project";
import { Camera, picturesOf } from "./pictures";

const folder = join(projectDir, "docs/examples-of-comments");
const pictures = join(folder, "pictures");
/** Set to write the files anew; without it they are compared. */
const update = process.env.UPDATE_GOLDEN !== undefined;
const today = "2026-11-30";
const fullReport = "https://ci.example/report.html";

/** What the first twelve lines answer: what happens, to whom, and what is lost. */
const answers: Readonly<Record<string, readonly RegExp[]>> = {
  image: [
    /Routine: image app moves/,
    /Stack icosistem-aws-prod, against main/,
    /services beat, web and worker roll out and job migrate runs/,
    /No data is lost, no policy is broken/,
  ],
  "database-size": [
    /Database postgres gets another size/,
    /4 prod stacks of mesio/,
    /No data is lost, no policy is broken/,
  ],
  "rename-and-delete": [
    /Data is lost: bucket rendered/,
    /worker is renamed renderer in 12 stacks of anclora/,
    /Pulumi will refuse in 3 prod stacks of anclora/,
    /aliases: \[\{ name: "anclora-dev-compute-worker" \}\]/,
    /Bucket rendered, with \d+ resources that belong to it/,
    /30 more resources are deleted in 9 stacks/,
  ],
  retention: [
    /Backups of postgres are kept for 7 days, before for 30/,
    /4 prod stacks of neosale/,
    /A policy is broken: backup-database-retention/,
    /for example, backupRetentionPeriod is 7; required: at least 30 days/,
    /No data is lost/,
  ],
  "open-port": [
    /Port 5432 is opened to the internet/,
    /12 aws stacks/,
    /A policy is broken: exposure-data-ports/,
    /No data is lost/,
  ],
  region: [
    /Region eu-west-1 → eu-central-1/,
    /mesio-aws-prod|its resources may be made anew/,
    /Pulumi will refuse to lose database postgres/,
  ],
  "new-application": [
    /Stacks fiera-aws-dev and fiera-kubernetes-dev are new/,
    /among them database postgres/,
    /No data is lost, no policy is broken/,
  ],
  nothing: [/No stack is touched/],
};

describe("Comments of ordinary changes", () => {
  let camera: Camera | undefined;
  before(async function () {
    if (update) camera = await Camera.open(this, pictures);
  });
  after(() => camera?.close());

  for (const change of ordinaryChanges) {
    describe(`${change.name}: ${change.done}`, () => {
      let comment = "";
      let page = "";
      before(async () => {
        const json = await previewOf(change);
        const changes = readStackChanges(json, change.name).map((one) => ({ ...one, ...steady(one.base) }));
        comment = commentReport(changes, { today, fullReport, marker: change.name, against: "main" });
        page = await changesHtml(changes);
        await camera?.take(change.name, comment, page);
      });

      it("is the comment that is kept", () => {
        const file = join(folder, `${change.name}.md`);
        if (update) writeFileSync(file, comment);
        assert.equal(comment, readFileSync(file, "utf8"));
      });

      it("says in the first twelve lines what happens, to whom, and what is lost", async () => {
        const [first] = (await rendered(openLines(comment).slice(0, 12).join("\n\n"))).root.children ?? [];
        assert.ok(first !== undefined);
        const words = textOf((await rendered(openLines(comment).slice(0, 12).join("\n\n"))).root);
        for (const answer of answers[change.name] ?? [/^$/])
          assert.match(words.toLowerCase(), new RegExp(answer.source.toLowerCase()));
      });

      it("has at most 20 open lines", () => {
        const lines = openLines(comment);
        assert.ok(lines.length <= 20, lines.join("\n"));
      });

      it("leads to places of the page that are there, and says the same first line", async () => {
        const { root } = await rendered(comment);
        const anchors = elements(root, "a").flatMap(({ properties }) => {
          const { hash } = new URL(String(properties?.href));
          return hash === "" ? [] : [hash.slice(1)];
        });
        assert.deepEqual(
          anchors.filter((anchor) => !page.includes(`id="${anchor}"`)),
          [],
        );
        const [heading] = elements(root, "h2");
        const title = textOf(heading ?? { type: "text" }).replace(/^\P{L}+/u, "");
        const [, inPage = ""] = /<title>(.*)<\/title>/.exec(page) ?? [];
        assert.equal(
          inPage
            .replaceAll("&#39;", "'")
            .replaceAll("&quot;", '"')
            .slice(0, 120)
            .replace(/^\P{L}+/u, ""),
          title.slice(0, 120),
        );
      });
    });
  }

  // After all changes, as these write into it.
  describe("the folder", () => {
    it("has these and their pictures, and no others", () => {
      const kept = readdirSync(folder).filter((file) => file.endsWith(".md") && file !== "README.md");
      assert.deepEqual(kept.sort(), ordinaryChanges.map(({ name }) => `${name}.md`).sort());
      assert.deepEqual(readdirSync(pictures).sort(), ordinaryChanges.flatMap(({ name }) => picturesOf(name)).sort());
    });
  });
});

/** A commit's name is another one each time. */
function steady(base: string | undefined) {
  return base === undefined ? {} : { base: base.replace(/\([0-9a-f]+\)$/, "(1a2b3c4)") };
}
