import assert from "node:assert/strict";
import { mistakeOf, writtenPlan } from "../programs";

const files = {
  "page.html": "<p>",
  "words.txt": "x",
  "site/index.html": "<p>",
  "code.zip": "x",
};
const program = (asset: string, options = "") => ({
  ...files,
  "index.js": `const pulumi = require("@pulumi/pulumi");
  const { FileArchive, FileAsset, AssetArchive, StringAsset, RemoteAsset } = pulumi.asset;
  new pulumi.CustomResource("pkg:index:Thing", "thing", { content: ${asset} }${options});`,
});

describe("files of assets", () => {
  const refused: [asset: string, words: RegExp][] = [
    [
      'new FileAsset("none.html")',
      /failed to compute asset hash: failed to open asset file '[^']*\/none\.html': no such file or directory/,
    ],
    ['new FileAsset("site")', /asset path '[^']*\/site' is a directory; try using an archive/],
    ['new FileArchive("none")', /couldn't read archive path '[^']*\/none': no such file or directory/],
    ['new FileArchive("words.txt")', /'[^']*\/words\.txt' is neither a recognized archive type nor a directory/],
    ['new AssetArchive({ page: new FileAsset("none.html") })', /failed to open asset file '[^']*\/none\.html'/],
    ['{ deep: [new FileAsset("none.html")] }', /failed to open asset file '[^']*\/none\.html'/],
  ];
  for (const [asset, words] of refused) {
    it(`${asset} is refused`, async () => {
      assert.match(await mistakeOf(writtenPlan(program(asset), { config: {} })), words);
    });
  }

  it("of a resource that is read are looked for too", async () => {
    const asset = 'new FileAsset("none.html")';
    assert.match(await mistakeOf(writtenPlan(program(asset, ', { id: "x" }'), { config: {} })), /none\.html/);
  });

  const all = [
    "FileAsset('page.html')",
    "FileArchive('site')",
    "FileArchive('code.zip')",
    "StringAsset('x')",
    "RemoteAsset('https://none.example/x')",
  ];
  it("that are there, texts and addresses are not refused", async () => {
    await writtenPlan(program(`[${all.map((asset) => `new ${asset}`).join(", ")}]`), { config: {} });
  });

  it("may be missing in a copy of a revision", async () => {
    await writtenPlan(program('new FileAsset("none.html")'), { config: {}, filesMayMiss: true });
  });
});
