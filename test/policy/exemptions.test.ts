import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Exemption, Exemptions } from "../../policy/core/exemption";
import { ExemptionsError, parseExemptions } from "../../policy/core/exemptions-file";
import type { AnalyzedResource } from "../../preview/engine/analyzer-requests";
import { inFolder } from "../preview/programs";
import { startPack } from "./pack";

const ids = new Set(["backup-database-retention", "containers-non-root"]);
const urn = "urn:pulumi:shop-prod::shop::aws:rds/instance:Instance::main";
const valid = [
  "exemptions:",
  "  - rule: backup-database-retention",
  `    resource: "${urn}"`,
  "    owner: data team",
  "    reason: Rebuilt every night.",
  "    expires: 2027-01-31",
  "",
].join("\n");

const one: Exemption = {
  rule: "backup-database-retention",
  resource: urn,
  owner: "data team",
  reason: "Rebuilt every night.",
  expires: "2027-01-31",
  place: "exemptions.yaml:2",
};

describe("exemptions, as they are written", () => {
  it("are read with their place", () => {
    assert.deepEqual(parseExemptions(valid, "exemptions.yaml", ids), [one]);
  });

  it("may name a container and a property", () => {
    const [found] = parseExemptions(`${valid}    container: app\n    property: "*.drop"\n`, "exemptions.yaml", ids);
    assert.deepEqual(found, { ...one, container: "app", property: "*.drop" });
  });

  for (const text of ["", "# nothing\n", "exemptions:\n", "exemptions: []\n"]) {
    it(`may be none: ${JSON.stringify(text)}`, () => assert.deepEqual(parseExemptions(text, "e.yaml", ids), []));
  }

  const mistakes: [what: string, text: string, message: string][] = [
    ["no list", "rules: []", 'e.yaml:1: it has no list "exemptions"'],
    ["a list of something else", "exemptions: 7", "e.yaml:1: exemptions is no list"],
    [
      "an item that is a text",
      "exemptions: [x]",
      "e.yaml:1: exemptions[0] is no map of rule, resource, container, property, owner, reason, expires",
    ],
    [
      "no YAML",
      "exemptions: [",
      "e.yaml:1: Flow sequence in block collection must be sufficiently indented and end with a ]",
    ],
    [
      "a rule that there is not",
      valid.replace("backup-database-retention", "backups"),
      'e.yaml:2: exemptions[0].rule is "backups", which is no rule of this pack; did you mean backup-database-retention?',
    ],
    [
      "a rule that nothing is near",
      valid.replace("backup-database-retention", "everything"),
      'e.yaml:2: exemptions[0].rule is "everything", which is no rule of this pack',
    ],
    [
      "a mistyped rule",
      valid.replace("backup-database-retention", "container-non-root"),
      'e.yaml:2: exemptions[0].rule is "container-non-root", which is no rule of this pack; did you mean containers-non-root?',
    ],
    [
      "a container without a name",
      `${valid}    container:\n`,
      "e.yaml:2: exemptions[0].container is no text; required: a text, in which * matches any text, or leave it out",
    ],
    [
      "a list of properties",
      `${valid}    property: [a, b]\n`,
      "e.yaml:2: exemptions[0].property is no text; required: a text, in which * matches any text, or leave it out",
    ],
    [
      "a mistyped key",
      `${valid}    containers: app\n`,
      'e.yaml:2: exemptions[0] has "containers"; allowed: rule, resource, container, property, owner, reason, expires; did you mean container?',
    ],
    ["no owner", valid.replace(/ {4}owner.*\n/, ""), "e.yaml:2: exemptions[0].owner is missing"],
    ["an empty reason", valid.replace("Rebuilt every night.", '""'), "e.yaml:2: exemptions[0].reason is missing"],
    [
      "a day that there is not",
      valid.replace("2027-01-31", "2027-02-30"),
      'e.yaml:2: exemptions[0].expires is "2027-02-30"; required: a day, as 2027-01-31',
    ],
    [
      "never",
      valid.replace("2027-01-31", "never"),
      'e.yaml:2: exemptions[0].expires is "never"; required: a day, as 2027-01-31',
    ],
    [
      "a key that there is not",
      `${valid}    until: 2027-01-31\n`,
      'e.yaml:2: exemptions[0] has "until"; allowed: rule, resource, container, property, owner, reason, expires',
    ],
  ];
  for (const [what, text, message] of mistakes) {
    it(`with ${what} are refused`, () => {
      assert.throws(() => parseExemptions(text, "e.yaml", ids), new ExemptionsError(message));
    });
  }

  it("tell every mistake", () => {
    const text = valid.replace("2027-01-31", "soon").replace("data team", '""');
    assert.throws(() => parseExemptions(text, "e.yaml", ids), {
      message: [
        "e.yaml:2: exemptions[0].owner is missing",
        'e.yaml:2: exemptions[0].expires is "soon"; required: a day, as 2027-01-31',
      ].join("\n"),
    });
  });
});

