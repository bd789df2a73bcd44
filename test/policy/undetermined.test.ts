import assert from "node:assert/strict";
import type { PolicyServer } from "../../preview/engine/analyzer";
import type { AnalyzedResource } from "../../preview/engine/analyzer-requests";
import { unknown, type WireObject } from "../../preview/model/wire";
import { startPack } from "./pack";

describe("what is not known yet", () => {
  let server: PolicyServer;
  let stop = () => {};

  before(async () => {
    ({ server, stop } = await startPack("shop-prod"));
  });
  after(() => stop());

  const resource = (properties: WireObject): AnalyzedResource => {
    const type = "aws:rds/instance:Instance";
    return { type, name: "main", urn: `urn:pulumi:shop-prod::shop::${type}::main`, properties };
  };
  const notesOf = async (resources: AnalyzedResource[]): Promise<string[]> => {
    const { notes } = await server.analyzeStack(resources, "stack");
    return notes.filter(({ policy }) => policy === "undetermined").map(({ urn, message }) => `${urn} ${message}`);
  };

  it("is told once for a resource, with every rule and path, and does not hide what is known", async () => {
    const main = resource({ storageEncrypted: unknown, backupRetentionPeriod: 1 });
    const { violations } = await server.analyze(main);
    assert.ok(violations.some(({ policy }) => policy === "backup-database-retention"));
    assert.ok(!violations.some(({ policy }) => policy === "encryption-at-rest-database"));
    const notes = await notesOf([main]);
    assert.equal(notes.length, 1);
    assert.ok(notes[0]?.includes("encryption-at-rest-database (storageEncrypted)"), notes[0]);
    assert.ok(!notes[0]?.includes("backup-database-retention"), notes[0]);
  });

  it("is not told again when it is known", async () => {
    await server.analyze(resource({ storageEncrypted: unknown }));
    await server.analyze(resource({ storageEncrypted: true }));
    assert.deepEqual(
      (await notesOf([])).filter((note) => note.includes("encryption-at-rest-database")),
      [],
    );
  });
});
