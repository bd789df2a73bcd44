import assert from "node:assert/strict";
import { join } from "node:path";
import { isotopo } from "../../../support/command";
import { bucketProject } from "../../../support/repository";
import { inRepository } from "./in-repository";

/** A pack without packages of its own, that refuses some words of a bucket's tag. */
const pack = (refused: string): Record<string, string> => ({
  "policy/PulumiPolicy.yaml": "runtime: nodejs\nversion: 1.0.0\n",
  "policy/package.json": '{ "name": "words", "version": "1.0.0", "main": "index.js" }\n',
  "policy/index.js": `const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("words", {
  policies: [{
    name: "words", description: "Words are decent.", enforcementLevel: "mandatory",
    validateResource: ({ type, props }, report) => {
      if (type === "aws:s3/bucket:Bucket" && /${refused}/.test(props.tags?.word ?? "")) report("word is " + props.tags.word);
    },
  }],
});
`,
});
const saying = (word: string) => ({ "Pulumi.dev.yaml": `config:\n  aws:region: eu-west-1\n  shop:word: ${word}\n` });
const base = { ...bucketProject, ...pack("bad|worse") };

/** The pack with its rule in a package of its own, and what is installed of it in the work tree. */
function packaged(refused: string, version: string): Record<string, string> {
  const { "policy/index.js": text = "", "policy/PulumiPolicy.yaml": manifest = "" } = pack(refused);
  const rules = { name: "rules", version, main: "index.js" };
  const dependencies = { rules: `file:rules-${version}` };
  const own = { name: "words", version: "1.0.0", main: "index.js", dependencies };
  const locked = {
    name: "words",
    version: "1.0.0",
    lockfileVersion: 3,
    requires: true,
    packages: {
      "": own,
      [`rules-${version}`]: rules,
      "node_modules/rules": { resolved: `rules-${version}`, link: true },
    },
  };
  return {
    "policy/PulumiPolicy.yaml": manifest,
    "policy/package.json": JSON.stringify(own),
    "policy/package-lock.json": JSON.stringify(locked),
    "policy/index.js": text.replace(`/${refused}/`, 'require("rules")'),
    ...Object.fromEntries(
      [`rules-${version}`, "node_modules/rules"].flatMap((folder) => [
        [`policy/${folder}/package.json`, JSON.stringify(rules)],
        [`policy/${folder}/index.js`, `module.exports = /${refused}/;\n`],
      ]),
    ),
  };
}

/** The pack with its rule in a package of the repository beside it, and what is installed of that in the work tree. */
function beside(refused: string): Record<string, string> {
  const { "policy/index.js": text = "", "policy/PulumiPolicy.yaml": manifest = "" } = pack(refused);
  const own = { name: "words", version: "1.0.0", main: "index.js", dependencies: { rules: "file:../rules" } };
  const rules = { name: "rules", version: "1.0.0", main: "index.js" };
  const packages = { "": {}, policy: own, rules, "policy/node_modules/rules": { resolved: "rules", link: true } };
  return {
    "policy/PulumiPolicy.yaml": manifest,
    "policy/package.json": JSON.stringify(own),
    "policy/index.js": text.replace(`/${refused}/`, 'require("rules")'),
    "package-lock.json": JSON.stringify({ name: "shop", lockfileVersion: 3, requires: true, packages }),
    ...Object.fromEntries(
      ["rules", "policy/node_modules/rules"].flatMap((folder) => [
        [`${folder}/package.json`, JSON.stringify(rules)],
        [`${folder}/index.js`, `module.exports = /${refused}/;\n`],
      ]),
    ),
  };
}

