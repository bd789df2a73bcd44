import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import type { Log, Result } from "sarif";
import { sarifReport } from "../../../preview/formats/sarif/report";
import { physicalLocation } from "../../../preview/formats/shared/place";
import type { Judged } from "../../../preview/model/judged";
import type { Violation } from "../../../preview/model/plan";
import { ofFinding } from "../../../preview/model/policy-texts";
import { projectDir } from "../../support/project";
import { inFolder } from "../programs";
import { clean, mixed } from "./judged";

/** OASIS' schema of SARIF 2.1.0, as JSON Schema Store has it (its `id`). */
const schemaFile = join(projectDir, "test/fixtures/sarif/sarif-2.1.0-rtm.5.schema.json");

describe("the SARIF report", () => {
  const log: Log = JSON.parse(sarifReport([mixed, clean], "/none"));

  it("is valid by the official schema, which refuses what is wrong", () => {
    // The schema is of draft 4, whose `id` is `$id` today; nothing else in it differs.
    const { id: _, $schema: __, ...schema } = JSON.parse(readFileSync(schemaFile, "utf8"));
    const validate = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true }).compile(
      schema,
    );
    assert.ok(validate(log), JSON.stringify(validate.errors));
    assert.ok(!validate({ ...log, runs: [{ results: [{ message: 7 }] }] }));
  });

  it("has a run for each stack, with every rule and its help", () => {
    assert.deepEqual(
      log.runs.map(({ automationDetails }) => automationDetails?.id),
      ["shop-prod/", "shop-dev/"],
    );
    const rules = log.runs[0]?.tool.driver.rules;
    assert.deepEqual(
      rules?.map(({ id, defaultConfiguration }) => [id, defaultConfiguration?.level]),
      [
        ["database-encrypted", "error"],
        ["named", "warning"],
        ["backups-kept", "error"],
        ["of-nothing", "none"],
      ],
    );
    assert.deepEqual(rules?.[0], {
      id: "database-encrypted",
      shortDescription: { text: "Databases are encrypted." },
      fullDescription: { text: "Databases are encrypted." },
      help: { text: "Encrypt it <now>.", markdown: "Encrypt it `<now>`.\n\n[Source](https://example.org/encryption)" },
      helpUri: "https://example.org/encryption",
      defaultConfiguration: { level: "error", enabled: true },
      properties: { tags: ["security", "SOC 2 CC6.1"], "security-severity": "9.5" },
    });
  });

  it("tells the files of each stack from its own folder, and of others from that of the report", () =>
    inFolder((folder) => {
      mkdirSync(join(folder, ".git"));
      mkdirSync(join(folder, "registry"));
      const bases = [join(folder, "registry"), folder, undefined];
      const { runs }: Log = JSON.parse(
        sarifReport(
          bases.map((base) => ({ ...mixed, base })),
          join(folder, "infra"),
        ),
      );
      const uris = runs.map(({ results = [] }) =>
        results.flatMap(({ locations = [] }) =>
          locations.flatMap((one) => one.physicalLocation?.artifactLocation?.uri ?? []),
        ),
      );
      const [first = ""] = uris[1] ?? [];
      assert.notEqual(first, "");
      assert.deepEqual(
        uris.map(([uri]) => uri),
        [`registry/${first}`, first, `infra/${first}`],
      );
    }));

  it("has a result for each violation, at its line, and a suppressed one for each that is exempt", () => {
    const results = log.runs[0]?.results ?? [];
    assert.deepEqual(
      results.map(({ ruleId, ruleIndex, level, suppressions = [] }) => [ruleId, ruleIndex, level, suppressions.length]),
      [
        ["database-encrypted", 0, "error", 0],
        ["named", 1, "warning", 0],
        ["backups-kept", 2, "note", 1],
        ["backups-kept", 2, "note", 1],
      ],
    );
    assert.deepEqual(results[0]?.locations?.[0]?.physicalLocation, {
      artifactLocation: { uri: "infra/a%20b.ts", uriBaseId: "%SRCROOT%" },
      region: { startLine: 7 },
    });
    assert.equal(results[0]?.message.text, "main: storageEncrypted is false; required: true. Encrypt it <now>.");
    assert.equal(results[1]?.locations?.[0]?.physicalLocation, undefined);
    assert.equal(results[2]?.suppressions?.[0]?.justification, "owner data, expires 2027-01-31: R. [e.yaml:2]");
  });

  it("tells property, found and required of a finding, and of what is exempt", () => {
    assert.deepEqual(
      resultsOf(mixed).map(({ properties }) => properties),
      [
        { property: "storageEncrypted", found: "false", required: "true" },
        undefined,
        { property: "days", found: "1", required: "7" },
        { property: "hours", found: "2", required: "3" },
      ],
    );
  });

  it("gives a finding the same fingerprint whatever is found, and each its own", () => {
    const prints = (judged: Judged) =>
      resultsOf(judged).map(({ partialFingerprints }) => partialFingerprints?.["isotopo/v2"]);
    const first = prints(mixed);
    assert.equal(new Set(first).size, 4);
    assert.deepEqual(prints(mixed), first);
    const [one, ...others] = mixed.policy.violations;
    assert.ok(one !== undefined);
    const other = { ...one, ...ofFinding({ path: "storageEncrypted", found: "absent", required: "yes", fix: "Do." }) };
    const reworded = (violations: Violation[]) => ({ ...mixed, policy: { ...mixed.policy, violations } });
    assert.deepEqual(prints(reworded([other, ...others])), first);
    // Two findings of one property are two.
    const [, second, ...rest] = prints(reworded([one, other, ...others]));
    assert.ok(!first.includes(second));
    assert.deepEqual(rest, first.slice(1));
  });
});

