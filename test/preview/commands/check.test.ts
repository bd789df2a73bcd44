import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isotopo, type Outcome } from "../../support/command";
import { projectDir } from "../../support/project";
import { writeFiles } from "../../support/write-files";
import { inFolder, twoRules } from "../programs";

const privileged = [
  "apiVersion: v1",
  "kind: Pod",
  "metadata: { name: web, namespace: shop }",
  "spec: { hostNetwork: true, containers: [] }",
  "",
].join("\n");
const urn = (name: string) => `urn:pulumi:shop-dev::shop::aws:rds/instance:Instance::${name}`;
const database = (name: string, inputs: object) => ({ urn: urn(name), type: "aws:rds/instance:Instance", inputs });
const exported = (resources: object[]) => JSON.stringify({ version: 3, deployment: { manifest: {}, resources } });

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

  const mistakes: [what: string, text: string, words: string][] = [
    ["half a file", '{"deployment": {"resources": [', "is no JSON: it ends in the middle"],
    ["something else", '{"a": 1}', "is no stack export, no preview and no Kubernetes manifest"],
  ];
  for (const [what, text, words] of mistakes) {
    it(`of ${what} alone ends with 2 and says so, also in the report`, () =>
      checking("file.json", text, async (check, folder) => {
        const { code, stdout, stderr } = await check("--format", "json");
        const file = join(folder, "file.json");
        assert.equal(code, 2);
        assert.equal(stderr, `isotopo: ${file} ${words}\n`);
        assert.deepEqual(JSON.parse(stdout), {
          stacks: [],
          reading: { files: 1, problems: [{ file, words }], warnings: [], skipped: [], excluded: 0, idle: [] },
        });
      }));
  }

  const empty: [what: string, text: string, looked: string, skipped?: string][] = [
    ["nothing", "", "1 file read"],
    ["no resources", exported([]), "1 file read, 1 stack without resources", "holds a stack without resources"],
  ];
  for (const [what, text, looked, skipped] of empty) {
    it(`of ${what} writes its report and ends with 2, or with 0 where that is allowed`, () =>
      checking("file.json", text, async (check, folder) => {
        const out = join(folder, "report");
        const { code, stdout, stderr } = await check("--out", out);
        const remark = skipped === undefined ? "" : `${join(folder, "file.json")} ${skipped}`;
        const told = remark === "" ? "" : `isotopo: skipped: ${remark}\n`;
        assert.deepEqual([code, stdout], [2, ""]);
        assert.equal(
          readFileSync(out, "utf8").replace(/\s+/g, " "),
          remark === "" ? "1 file read" : `Nothing to judge: ${remark} 1 file read`,
        );
        assert.equal(
          stderr,
          `${told}isotopo: nothing to judge in ${join(folder, "file.json")}: ${looked}; --allow-empty says that this is well\n`,
        );
        const { code: allowed, stderr: rest } = await check("--allow-empty");
        assert.deepEqual([allowed, rest], [0, told]);
      }));
  }

  it("of a folder judges what is well, and tells in every format what was not read", () =>
    inFolder(async (folder) => {
      writeFiles(folder, {
        "pod.yaml": privileged.replace("hostNetwork: true", "hostNetwork: no, hostNetwork: On"),
        "broken.yaml": "a: [\n",
        "values.yaml": "a: <b>\n",
        "left/out.yaml": privileged,
      });
      const said = {
        problem:
          "is no YAML: it is indented otherwise than what it belongs to, or a list or mapping in brackets is not closed (column 1)",
        warning: "has a key that its mapping has already (column 26); the later one is judged, as kubectl takes it",
        skipped: "is no stack export, no preview and no Kubernetes manifest",
      };
      const run = (...options: string[]) =>
        isotopo(["check", folder, "--exclude", "left", "--exclude", "none", ...options]);
      const { code, stdout, stderr } = await run();
      assert.equal(code, 2);
      const lines = (text: string) => text.replaceAll(`${folder}/`, "").split("\n");
      assert.deepEqual(lines(stderr), [
        `isotopo: skipped: values.yaml:1 ${said.skipped}`,
        `isotopo: warning: pod.yaml:4 ${said.warning}`,
        "isotopo: warning: --exclude none left out no file",
        `isotopo: broken.yaml:2 ${said.problem}`,
        "",
      ]);
      assert.ok(stdout.includes("containers-host-namespaces"));
      assert.match(stdout, /Not read, so no rule has judged it:\n.*broken\.yaml:2 is no YAML/s);
      assert.ok(stdout.endsWith("3 files read; 1 file left out by --exclude; --exclude none left out none\n"), stdout);
      const json = JSON.parse((await run("--format", "json")).stdout);
      assert.deepEqual(json.reading, {
        files: 3,
        problems: [{ file: join(folder, "broken.yaml"), line: 2, words: said.problem }],
        warnings: [{ file: join(folder, "pod.yaml"), line: 4, words: said.warning }],
        skipped: [{ file: join(folder, "values.yaml"), line: 1, words: said.skipped }],
        excluded: 1,
        idle: ["none"],
      });
      const sarif = JSON.parse((await run("--format", "sarif")).stdout);
      const [invocation] = sarif.runs.at(-1).invocations;
      assert.equal(invocation.executionSuccessful, false);
      assert.deepEqual(
        invocation.toolExecutionNotifications.map(
          ({ level, message }: { level: string; message: { text: string } }) => [
            level,
            message.text.replaceAll(`${folder}/`, ""),
          ],
        ),
        [
          ["error", `broken.yaml:2 ${said.problem}`],
          ["warning", `pod.yaml:4 ${said.warning}`],
        ],
      );
      const junit = (await run("--format", "junit")).stdout;
      assert.match(junit, /broken\.yaml:2">\s*<error message="is no YAML: [^"]*" type="not read"\/>/);
      for (const format of ["markdown", "html"]) {
        const report = (await run("--format", format)).stdout;
        for (const words of ["Not read, so no rule has judged it", "broken.yaml:2", "pod.yaml:4", "values.yaml:1"]) {
          assert.ok(report.includes(words), `${format}: ${words}`);
        }
      }
    }));

  it("of types that no rule is about ends with 2 and says so, or with 0 where that is allowed", () => {
    const strange = {
      urn: "urn:pulumi:shop-dev::shop::moon:base/dome:Dome::one",
      type: "moon:base/dome:Dome",
      inputs: { air: false },
    };
    return checking("state.json", exported([strange]), async (check, folder) => {
      const { code, stdout, stderr } = await check();
      assert.equal(code, 2);
      assert.equal(
        stderr,
        `isotopo: nothing to judge in ${join(folder, "state.json")}: 1 file read, no rule is about any of 1 resource; --allow-empty says that this is well\n`,
      );
      assert.match(
        stdout,
        /: nothing was judged\n {2}judged as dev: .*\n\nNo rule is about moon:base\/dome:Dome \(1\)\. Rules are about aws, /,
      );
      assert.match(stdout, /\nshop-dev: 0 of 1 resource judged, no mandatory violation\n/);
      assert.equal((await check("--allow-empty")).code, 0);
    });
  });

  it("of 50 MB ends well", () => {
    const large = Array.from({ length: 50 }, (_, i) =>
      database(`db${i}`, { storageEncrypted: true, userData: "x".repeat(1_000_000) }),
    );
    return checking("state.json", exported(large), async (check) => {
      const { code, stdout, stderr } = await check("--format", "json");
      assert.deepEqual([code, stderr], [1, ""]);
      assert.equal(JSON.parse(stdout).stacks[0].resources.length, 50);
    });
  });
});

