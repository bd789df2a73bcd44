import assert from "node:assert/strict";
import { type Exemption, Exemptions } from "../../policy/core/exemption";
import { ExemptionsError, parseExemptions } from "../../policy/core/exemptions-file";

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