function resultsOf(judged: Judged): Result[] {
  const log: Log = JSON.parse(sarifReport([judged], "/none"));
  return log.runs.flatMap(({ results = [] }) => results);
}

describe("the place of a finding in SARIF", () => {
  const files: [from: string, file: string, uri: string, inside: boolean][] = [
    [".", "a.yaml", "a.yaml", true],
    [".", "./k8s/../k8s/a.yaml", "k8s/a.yaml", true],
    ["k8s", "a.yaml", "k8s/a.yaml", true],
    ["k8s", "../infra/a.ts", "infra/a.ts", true],
    ["k8s", "TOP/infra/a.ts", "infra/a.ts", true],
    [".", "a b#c?d%e.yaml", "a%20b%23c%3Fd%25e.yaml", true],
    [".", "a:b/ä.yaml", "a%3Ab/%C3%A4.yaml", true],
    [".", "../other/a.yaml", "file://ABOVE/other/a.yaml", false],
    [".", "/elsewhere/a.yaml", "file:///elsewhere/a.yaml", false],
  ];
  for (const [from, file, uri, inside] of files) {
    it(`${file} from ${from} is ${uri}`, () =>
      inFolder((above) => {
        const top = join(above, "repository");
        mkdirSync(join(top, ".git"), { recursive: true });
        mkdirSync(join(top, "k8s"));
        const { artifactLocation, region } = physicalLocation(
          { file: file.replace("TOP", top), line: 7 },
          join(top, from),
        );
        assert.deepEqual(artifactLocation, {
          uri: uri.replace("ABOVE", above),
          ...(inside ? { uriBaseId: "%SRCROOT%" } : {}),
        });
        assert.deepEqual(region, { startLine: 7 });
      }));
  }

  it("of standard input there is none", () => {
    const resources = mixed.resources.map((resource) => ({ ...resource, source: { file: "standard input", line: 3 } }));
    const log: Log = JSON.parse(sarifReport([{ ...mixed, resources }], "/none"));
    const places = log.runs.flatMap(({ results = [] }) => results.map(({ locations: [place] = [] }) => place));
    assert.deepEqual(
      places.map((place) => place?.physicalLocation),
      places.map(() => undefined),
    );
  });
});
