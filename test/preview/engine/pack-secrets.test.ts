import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { judgeStack } from "../../../preview/commands/judge-files";
import { FaultRedactor } from "../../../preview/engine/fault-redactor";
import { PackEnded, redactedError } from "../../../preview/engine/pack-fault";
import { PreviewError } from "../../../preview/model/errors";
import { jsonManifests } from "../../../preview/sources/files/manifests";
import { projectDir } from "../../support/project";
import { freshProgramPlan, mistakeOf } from "../programs";

const leaks = join(projectDir, "test/fixtures/packs/leaks");
const source = readFileSync(join(leaks, "index.js"), "utf8");
/** Out of the pack itself, so that the next one is among them. */
const ways = [...source.matchAll(/^ {2}"?(\w[\w ]*)"?: \(secret\) =>/gm)].map(([, way = ""]) => way);

/** No four letters of it are to be seen. */
const password = "hunter2-sesame-open";
const leaked = /hunt|unte|nter|sesa|same|open/;

/** What is told of a Secret that a pack leaks so. */
function told(way: string, secret: object): Promise<string> {
  const metadata = { name: "login", annotations: { leak: way } };
  const { resources } = jsonManifests({ apiVersion: "v1", kind: "Secret", metadata, ...secret }, "secret.json");
  return mistakeOf(judgeStack({ project: "shop", resources }, { packs: [leaks] }));
}

describe("a policy pack that tells a secret in its words", function () {
  this.timeout(60_000);

  it("does so in many ways", () => assert.ok(ways.length >= 13, ways.join(", ")));

  for (const way of ways) {
    it(`is told without it by check: ${way}`, async () => {
      const words = await told(way, { stringData: { password } });
      assert.match(words, /^the policy pack leaks (failed|ended itself)/);
      assert.doesNotMatch(words, leaked);
      assert.doesNotMatch(words, /node_modules|node:internal/);
    });
  }

  for (const way of ["throws", "parses", "prints an object and ends"]) {
    it(`is told without what data holds in base64: ${way}`, async () => {
      const words = await told(way, { data: { password: Buffer.from(password).toString("base64") } });
      assert.doesNotMatch(words, leaked);
    });
  }

  for (const way of ["parses", "rejects later", "prints and ends", "prints config at start"]) {
    it(`is told without it by preview: ${way}`, async () => {
      const config = { "small:password": password };
      const of = { stack: way, config, secretKeys: ["small:password"], policyPacks: [leaks] };
      const words = await mistakeOf(freshProgramPlan("small", of));
      assert.match(words, /^the policy pack .*leaks (failed|ended itself)/);
      assert.doesNotMatch(words, leaked);
    });
  }
});

describe("what ends a run", () => {
  const inner = JSON.stringify({ user: "shop-admin", auths: { "r.example": { password: "inner-sesame" } } });
  const lines = ["first-short", "second-short", "third-short"].join("\n");
  const secrets = [password, inner, lines, Buffer.from("decoded-sesame").toString("base64")];
  const redactor = new FaultRedactor(secrets, { urns: ["urn:pulumi:d::s::a:b:C::hunter2-sesame-open"] });
  const table: [words: string, told: string][] = [
    [`no ${password}`, "no [secret]"],
    ["no inner-sesame for r.example", "no [secret] for r.example"],
    ["no decoded-sesame", "no [secret]"],
    [`Unexpected token 'h', "${password}" is not valid JSON`, "[secret] is not valid JSON"],
    [`Unexpected token 'h', ..."word": hunter2-se"... is not valid JSON`, "[secret] is not valid JSON"],
    [`Unexpected token 's', ..."e-open"... is not valid JSON at 3`, "[secret] is not valid JSON at 3"],
    [`Unexpected token 'x', "x: 1" is not valid JSON`, `Unexpected token 'x', "x: 1" is not valid JSON`],
    ["of urn:pulumi:d::s::a:b:C::hunter2-sesame-open", "of urn:pulumi:d::s::a:b:C::hunter2-sesame-open"],
    [
      "wrong\n    at f (/app/node_modules/a/b.js:1:2)\n    at g (/app/index.js:1:2)",
      "wrong\n    at g (/app/index.js:1:2)",
    ],
  ];
  for (const [words, expected] of table) {
    it(`is told as ${expected.split("\n")[0]}`, () => {
      const error = redactedError(new PreviewError(words), redactor);
      assert.deepEqual([error instanceof PreviewError, error instanceof Error && error.message], [true, expected]);
    });
  }

  it("is cut to its last lines when its secrets are out of it", () => {
    const output = `${lines}${"\nand so on".repeat(8)}`;
    const error = redactedError(new PackEnded("the pack ended", output), redactor);
    const expected = `the pack ended; its last words:\n[secret]${"\nand so on".repeat(8)}`;
    assert.equal(error instanceof Error && error.message, expected);
  });

  it("is left alone where it is a mistake of ours", () => {
    const error = new TypeError(password);
    assert.equal(redactedError(error, redactor), error);
  });
});
