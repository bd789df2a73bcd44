import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Counts, count, tallied, tallyVariable } from "./tally";

const rows: readonly { name: string; counted: readonly Counts[]; line: string }[] = [
  {
    name: "nothing",
    counted: [],
    line: "0 lives begun, 0 lives lived to their end, 0 programs run, 0 plans compared, 0 commands compared, 0 resources compared, 0 refusals, 0 differences",
  },
  {
    name: "two lives of which one ended early",
    counted: [
      { livesBegun: 1 },
      { livesBegun: 1, commands: 1, resources: 7 },
      { commands: 1, resources: 5, differences: 1 },
      { lives: 1, programs: 2, plans: 1, refusals: 1 },
    ],
    line: "2 lives begun, 1 life lived to its end, 2 programs run, 1 plan compared, 2 commands compared, 12 resources compared, 1 refusal, 1 difference",
  },
];

describe("the tally of the tests on Pulumi's own engine", () => {
  const before = process.env[tallyVariable];
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "isotopo-tally-"));
    writeFileSync(join(folder, "tally"), "");
    process.env[tallyVariable] = join(folder, "tally");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    if (before === undefined) delete process.env[tallyVariable];
    else process.env[tallyVariable] = before;
  });

  for (const { name, counted, line } of rows) {
    it(`sums ${name}`, () => {
      for (const part of counted) count(part);
      assert.equal(tallied(join(folder, "tally")), line);
    });
  }

  it("counts nothing where there is no file", () => {
    delete process.env[tallyVariable];
    count({ lives: 1 });
    assert.match(tallied(join(folder, "tally")), /^0 lives begun, 0 lives lived/);
  });
});