describe("an exemption", () => {
  const rows: [resource: string, today: string, exempt: boolean][] = [
    [urn, "2026-11-24", true],
    [urn, "2027-01-31", true],
    [urn, "2027-02-01", false],
    ["urn:pulumi:*::shop::*aws:rds/instance:Instance::ma*", "2026-11-24", true],
    ["*", "2026-11-24", true],
    ["urn:pulumi:shop-dev::*", "2026-11-24", false],
    ["main", "2026-11-24", false],
    ["urn.pulumi:shop-prod::shop::aws:rds/instance:Instance::main", "2026-11-24", false],
  ];
  for (const [resource, today, exempt] of rows) {
    it(`of ${resource} on ${today} ${exempt ? "holds" : "does not"}`, () => {
      const exemptions = new Exemptions([{ ...one, resource }], today);
      const found = exemptions.of(one.rule, { urn, path: "x" });
      assert.equal(found !== undefined && exemptions.holds(found), exempt);
    });
  }

  const spots: [of: Partial<Exemption>, path: string, container: string | undefined, exempt: boolean][] = [
    [{ container: "app" }, "spec.containers[0].image", "app", true],
    [{ container: "a*" }, "spec.containers[0].image", "app", true],
    [{ container: "app" }, "spec.containers[1].image", "other", false],
    [{ container: "*" }, "spec.hostNetwork", undefined, false],
    [{ property: "spec.hostNetwork" }, "spec.hostNetwork", undefined, true],
    [{ property: "spec.host" }, "spec.hostNetwork", undefined, false],
    [{ property: "spec.containers[*].image" }, "spec.containers[12].image", "app", true],
    [{ property: "*.capabilities.drop" }, "spec.containers[0].securityContext.capabilities.drop", "app", true],
    [{ property: "*.capabilities.drop" }, "spec.containers[0].securityContext.capabilities.add[0]", "app", false],
    [{ container: "app", property: "*.image" }, "spec.containers[0].image", "app", true],
    [{ container: "app", property: "*.image" }, "spec.containers[0].tty", "app", false],
    [{ container: "app", property: "*.image" }, "spec.containers[0].image", "other", false],
  ];
  for (const [of, path, container, exempt] of spots) {
    it(`of ${JSON.stringify(of)} ${exempt ? "holds" : "does not hold"} at ${path} of ${container ?? "no container"}`, () => {
      const found = new Exemptions([{ ...one, ...of }], "2026-11-24").of(one.rule, { urn, path, container });
      assert.equal(found !== undefined, exempt);
    });
  }

  it("that holds goes before one that has expired", () => {
    const old = { ...one, expires: "2020-01-01" };
    assert.deepEqual(new Exemptions([old, one], "2026-11-24").of(one.rule, { urn, path: "x" }), one);
  });

  it("is of its own rule only", () => {
    assert.equal(new Exemptions([one], "2026-11-24").of("containers-non-root", { urn, path: "x" }), undefined);
  });
});

