import assert from "node:assert/strict";
import { findingData } from "../../policy/core/finding-data";
import { judge } from "../../policy/core/judge";
import type { Rule } from "../../policy/core/rule";
import { Stack } from "../../policy/core/stack";
import { subjectOf } from "../../policy/core/subject";
import { termsOf } from "../../policy/core/terms";
import { findingSentence } from "../../policy/protocol/finding";
import { rules } from "../../policy/rules";
import { ReadTrace } from "../../tools/policies/read-trace";
import { partsOf, served, unknownValue } from "./breaks";

/** Property bags of each type: enough to reach what rules read, in a few seconds for all. */
const bags = 60;

describe("policy rules under random properties", () => {
  for (const rule of rules) {
    it(`${rule.id} never crashes`, () => {
      const random = generator(rule.id);
      for (const type of Object.keys(rule.checks)) fuzz(rule, type, random);
    });
  }
});

/** Starts with nothing, and puts random values where the rule looked. */
function fuzz(rule: Rule, type: string, random: () => number): void {
  const seen = new Set<string>();
  let properties: Record<string, unknown> = {};
  for (let i = 0; i < bags; i += 1) {
    const trace = new ReadTrace();
    const subject = subjectOf({
      type,
      name: "it",
      urn: `urn:${type}`,
      properties: served(properties),
      protect: random() < 0.5,
    });
    const others = (rule.companions ?? []).map((companion, n) =>
      subjectOf({
        type: companion,
        name: `other${n}`,
        urn: `urn:${companion}`,
        properties: served(properties),
        protect: false,
      }),
    );
    const { findings } = judge(rule, subject, termsOf(rule, "prod", {}), new Stack([subject, ...others]), trace);
    for (const finding of findings) assert.equal(typeof findingSentence(findingData(rule, finding)), "string");
    for (const path of trace.paths) seen.add(path);
    properties = i % 10 === 9 ? {} : properties;
    const paths = [...seen].filter((path) => path !== "");
    const path = paths[Math.floor(random() * paths.length)];
    if (path !== undefined) properties = put(properties, partsOf(path), randomValue(random));
  }
}

/** A copy with a value at a path, made where nothing is. */
function put(from: unknown, [part, ...rest]: readonly (string | number)[], value: unknown): Record<string, unknown> {
  const base: Record<string, unknown> = typeof from === "object" && from !== null ? { ...from } : {};
  if (part === undefined) return base;
  const inner = rest.length === 0 ? value : put(base[part], rest, value);
  base[part] =
    typeof rest[0] === "number" ? Object.values(typeof inner === "object" && inner !== null ? inner : {}) : inner;
  return base;
}

const texts = [
  "",
  "*",
  "true",
  "false",
  "0",
  "-1",
  "30",
  "{}",
  "[]",
  '{"Statement":[{"Effect":"Allow","Action":"*"}]}',
  "[{}]",
  "\u0000",
  "a".repeat(300),
  "0.0.0.0/0",
  "__proto__",
  "constructor",
];

function randomValue(random: () => number, depth = 0): unknown {
  const pick = Math.floor(random() * (depth > 2 ? 8 : 11));
  switch (pick) {
    case 0:
      return null;
    case 1:
      return random() < 0.5;
    case 2:
      return Math.floor(random() * 1000) - 10;
    case 3:
      return Number.NaN;
    case 4:
      return unknownValue;
    case 5:
      return 1e300;
    case 8:
      return Array.from({ length: Math.floor(random() * 3) }, () => randomValue(random, depth + 1));
    case 9:
      return Object.fromEntries(Array.from({ length: 2 }, (_, i) => [`key${i}`, randomValue(random, depth + 1)]));
    case 10:
      return Object.fromEntries([["__proto__", randomValue(random, depth + 1)]]);
    default:
      return texts[Math.floor(random() * texts.length)];
  }
}

/** The same numbers for the same rule in every run (mulberry32, public domain). */
function generator(seed: string): () => number {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) | 0, 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
