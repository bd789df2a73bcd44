import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isotopo, type Outcome } from "../../support/command";
import { inFolder, twoRules } from "../programs";
import { checking, database, exported, privileged, urn } from "./checking";

describe("isotopo check", () => {
  it("of a manifest that breaks a rule ends with 1 and says where", () =>
    checking("pod.yaml", privileged, async (check) => {
      const { code, stdout, stderr } = await check("--format", "json");
      assert.deepEqual([code, stderr], [1, ""]);
      const { stacks } = JSON.parse(stdout);
      const found = stacks[0].policy.violations.map(
        ({ policy, message }: Record<string, string>) => `${policy}: ${message}`,
      );
      assert.ok(
        found.includes(
          "containers-host-namespaces: spec.hostNetwork is true; required: false. Leave it out; reach the container through a Service or a load balancer.",
        ),
        found.join("\n"),
      );
      assert.deepEqual(stacks[0].resources[0].source.line, 1);
      const network = stacks[0].policy.violations;
      assert.deepEqual(
        network
          .filter(({ property }: Record<string, string>) => property === "spec.hostNetwork")
          .map(({ source }: { source: { line: number } }) => source.line),
        [4],
      );
    }));

  for (const [format, beginning] of [
    ["text", "Policies: isotopo "],
    ["json", '{\n  "stacks"'],
    ["markdown", "## Policies: 1 stack, "],
    ["sarif", '{\n  "version": "2.1.0"'],
    ["junit", '<?xml version="1.0"'],
    ["html", "<!doctype html>"],
  ] as const) {
    it(`tells it as ${format}, also into a file`, () =>
      checking("pod.yaml", privileged, async (check, folder) => {
        const { code, stdout } = await check("--format", format, "--out", join(folder, "report"));
        assert.deepEqual([code, stdout], [1, ""]);
        assert.ok(readFileSync(join(folder, "report"), "utf8").startsWith(beginning));
      }));
  }

  it("judges a state as its stack's name says, and as another environment where it is asked to", () =>
    checking("state.json", exported([database("main", { backupRetentionPeriod: 7 })]), async (check) => {
      const retention = ({ stdout }: Outcome) => stdout.includes("backup-database-retention");
      assert.ok(!retention(await check()));
      assert.ok(retention(await check("--profile", "prod")));
    }));

  it("takes policy config, exemptions and another pack", () =>
    checking("state.json", exported([database("main", { backupRetentionPeriod: 1 })]), async (check, folder) => {
      const config = join(folder, "config.json");
      writeFileSync(
        config,
        JSON.stringify({
          all: "disabled",
          "backup-database-retention": { enforcementLevel: "mandatory", minimumDays: 1 },
        }),
      );
      assert.equal((await check("--policy-pack-config", config)).code, 0);
      writeFileSync(config, JSON.stringify({ all: "disabled", "backup-database-retention": "mandatory" }));
      assert.equal((await check("--policy-pack-config", config)).code, 1);
      const exemptions = join(folder, "exemptions.yaml");
      writeFileSync(
        exemptions,
        [
          "exemptions:",
          "  - rule: backup-database-retention",
          '    resource: "*::main"',
          "    owner: data",
          "    reason: Small.",
          "    expires: 2999-12-31",
          "",
        ].join("\n"),
      );
      const exempt = await check("--policy-pack-config", config, "--exemptions", exemptions);
      assert.equal(exempt.code, 0);
      assert.match(
        exempt.stdout.replace(/\s+/g, " "),
        /note exemptions main: used: backup-database-retention, owner data, expires 2999-12-31: Small\./,
      );
      const other = await check("--policy-pack", twoRules);
      assert.match(other.stdout, /two-rules 1\.2\.3 \(3 rules\)/);
    }));

  it("of a state or a preview with special values in every place judges them", () => {
    const signature = "4dabf18193072939515e22adb298388d";
    const asset = { [signature]: "c44067f5952c0a294b673a41bacd8c17", text: "a" };
    const special = {
      reference: { [signature]: "5cf8f73096256a8f31e491e813e4eb8e", urn: urn("main"), id: "db-1", packageVersion: "" },
      component: { [signature]: "5cf8f73096256a8f31e491e813e4eb8e", urn: urn("main") },
      output: { [signature]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", value: [{ asset }], dependencies: [] },
      secret: { [signature]: "1b47061264138c4ac30d75fd1eb44270", plaintext: JSON.stringify({ asset }) },
      archive: { [signature]: "0def7320c3a5731c473e5ecbe6d01bc7", assets: { a: asset } },
      other: { [signature]: "unheard-of" },
    };
    const backup = { [signature]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", value: 0 };
    const resources = [
      {
        urn: urn("shop").replace("aws:rds/instance:Instance", "shop:index:Shop"),
        type: "shop:index:Shop",
        inputs: {},
        outputs: special,
      },
      { ...database("main", { backupRetentionPeriod: backup, tags: special }), outputs: { nested: [special] } },
    ];
    const previewed = { steps: resources.map((newState) => ({ op: "create", urn: newState.urn, newState })) };
    const forms = [
      exported(resources),
      JSON.stringify(previewed),
      JSON.stringify({ checkpoint: { latest: { resources } } }),
    ];
    return inFolder(async (folder) => {
      for (const [i, text] of forms.entries()) {
        writeFileSync(join(folder, "a.json"), text);
        const { code, stdout, stderr } = await isotopo(["check", join(folder, "a.json"), "--format", "json"]);
        assert.deepEqual([code, stderr], [1, ""], String(i));
        const [{ policy, resources: judged }] = JSON.parse(stdout).stacks;
        assert.equal(judged.length, 2);
        const rules = policy.violations.map((violation: { policy: string }) => violation.policy);
        assert.ok(rules.includes("backup-database-retention"), rules.join());
      }
    });
  });

  it("does not tell a secret of a state", () => {
    const password = {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      plaintext: '"sesame-open"',
    };
    return checking(
      "state.json",
      exported([database("main", { engine: password, storageEncrypted: password })]),
      async (check) => {
        for (const format of ["text", "json", "sarif", "junit", "html", "markdown"]) {
          const { stdout, stderr } = await check("--format", format);
          assert.ok(!`${stdout}${stderr}`.includes("sesame-open"), format);
        }
      },
    );
  });
});

describe("isotopo check --fail-on", () => {
  const runs: [gates: string, code: number, stderr: string][] = [
    ["low", 1, "isotopo: failed on low: shop-dev: no-small-databases\n"],
    ["critical", 0, ""],
    ["critical,undetermined", 0, ""],
    ["critical,mandatory", 1, "isotopo: failed on mandatory: shop-dev: no-small-databases\n"],
    [
      "delete,data-loss",
      2,
      "isotopo: --fail-on data-loss,delete: nothing is compared; check judges what is there; isotopo preview --from compares\n",
    ],
    [
      "severe",
      2,
      "error: option '--fail-on <what>' argument 'severe' is invalid. Allowed are data-loss, replace, delete, undetermined, mandatory, low, medium, high, critical, with commas between.\n",
    ],
  ];
  for (const [gates, code, stderr] of runs) {
    it(`${gates} ends with ${code}`, () =>
      checking("state.json", exported([database("main", { instanceClass: "db.t4g.micro" })]), async (check) => {
        const run = await check("--policy-pack", twoRules, "--fail-on", gates);
        assert.deepEqual([run.code, run.stderr], [code, stderr]);
      }));
  }
});