describe("isotopo rules and explain", () => {
  it("list every rule as text, data and a table", async () => {
    const data = JSON.parse((await isotopo(["rules", "--format", "json"])).stdout);
    assert.ok(data.rules.length >= 80, String(data.rules.length));
    assert.deepEqual(Object.keys(data.rules[0]), [
      "id",
      "title",
      "severity",
      "level",
      "fix",
      "source",
      "controls",
      "ofStack",
      "settings",
      "breaksBy",
    ]);
    const cdn = data.rules.find(({ id }: { id: string }) => id === "encryption-in-transit-cdn");
    assert.ok(Object.hasOwn(cdn.breaksBy, "aws:cloudfront/distribution:Distribution"));
    const text = (await isotopo(["rules"])).stdout;
    const table = (await isotopo(["rules", "--format", "markdown"])).stdout;
    for (const { id } of data.rules) {
      assert.ok(text.includes(`${id} `), id);
      assert.ok(table.includes(`| \`${id}\` |`), id);
    }
  });

  it("explain every rule: why, what fails, what passes, how to fix it", async () => {
    const described: Record<string, { fails?: object; passes?: object; why: string }> = JSON.parse(
      readFileSync(join(projectDir, "policy/dist/rules.json"), "utf8"),
    );
    for (const [id, { fails, passes, why }] of Object.entries(described)) {
      assert.ok(fails !== undefined && passes !== undefined && why !== "", id);
    }
    const { stdout } = await isotopo(["explain", "containers-non-privileged"]);
    for (const head of [
      "Why\n",
      "Fails: ",
      "Passes: ",
      "Fix\n",
      "Enforced\n",
      "Looks at\n",
      "Breaks by\n",
      "Source\n",
    ]) {
      assert.ok(stdout.includes(`\n${head}`), head);
    }
  });

  it("tell the near ones of a rule that there is not", async () => {
    const { code, stderr } = await isotopo(["explain", "privileged"]);
    assert.equal(code, 2);
    assert.match(stderr, /^isotopo: no rule is "privileged"; did you mean .*containers-non-privileged.*\?\n$/);
  });

  it("tell of another pack what its own server says", async () => {
    assert.match((await isotopo(["rules", "--policy-pack", twoRules])).stdout, /no-small-databases/);
    assert.match(
      (await isotopo(["explain", "no-small-databases", "--policy-pack", twoRules])).stdout,
      /^no-small-databases \(high\)\n/,
    );
  });
});

/** Checks a file of that text with the options that are given. */
function checking(
  file: string,
  text: string,
  use: (check: (...options: string[]) => Promise<Outcome>, folder: string) => Promise<void>,
): Promise<void> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, file), text);
    await use((...options) => isotopo(["check", join(folder, file), ...options]), folder);
  });
}

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
