import assert from "node:assert/strict";
import type { PostgresSpec, SecretSpec } from "../../../components/contract";
import { app, fallback, split, stack, type TracedTree } from "../../../infra/resolve/traced";

/** A spec as a concept may have it. */
interface Spec {
  size: number;
  /** Of two kinds, each with keys of its own. */
  cache: { kind: "none" } | { kind: "static"; seconds: number };
  zones: 2 | 3;
  standby?: { zone: string };
  tags: string[];
}

const whole = {
  size: app(1),
  cache: { kind: app("static" as const), seconds: fallback(5) },
  zones: stack(2 as const),
  standby: undefined,
  tags: [app("a")],
} satisfies TracedTree<Spec>;

describe("a traced tree", () => {
  it("is taken apart into values and origins", () => {
    assert.deepEqual(split<Spec>(whole), {
      value: { size: 1, cache: { kind: "static", seconds: 5 }, zones: 2, tags: ["a"] },
      origins: { size: "app", "cache.kind": "app", "cache.seconds": "default", zones: "stack", "tags.0": "app" },
    });
  });

  it("does not compile without a value that is required, or one that is of another type", () => {
    const { size, cache, ...rest } = whole;
    // @ts-expect-error -- size is required
    const without: TracedTree<Spec> = { ...rest, cache };
    // @ts-expect-error -- a number, not a text
    const other: TracedTree<Spec> = { ...rest, cache, size: app("1") };
    // @ts-expect-error -- a file that is kept has seconds
    const half: TracedTree<Spec> = { ...rest, size, cache: { kind: app("static" as const) } };
    for (const tree of [without, other, half]) assert.notDeepEqual(tree, whole);
  });

  it("does not compile where a value that may be left out is forgotten, or a branch of it is half", () => {
    const { standby, ...rest } = whole;
    // @ts-expect-error -- undefined is said, not forgotten
    const forgotten: TracedTree<Spec> = rest;
    // @ts-expect-error -- a standby has a zone
    const empty: TracedTree<Spec> = { ...rest, standby: {} };
    assert.equal(standby, undefined);
    assert.notDeepEqual(forgotten, empty);
  });

  it("does not compile for a database without a value that clouds read", () => {
    const some = { version: app("17"), database: app("shop") };
    // @ts-expect-error -- user, size and all the others are missing
    const tree: TracedTree<PostgresSpec> = some;
    // @ts-expect-error -- a generated secret has a length and a version
    const secret: TracedTree<SecretSpec> = { kind: app("generated" as const), name: app("KEY") };
    assert.notDeepEqual(tree, secret);
  });
});
