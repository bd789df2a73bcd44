import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TargetName, targetNames } from "../../components/targets";
import { freshPlanOf } from "../support/plans";

/** The package of each cloud's SDK. */
const sdks: Readonly<Record<TargetName, string>> = {
  aws: "aws",
  gcp: "gcp",
  azure: "azure-native",
  kubernetes: "kubernetes",
};

/** Required into the program by `NODE_OPTIONS`: when the SDK's runner ends, the files it loaded go to a file. */
const preload = `
const { writeFileSync } = require("node:fs");
if (/@pulumi[\\\\/]pulumi[\\\\/]cmd[\\\\/]run/.test(process.argv[1])) {
  process.once("exit", () => writeFileSync(process.env.RECORD_MODULES, JSON.stringify(Object.keys(require.cache))));
}
`;

describe("the program of a stack", function () {
  this.timeout(120_000);
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "isotopo-modules-"));
    writeFileSync(join(folder, "preload.js"), preload);
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const cloud of targetNames) {
    it(`on ${cloud} loads the SDK of that cloud and no other, and not all of it`, async () => {
      const files = await loadedFiles(`fixture-${cloud}-prod`, folder);
      const packages = new Set(files.flatMap((file) => /node_modules\/@pulumi\/([^/]+)\//.exec(file)?.[1] ?? []));
      assert.deepEqual([...packages].sort(), [sdks[cloud], "pulumi", ...randomOf(packages)].sort());
      const components = new Set(files.flatMap((file) => /\/components\/([^/.]+)\/index\.ts$/.exec(file)?.[1] ?? []));
      assert.deepEqual([...components].sort(), [cloud, "contract"].sort());
      // The index of an SDK loads all its modules; those of its own that a program needs are in folders below it.
      assert.ok(!files.some((file) => file.endsWith(`/node_modules/@pulumi/${sdks[cloud]}/index.js`)));
    });
  }
});

/** `@pulumi/random`, which any cloud may use. */
function randomOf(packages: ReadonlySet<string>): string[] {
  return packages.has("random") ? ["random"] : [];
}

/** Every CommonJS file that is loaded when the program of a stack has run, with slashes. */
async function loadedFiles(stack: string, folder: string): Promise<string[]> {
  const { NODE_OPTIONS: options } = process.env;
  const record = join(folder, `${stack}.json`);
  process.env.NODE_OPTIONS = `${options ?? ""} --require ${JSON.stringify(join(folder, "preload.js"))}`.trim();
  process.env.RECORD_MODULES = record;
  try {
    const { resources } = await freshPlanOf(stack);
    assert.ok(resources.length > 50);
  } finally {
    delete process.env.RECORD_MODULES;
    if (options === undefined) delete process.env.NODE_OPTIONS;
    else process.env.NODE_OPTIONS = options;
  }
  const files: unknown = JSON.parse(readFileSync(record, "utf8"));
  assert.ok(Array.isArray(files));
  return files.map((file) => String(file).replaceAll("\\", "/"));
}
