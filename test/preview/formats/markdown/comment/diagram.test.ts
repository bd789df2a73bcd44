import assert from "node:assert/strict";
import { commentReport } from "../../../../../preview/formats/markdown/comment";
import type { ResourceChange, StackChange } from "../../../../../preview/model/change";
import { elements, rendered, textOf } from "../../../../support/github-markdown";
import { everywhere, tricks } from "./hostile";
import { Shop } from "./shop";

const shop = new Shop("prod");
/** What a line of a picture may be, so that no text of others is more than a label. */
const line =
  /^(?:flowchart LR| {2}part\d+\["(?:[\p{L}\p{N} ,./-]|#\d+;|<br\/>)*"\]| {2}part\d+ --> part\d+| {2}classDef look\d [\w:#,\- ]+| {2}class part\d+(?:,part\d+)* look\d)$/u;

describe("The picture in a comment", () => {
  it("has a node for each component, says what changes in it, and has an arrow to what it needs", async () => {
    const parts = shop.usual();
    const stack = shop.change({
      ...parts,
      service: { ...parts.service, action: "update" },
      bucket: { ...parts.bucket, action: "delete" },
    });
    assert.deepEqual(await pictures([stack]), [
      [
        "flowchart LR",
        '  part0["Network<br/>shop-network"]',
        '  part1["Postgres<br/>shop-postgres"]',
        '  part2["Storage<br/>shop-storage<br/>1 delete"]',
        '  part3["Compute<br/>shop-compute<br/>1 update"]',
        "  part1 --> part0",
        "  part3 --> part1",
        "  part3 --> part2",
        "  part3 --> part0",
        "  classDef look1 stroke:#cf222e,stroke-width:3px,stroke-dasharray:6 4",
        "  class part2 look1",
        "  classDef look3 stroke:#bf8700,stroke-width:3px",
        "  class part3 look3",
      ],
    ]);
  });

  it("has the resources where there are no components, and no provider", async () => {
    const { vpc, database } = shop.usual();
    const provider = shop.resource(vpc, "pulumi:providers:aws", "default", "create");
    const plain = [vpc, { ...database, action: "create" as const }].map((change) => ({ ...change, parent: undefined }));
    assert.deepEqual(
      (await pictures([{ ...shop.change({}), changes: [...plain, { ...provider, parent: undefined }] }]))[0]?.slice(
        1,
        4,
      ),
      [
        '  part0["aws#58;ec2#58;Vpc<br/>shop-network-vpc"]',
        '  part1["aws#58;rds#58;Instance<br/>shop-postgres-main<br/>1 create"]',
        "  part1 --> part0",
      ],
    );
  });

  it("is left out where nothing changes, and where there is one part only", async () => {
    const { network, vpc } = shop.usual();
    assert.deepEqual(await pictures([shop.change(shop.usual())]), []);
    assert.deepEqual(await pictures([shop.change({ network, vpc: { ...vpc, action: "update" } })]), []);
  });

  it("is of four stacks at most", async () => {
    const stacks = Array.from({ length: 9 }, (_, i) => {
      const one = new Shop(`s${i}`);
      const parts = one.usual();
      return one.change({ ...parts, vpc: { ...parts.vpc, action: "update" } });
    });
    assert.equal((await pictures(stacks)).length, 4);
  });

  it("is of what changes first, within what Mermaid draws", async () => {
    const names = Array.from({ length: 300 }, (_, i) => `r${i}`);
    const { vpc } = shop.usual();
    const urns = names.map((name) => shop.resource(vpc, "a:b:C", name, "unchanged").urn);
    const all = names.map(
      (name, i): ResourceChange => ({
        ...shop.resource(vpc, "a:b:C", name, i === 299 ? "replace" : "unchanged"),
        parent: undefined,
        dependencies: urns,
      }),
    );
    const [picture = []] = await pictures([{ ...shop.change({}), changes: all }]);
    assert.equal(picture.filter((text) => text.includes("[")).length, 40);
    assert.match(picture[1] ?? "", /r299<br\/>1 replacement/);
    assert.equal(picture.filter((text) => text.includes("-->")).length, 120);
    assert.match(commentReport([{ ...shop.change({}), changes: all }]), / 260 more parts are not shown\.\n/);
  });

  for (const [what, text] of tricks) {
    it(`takes ${what} in a name for a label`, async () => {
      const found = await pictures([everywhere(text)]);
      assert.equal(found.length, 1);
      for (const each of found.flat()) assert.match(each, line);
    });
  }
});

async function pictures(changes: StackChange[]): Promise<string[][]> {
  const { root } = await rendered(commentReport(changes, { limit: 1_000_000 }));
  const blocks = elements(root, "pre").map(textOf);
  return blocks.filter((text) => text.startsWith("flowchart")).map((text) => text.trimEnd().split("\n"));
}
