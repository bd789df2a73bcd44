import assert from "node:assert/strict";
import { allIsSecret, SecretTexts } from "../../policy/core/secrets";
import type { PolicyServer } from "../../preview/engine/analyzer";
import { secret, type Wire, type WireObject } from "../../preview/model/wire";
import { breakingResources } from "../engine/policies/judged-resources";
import { startPack } from "./pack";
import { wire } from "./variants";

const planted = "pl4nted-s3cret";

function secretly(value: Wire): Wire {
  if (Array.isArray(value)) return value.map(secretly);
  if (typeof value === "object" && value !== null) return secretlyIn(value);
  return secret(typeof value === "string" ? `${value}${planted}` : value);
}

function secretlyIn(properties: WireObject): WireObject {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, secretly(value)]));
}

describe("what the engine marks as secret", () => {
  let server: PolicyServer;
  let stop = () => {};

  before(async () => {
    ({ server, stop } = await startPack("shop-prod", { summary: false }));
  });
  after(() => stop());

  it("is in no words of the pack, whatever rule it breaks", async () => {
    const verdicts = await Promise.all(
      breakingResources().map(({ type, name, properties }) => {
        const urn = `urn:pulumi:shop-prod::shop::${type}::${name}`;
        return server.analyze({ type, name, urn, properties: secretlyIn(wire(properties)) });
      }),
    );
    const messages = verdicts.flatMap(({ violations }) => violations.map(({ message }) => message));
    for (const message of messages) assert.ok(!message.includes(planted), message);
    const told = messages.filter((message) => message.includes("[secret]")).length;
    assert.ok(told > 50, `${told} values were told`);
  });

  it("is in no words about other resources of the stack", async () => {
    const type = "aws:rds/instance:Instance";
    const instance = (name: string, engineVersion: Wire) => ({
      type,
      name,
      urn: `urn:pulumi:shop-prod::shop::${type}::${name}`,
      properties: { engine: "postgres", engineVersion },
    });
    await server.analyze(instance("one", secret(planted)));
    const { violations } = await server.analyze(instance("other", planted));
    for (const { message } of violations) assert.ok(!message.includes(planted), message);
  });
});

describe("texts that are secret", () => {
  const secrets = new SecretTexts();
  for (const text of ["hunter2-sesame", "yes", '{"user":"shop","password":"inner"}', ""]) secrets.add(text);

  for (const [words, told] of [
    ["nothing of it", "nothing of it"],
    ["it is hunter2-sesame, they say", "it is [secret], they say"],
    ["in base64 aHVudGVyMi1zZXNhbWU=", "in base64 [secret]"],
    ['a short one is "yes", not yes', 'a short one is "[secret]", not yes'],
    ['a piece is "inner"', 'a piece is "[secret]"'],
  ]) {
    it(`are told so: ${told}`, () => assert.equal(secrets.without(words ?? ""), told));
  }

  it("are all that is quoted, where it is not known what is secret", () => {
    assert.equal(
      allIsSecret.without('is "a\\"b", [1, "c"]; required: true'),
      'is "[not shown]", [1, "[not shown]"]; required: true',
    );
  });
});
