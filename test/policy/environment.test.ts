import assert from "node:assert/strict";
import { join } from "node:path";
import { type EnvironmentFacts, Environments } from "../../policy/core/environment";
import { EnvironmentsError, parseEnvironments } from "../../policy/core/environments-file";
import type { Profile } from "../../policy/protocol/profile";
import { hostPack } from "../../preview/engine/pack-host";
import type { PolicyConfig } from "../../preview/engine/policy-config";
import { projectDir } from "../support/project";

const tags = (said: Record<string, number>, silent = 0) => ({ tags: { said, silent } });
const config = (value: string, key = "isotopo:environment") => ({ config: { [key]: value } });

/** A stack, what is known of it, and how it is judged. */
const rows: readonly [stack: string, facts: EnvironmentFacts, profile: Profile, reason: string, odd?: "odd"][] = [
  ["t1", config("dev"), "dev", 'config isotopo:environment is "dev"'],
  ["t1", config("Development"), "dev", 'config isotopo:environment is "Development"'],
  ["t1", config("qa", "shop:environment"), "staging", 'config shop:environment is "qa"'],
  ["t1", config("pre-prod"), "staging", 'config isotopo:environment is "pre-prod"'],
  ["t1", config("prod-eu"), "prod", 'config isotopo:environment is "prod-eu"'],
  ["t1", config("eu_dev"), "dev", 'config isotopo:environment is "eu_dev"'],
  [
    ...(["t1", config("blue"), "prod"] as const),
    ...(['config isotopo:environment is "blue", which is no known environment', "odd"] as const),
  ],
  ["t1", { ...config("blue"), names: { blue: "dev" } }, "dev", 'config isotopo:environment is "blue"'],
  ["t1", { ...config("qa"), names: { qa: "dev" } }, "dev", 'config isotopo:environment is "qa"'],
  [
    ...(["live-dev", config("prod"), "prod"] as const),
    ...([
      'config isotopo:environment is "prod", and the stack\'s name ends with "dev": the stronger holds',
      "odd",
    ] as const),
  ],
  [
    ...(["shop-prod", config("dev"), "prod"] as const),
    ...([
      'the stack\'s name ends with "prod", and config isotopo:environment is "dev": the stronger holds',
      "odd",
    ] as const),
  ],
  [
    ...(["t1", { config: { "shop:environment": "dev", "isotopo:environment": "staging" } }, "staging"] as const),
    'config isotopo:environment is "staging", and config shop:environment is "dev": the stronger holds',
    "odd",
  ],
  ["shop-dev", config("dev"), "dev", 'config isotopo:environment is "dev"'],
  ["t1", tags({ dev: 3 }), "dev", 'the tags of 3 resources say "dev"'],
  ["t1", tags({ staging: 1 }), "staging", 'the tags of one resource say "staging"'],
  [
    ...(["t1", tags({ dev: 30, Production: 1 }), "prod"] as const),
    ...([
      'the tags of one resource say "Production", and the tags of 30 resources say "dev": the stronger holds',
      "odd",
    ] as const),
  ],
  ["t1", { ...config("dev"), ...tags({ prod: 3 }) }, "dev", 'config isotopo:environment is "dev"'],
  ["t1", tags({ dev: 3 }, 1), "dev", 'the tags of 3 resources say "dev", those of another one say nothing', "odd"],
  ["t1", tags({ stg: 1 }, 9), "staging", 'the tags of one resource say "stg", those of 9 others say nothing', "odd"],
  ["t1", tags({ prod: 1 }, 9), "prod", 'the tags of one resource say "prod"'],
  ["shop-dev", { ...config("dev"), ...tags({ dev: 1 }, 9) }, "dev", 'config isotopo:environment is "dev"'],
  [
    ...(["prod-eu-west-1", tags({ dev: 1 }), "prod"] as const),
    ...(['the stack\'s name has "prod", and the tags of one resource say "dev": the stronger holds', "odd"] as const),
  ],
  ["shop-staging", {}, "staging", 'the stack\'s name ends with "staging"'],
  ["shop-sandbox", {}, "dev", 'the stack\'s name ends with "sandbox"'],
  ["shop-blue", { names: { blue: "staging" } }, "staging", 'the stack\'s name ends with "blue"'],
  ["shop", {}, "prod", "nothing says its environment", "odd"],
  ["dev-shop", {}, "prod", "nothing says its environment", "odd"],
  ["shop-prod-eu", {}, "prod", 'the stack\'s name has "prod"'],
  ["dev-tools-prod", {}, "prod", 'the stack\'s name ends with "prod"'],
  [
    ...(["prod-replica-dev", {}, "prod"] as const),
    ...(['the stack\'s name has "prod", and the stack\'s name ends with "dev": the stronger holds', "odd"] as const),
  ],
  ["shop-staging-eu", config("dev"), "dev", 'config isotopo:environment is "dev"'],
  ["shop-pre-prod", {}, "staging", 'the stack\'s name ends with "preprod"'],
  ["shop-preProd", {}, "staging", 'the stack\'s name ends with "preprod"'],
  ["shop-non-prod", {}, "prod", "nothing says its environment", "odd"],
  ["shop-non-prod", config("dev"), "dev", 'config isotopo:environment is "dev"'],
  ["shop-non-prod", { names: { nonprod: "dev" } }, "dev", 'the stack\'s name ends with "nonprod"'],
  ["product-dev", config("dev"), "dev", 'config isotopo:environment is "dev"'],
  ["shop-dev2", {}, "dev", 'the stack\'s name ends with "dev2"'],
  ["shop-blue2", { names: { blue: "prod", blue2: "dev" } }, "dev", 'the stack\'s name ends with "blue2"'],
  ["t1", config("prod1"), "prod", 'config isotopo:environment is "prod1"'],
  [
    "constructor",
    config("constructor"),
    "prod",
    'config isotopo:environment is "constructor", which is no known environment',
    "odd",
  ],
  ["shop-prod", { ...config("prod"), requested: "dev" }, "dev", "it was asked for"],
];