describe("exemptions, in the pack's own server", () => {
  const type = "aws:rds/instance:Instance";
  const resource = (name: string): AnalyzedResource => ({
    type,
    name,
    urn: `urn:pulumi:shop-prod::shop::${type}::${name}`,
    properties: { backupRetentionPeriod: 1 },
  });
  const file = [
    "exemptions:",
    ...exemption("backup-database-retention", "*::main", "2999-12-31"),
    ...exemption("backup-database-retention", "*::old", "2020-12-31"),
    ...exemption("backup-database-retention", "*::gone", "2999-12-31"),
    ...exemption("backup-database-retention", "urn:pulumi:other-stack::*", "2999-12-31"),
    "",
  ].join("\n");

  function exemption(rule: string, of: string, expires: string): string[] {
    return [
      `  - rule: ${rule}`,
      `    resource: "${of}"`,
      "    owner: data",
      "    reason: R.",
      `    expires: ${expires}`,
    ];
  }

  it("let pass what they say, and are told: used, expired, unmatched", async () => {
    await inFolder(async (folder) => {
      const path = join(folder, "exemptions.yaml");
      writeFileSync(path, file);
      process.env.ISOTOPO_EXEMPTIONS = path;
      const { server, stop } = await startPack("shop-prod").finally(() => {
        delete process.env.ISOTOPO_EXEMPTIONS;
      });
      try {
        const of = async (name: string) =>
          (await server.analyze(resource(name))).violations
            .filter(({ policy }) => policy === "backup-database-retention")
            .map(({ message }) => message);
        const found =
          "backupRetentionPeriod is 1; required: at least 30 days. Raise the retention; RDS, Azure and AlloyDB keep at most 35 days.";
        assert.deepEqual(await of("main"), []);
        assert.deepEqual(await of("old"), [found]);
        assert.deepEqual(await of("third"), [found]);
        const stack = ["main", "old", "third"].map(resource);
        const { notes } = await server.analyzeStack(stack, "stack");
        assert.deepEqual(
          notes
            .filter(({ policy }) => policy === "exemptions")
            .map(({ urn: at, message }) => [at.split("::").at(-1), message]),
          [
            [
              "main",
              `used: backup-database-retention, owner data, expires 2999-12-31: R. [exemptions.yaml:2] | ${found}`,
            ],
            ["old", "expired: backup-database-retention, owner data, expires 2020-12-31: R. [exemptions.yaml:7]"],
            [
              "stack",
              "unmatched: backup-database-retention, owner data, expires 2999-12-31: R. [exemptions.yaml:12] | nothing that backup-database-retention finds is at *::gone",
            ],
          ],
        );
      } finally {
        stop();
      }
    });
  });

  it("of a container and a property let nothing else pass", async () => {
    await inFolder(async (folder) => {
      const path = join(folder, "exemptions.yaml");
      const drop = exemption("containers-capabilities-restricted", "*::web", "2999-12-31");
      const image = exemption("containers-image-pinned", "*::web", "2999-12-31");
      const gone = exemption("containers-image-pinned", "*::web", "2999-12-31");
      const lines = [
        ...[...drop, "    container: legacy", '    property: "*.capabilities.drop"'],
        ...[...image, "    container: legacy"],
        ...[...gone, "    container: other", '    property: "*.image"'],
      ];
      writeFileSync(path, ["exemptions:", ...lines, ""].join("\n"));
      process.env.ISOTOPO_EXEMPTIONS = path;
      const { server, stop } = await startPack("shop-prod").finally(() => {
        delete process.env.ISOTOPO_EXEMPTIONS;
      });
      try {
        const pod = "kubernetes:core/v1:Pod";
        const capabilities = (add: string) => ({ securityContext: { capabilities: { add: [add] } } });
        const web: AnalyzedResource = {
          type: pod,
          name: "web",
          urn: `urn:pulumi:shop-prod::shop::${pod}::web`,
          properties: {
            spec: {
              containers: [
                { name: "app", image: "shop" },
                { name: "legacy", image: "shop", ...capabilities("SYS_ADMIN") },
              ],
            },
          },
        };
        const { violations } = await server.analyze(web);
        const of = (rule: string) =>
          violations.filter(({ policy }) => policy === rule).map(({ message }) => message.split("; ")[0]);
        assert.deepEqual(of("containers-capabilities"), [
          'spec.containers[1].securityContext.capabilities.add[0] is "SYS_ADMIN"',
        ]);
        assert.deepEqual(of("containers-capabilities-restricted"), [
          "spec.containers[0].securityContext.capabilities.drop is not set",
        ]);
        assert.deepEqual(of("containers-image-pinned"), ['spec.containers[0].image is "shop"']);
        const { notes } = await server.analyzeStack([web], "stack");
        const told = notes
          .filter(({ policy }) => policy === "exemptions")
          .map(({ message }) => message.split(" | ")[1]);
        assert.deepEqual(told, [
          'spec.containers[1].securityContext.capabilities.drop is not set; required: ["ALL"]. Drop ALL, and add back NET_BIND_SERVICE where a port below 1024 is bound.',
          'spec.containers[1].image is "shop"; required: a digest, or a tag of a version. Name the digest, or a tag of a version in a registry whose tags can\'t be moved.',
          "nothing that containers-image-pinned finds is at *::web, container other, property *.image",
        ]);
      } finally {
        stop();
      }
    });
  });

  it("with a mistake keep the pack from starting, in words", async () => {
    await inFolder(async (folder) => {
      const path = join(folder, "exemptions.yaml");
      writeFileSync(path, file.replace("owner: data", "owner: "));
      process.env.ISOTOPO_EXEMPTIONS = path;
      await assert.rejects(
        startPack("shop-prod").finally(() => {
          delete process.env.ISOTOPO_EXEMPTIONS;
        }),
        /ended itself with code 1 while it was starting; its last words:\nexemptions\.yaml:2: exemptions\[0\]\.owner is missing$/,
      );
    });
  });
});