describe("Policies of a base", function () {
  this.timeout(120_000);

  const table: [
    what: string,
    before: Record<string, string>,
    after: Record<string, string>,
    code: number,
    lines: string[],
  ][] = [
    [
      "tell what is new",
      { ...base, ...saying("good") },
      saying("bad"),
      1,
      ["## ⛔ A policy is broken: `words`. No data is lost.", "- ⛔ Policy `words` is broken by `files`: word is bad."],
    ],
    [
      "tell what they said already",
      { ...base, ...saying("bad") },
      { "tags.js": `${bucketProject["tags.js"]?.replace('from: "tags"', 'from: "here"')}` },
      1,
      [
        "## ⛔ A policy is broken: said of the base already: 1 mandatory violation. No data is lost.",
        "- ⛔ Said of the base already: 1 mandatory violation, of `words`.",
      ],
    ],
    [
      "judge a change of their own pack, which no longer says so",
      { ...base, ...saying("good") },
      { ...saying("bad"), ...pack("worse") },
      1,
      [
        "## ⛔ The policy pack itself changes; a policy is broken: `words`. No data is lost.",
        "- ⚠️ The policy pack itself changes, `policy/index.js`: the base’s pack finds 1 violation that it did not find before.",
        "- ⛔ Policy `words` is broken by `files`, says the pack of the base and the changed one no longer: word is bad.",
      ],
    ],
    [
      "judge a change of their own pack by a package, with the base's version of it",
      { ...base, ...packaged("bad|worse", "1.0.0"), ...saying("good") },
      { ...saying("bad"), ...packaged("worse", "2.0.0") },
      1,
      [
        "## ⛔ The policy pack itself changes; a policy is broken: `words`. No data is lost.",
        "- ⛔ Policy `words` is broken by `files`, says the pack of the base and the changed one no longer: word is bad.",
      ],
    ],
    [
      "judge a change of a package of the repository that their pack's rule is in",
      { ...base, ...beside("bad|worse"), ...saying("good") },
      { ...saying("bad"), ...beside("worse") },
      1,
      [
        "## ⛔ The policy pack itself changes; a policy is broken: `words`. No data is lost.",
        "- ⚠️ The policy pack itself changes, `rules/index.js`: the base’s pack finds 1 violation that it did not find before.",
      ],
    ],
    [
      "let a rule go that nothing new breaks",
      { ...base, ...saying("bad") },
      pack("worse"),
      0,
      [
        "## ⚠️ The policy pack itself changes. No data is lost, no policy is broken.",
        "- ⚠️ The policy pack itself changes, `policy/index.js`: the base’s pack finds nothing new either.",
      ],
    ],
  ];
  for (const [what, before, after, code, lines] of table) {
    it(what, () =>
      inRepository(async (repository) => {
        repository.commit(before);
        repository.write(after);
        const outcome = await isotopo(["preview", "dev", "--against", "HEAD", "--format", "markdown"], {
          cwd: repository.project,
          env: { TMPDIR: join(repository.dir, "..") },
        });
        const told = outcome.stdout.split("\n");
        assert.deepEqual([outcome.code, outcome.stderr], [code, ""]);
        assert.deepEqual(
          lines.filter((line) => !told.includes(line)),
          [],
          outcome.stdout.slice(0, 2000),
        );
      }),
    );
  }

  it("end with 2 under each gate where their pack needs packages that the base can't have", () =>
    inRepository(async (repository) => {
      const { "policy/package-lock.json": _, ...unlocked } = packaged("bad|worse", "1.0.0");
      const commit = repository.commit({ ...base, ...unlocked, ...saying("good") });
      repository.write(packaged("worse", "2.0.0"));
      const env = { TMPDIR: join(repository.dir, "..") };
      const asked = ["preview", "dev", "--against", "HEAD", "--format", "json", "--out", "plan.json"];
      const { code, stdout, stderr } = await isotopo([...asked, "--format", "markdown"], {
        cwd: repository.project,
        env,
      });
      const why =
        "isotopo: the policy pack changes, and the base's could not be asked of dev: " +
        `the base HEAD (${commit}) needs other packages than the work tree, and they can't be installed`;
      assert.deepEqual([code, stderr.slice(0, why.length)], [2, why]);
      const first = "## ⚠️ The policy pack itself changes. No data is lost, the base’s policies could not be asked.";
      assert.ok(stdout.split("\n").includes(first), stdout.slice(0, 2000));
      for (const gate of ["mandatory", "low", "undetermined"]) {
        const again = await isotopo(["preview", "--from", "plan.json", "--fail-on", gate, "--format", "json"], {
          cwd: repository.project,
          env,
        });
        assert.deepEqual([again.code, again.stderr.slice(0, why.length)], [2, why], gate);
      }
    }));
});
