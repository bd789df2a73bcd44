import assert from "node:assert/strict";
import { parse } from "junit2json";
import { junitReport } from "../../../preview/formats/junit/report";
import { formatNames, formats } from "../../../preview/formats/registry";
import { plainText } from "../../../preview/formats/shared/terminal";
import type { Judged } from "../../../preview/model/judged";
import { clean, mixed } from "./judged";

/** Rules that are broken, of which nothing says that they were asked: as in an event log without what each resource was asked. */
const untold: Judged = { ...mixed, policy: { ...mixed.policy, judged: [] } };

describe("Violations of rules that are not said to be asked", () => {
  for (const name of formatNames) {
    it(`are in the report as ${name}`, () => {
      const report = formats[name].judged([untold], { text: plainText, base: "/none" });
      for (const { policy } of mixed.policy.violations) assert.ok(report.includes(policy), policy);
    });
  }

  it("fail: a case for each rule", async () => {
    const report = await parse(junitReport([untold]));
    assert.ok(report !== undefined && report !== null && "testsuite" in report);
    const [suite] = report.testsuite ?? [];
    assert.deepEqual([suite?.tests, suite?.failures, suite?.skipped], [2, 1, 0]);
    assert.deepEqual(
      suite?.testcase?.map(({ name, failure }) => [name, failure?.[0]?.message]),
      [
        ["database-encrypted", "1 violation"],
        ["named", undefined],
      ],
    );
  });
});

describe("the JUnit report", () => {
  it("is read by a reader of JUnit: a suite for each stack, a case for each rule", async () => {
    const report = await parse(junitReport([mixed, clean]));
    assert.ok(report !== undefined && report !== null && "testsuite" in report);
    const suites = report.testsuite ?? [];
    assert.deepEqual(
      suites.map(({ name, tests, failures, skipped }) => ({ name, tests, failures, skipped })),
      [
        { name: "shop-prod", tests: 4, failures: 1, skipped: 1 },
        { name: "shop-dev", tests: 4, failures: 0, skipped: 1 },
      ],
    );
    const cases = suites[0] !== undefined && "testcase" in suites[0] ? (suites[0].testcase ?? []) : [];
    assert.deepEqual(
      cases.map(({ name }) => name),
      [
        "database-encrypted: Databases are encrypted.",
        "named: Things have names.",
        "backups-kept: Backups are kept.",
        "of-nothing: Nothing is asked.",
      ],
    );
    const [failed, advised, exempt] = cases;
    assert.deepEqual(failed?.failure, [
      {
        message: "1 violation",
        type: "mandatory",
        inner: `${mixed.policy.violations[0]?.urn}\nproperty: storageEncrypted\nfound: false\nrequired: true\nfix: Encrypt it <now>.`,
      },
    ]);
    assert.match(String(advised?.["system-out"]), /advisory:/);
    assert.match(
      String(exempt?.["system-out"]),
      /exempt: .*\nproperty: days\nfound: 1\nrequired: 7\nfix: Keep it\.\nowner data, expires 2027-01-31/,
    );
  });

  it("has no letter that XML has not, and no markup of others", () => {
    const text = junitReport([mixed]);
    assert.ok(!text.includes("\u0007"));
    assert.ok(text.includes("<![CDATA[advisory:"));
  });
});