describe("the environment of a stack", () => {
  for (const [stack, facts, profile, reason, odd] of rows) {
    it(`${stack} with ${JSON.stringify(facts)} is ${profile}`, () => {
      assert.deepEqual(new Environments(facts).of(stack), { profile, reason, odd: odd !== undefined });
    });
  }
});

describe("a stack that is production by its name", () => {
  const words = ["prod", "production", "prd", "live", "Prod", "PROD", "PRODUCTION", "prod1", "Live02"];
  const places: readonly ((word: string) => string)[] = [
    ...[(word: string) => word, (word: string) => `shop-${word}`, (word: string) => `${word}-eu-west-1`],
    ...[(word: string) => `shop-${word}-eu`, (word: string) => `shop.${word}_eu`, (word: string) => `${word}/shop/dev`],
    ...[(word: string) => `shop-${word}-dev`, (word: string) => `eu${word.charAt(0).toUpperCase()}${word.slice(1)}`],
  ];
  for (const weak of ["dev", "staging"]) {
    for (const stack of words.flatMap((word) => places.map((place) => place(word)))) {
      it(`is judged so, and told, where config says ${weak}: ${stack}`, () => {
        const { profile, reason, odd } = new Environments(config(weak)).of(stack);
        assert.deepEqual({ profile, odd }, { profile: "prod", odd: true });
        assert.match(
          reason,
          new RegExp(`^the stack's name (has|ends with) ".*", and config .* "${weak}": the stronger holds$`),
        );
      });
    }
  }
});

describe("a name with production's within a word", () => {
  for (const weak of ["dev", "staging"] as const) {
    for (const stack of ["eu1prod", "prod01a", "eu1prod2-blue", "shop-1prd"]) {
      it(`is production's between a digit and a letter, where config says ${weak}: ${stack}`, () => {
        const { profile, odd } = new Environments(config(weak)).of(stack);
        assert.deepEqual({ profile, odd }, { profile: "prod", odd: true });
      });
    }
    for (const stack of ["shopprod", "prodeu", "PRODeu", "prodv2", "shop-euproduction", "prdwest", "shopPRODeu"]) {
      it(`is judged as config says, and told: ${stack}, ${weak}`, () => {
        const { profile, odd, reason } = new Environments(config(weak)).of(stack);
        assert.deepEqual({ profile, odd }, { profile: weak, odd: true });
        assert.match(reason, /^config isotopo:environment is ".*", though the stack's name has "\w+"$/);
      });
    }
    for (const stack of ["product", "reproduce", "shop-products", "reproduction", "nonprod", "shop-nonprodeu", "dev"]) {
      it(`is nothing to tell: ${stack}, ${weak}`, () => {
        const { odd } = new Environments({ ...config(weak), names: { dev: weak } }).of(stack);
        assert.equal(odd, false);
      });
    }
  }

  it("is told where the name's own end says a weaker one", () =>
    assert.deepEqual(new Environments({}).of("shopprod-dev"), {
      profile: "dev",
      reason: 'the stack\'s name ends with "dev", though the stack\'s name has "shopprod"',
      odd: true,
    }));
});

describe("names of a team's own environments", () => {
  for (const text of ["", "# nothing\n", "names:\n", "names: {}\n"]) {
    it(`may be none: ${JSON.stringify(text)}`, () => assert.deepEqual(parseEnvironments(text, "e.yaml"), {}));
  }
  it("are read", () =>
    assert.deepEqual(parseEnvironments("names:\n  blue: prod\n  qa: dev\n", "e.yaml"), { blue: "prod", qa: "dev" }));

  const mistakes: readonly [text: string, message: string][] = [
    ["blue: prod", 'e.yaml:1: it has no map "names" of environments to dev, staging, prod'],
    ["names: [blue]", 'e.yaml:1: it has no map "names" of environments to dev, staging, prod'],
    ["names:\n  blue: prood\n", 'e.yaml:2: names.blue is "prood"; allowed: dev, staging, prod; did you mean prod?'],
    ["names:\n  blue: [prod]\n", 'e.yaml:2: names.blue is "no text"; allowed: dev, staging, prod'],
    [
      "names:\n  Blue-1: prod\n  qa: x\n",
      'e.yaml:2: names has "Blue-1"; required: small letters and digits\ne.yaml:3: names.qa is "x"; allowed: dev, staging, prod',
    ],
    ["names: {", "e.yaml:1: Flow map in block collection must be sufficiently indented and end with a }"],
  ];
  for (const [text, message] of mistakes) {
    it(`with a mistake are refused: ${JSON.stringify(text)}`, () => {
      assert.throws(() => parseEnvironments(text, "e.yaml"), new EnvironmentsError(message));
    });
  }
});

describe("the environment of a stack, in the pack's own server", () => {
  const pack = join(projectDir, "policy");
  const rule = "availability-database-ha";

  async function judged(stack: string, stated: Record<string, string>, summary = true, config?: PolicyConfig) {
    const facts = { organization: "organization", project: "shop", stack, config: stated };
    const { server, stop } = await hostPack(pack, facts, config, { summary });
    try {
      const type = "aws:s3/bucket:Bucket";
      const bucket = { type, name: "b", urn: `urn:pulumi:${stack}::shop::${type}::b`, properties: {} };
      const { notes } = await server.analyzeStack([bucket], "stack");
      const level = server.policies.find(({ name }) => name === rule)?.level;
      return { level, notes: notes.filter(({ policy }) => policy === "profile").map(({ message }) => message) };
    } finally {
      stop();
    }
  }

  it("is what config of the project says", async () =>
    assert.deepEqual(await judged("t1", { "shop:environment": "dev" }), {
      level: "disabled",
      notes: ['judged as dev: config shop:environment is "dev"'],
    }));

  it("is what config of isotopo says, and no other project's", async () =>
    assert.deepEqual(await judged("live-dev", { "isotopo:environment": "prod", "other:environment": "dev" }), {
      level: "mandatory",
      notes: [
        'judged as prod: config isotopo:environment is "prod", and the stack\'s name ends with "dev": the stronger holds',
      ],
    }));

  it("is not told where policy config disables the note", async () => {
    for (const summary of [true, false]) {
      assert.deepEqual((await judged("t1", {}, summary, { profile: "disabled" })).notes, []);
    }
  });

  it("is told to an engine that shows notes as warnings where it is odd alone", async () => {
    assert.deepEqual((await judged("shop-dev", {}, false)).notes, []);
    assert.deepEqual((await judged("t1", {}, false)).notes, ["judged as prod: nothing says its environment"]);
  });

  it("is no other word than a profile where it is asked for", async () => {
    process.env.ISOTOPO_PROFILE = "production";
    try {
      await assert.rejects(judged("t1", {}), /ISOTOPO_PROFILE is "production"; allowed: dev, staging, prod$/);
    } finally {
      delete process.env.ISOTOPO_PROFILE;
    }
  });
});
