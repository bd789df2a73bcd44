import assert from "node:assert/strict";
import { commentReport } from "../../../../../preview/formats/markdown/comment";
import { actions } from "../../../../../preview/model/actions";
import type { PropertyChange, ResourceChange, StackChange } from "../../../../../preview/model/change";
import { elements, rendered } from "../../../../support/github-markdown";
import { tricks } from "./hostile";
import { scenarios } from "./scenarios";
import { asked, rule, Shop, violation } from "./shop";

const limits = [4096, 6000, 10_000, 25_000, 65_536];
const today = "2027-01-10";
const fullReport = "the artifact of this run";

describe("The limit of a pull request comment", () => {
  for (const seed of Array.from({ length: 24 }, (_, i) => i + 1)) {
    it(`is kept with whole lines only, whatever changes (seed ${seed})`, () => {
      const changes = randomStacks(seed);
      const whole = new Set(commentReport(changes, { limit: 1e9, today, fullReport }).split("\n"));
      for (const limit of limits) {
        const comment = commentReport(changes, { limit, today, fullReport });
        assert.ok(Buffer.byteLength(comment) <= limit, `${Buffer.byteLength(comment)} bytes of ${limit}`);
        const others = comment.split("\n").filter((line) => !whole.has(line) && !isNotice(line));
        assert.deepEqual(others, []);
        assertClosed(comment);
      }
    });
  }

  for (const { name, changes, options } of scenarios) {
    it(`leaves the verdict and the table of stacks: ${name}`, async () => {
      const whole = commentReport(changes, { today, ...options, limit: 1e9 }).split("\n");
      const comment = commentReport(changes, { today, ...options, limit: 4096 });
      const lines = comment.split("\n");
      assert.deepEqual(lines.slice(0, 7), whole.slice(0, 7));
      assert.ok(elements((await rendered(comment)).root, "table").length > 0);
      assertClosed(comment);
    });
  }

  it("is exact: a comment that fits by a byte is whole", () => {
    const [first] = scenarios;
    assert.ok(first !== undefined);
    const changes = [...first.changes, ...(scenarios.find(({ name }) => name === "48-stacks")?.changes ?? [])];
    const whole = commentReport(changes, { today, limit: 1e9 });
    assert.equal(commentReport(changes, { today, limit: Buffer.byteLength(whole) }), whole);
    assert.match(commentReport(changes, { today, limit: Buffer.byteLength(whole) - 1 }), /^> Left out/m);
  });

  it("drops details before pictures, and both before what is lost", () => {
    const changes = scenarios.find(({ name }) => name === "48-stacks")?.changes ?? [];
    const said = [5000, 4096].map((limit) => notice(commentReport(changes, { today, limit })));
    assert.deepEqual(said, [
      "> Left out, to stay within 5,000 characters: 10 changes in detail.",
      "> Left out, to stay within 4,096 characters: 13 changes in detail.",
    ]);
  });

  it("says how many lines are left out of a list, and where the full report is", () => {
    const changes = scenarios.find(({ name }) => name === "2000-changes")?.changes ?? [];
    const comment = commentReport(changes, { today, limit: 20_000, fullReport: "https://ci.example.org/runs/1?a=b" });
    assert.match(comment, /\n- … and 1\d\d more data losses\n/);
    assert.match(comment, /\n- … and 4\d\d more deletes\n/);
    assert.match(notice(comment), / Full report: \[the whole of it\]\(https:\/\/ci\.example\.org\/runs\/1\?a=b\)$/);
  });

  it("leaves room for each kind of bad news", () => {
    const changes = scenarios.find(({ name }) => name === "2000-changes")?.changes ?? [];
    const urn = changes[0]?.changes[5]?.urn ?? "";
    const found = Array.from({ length: 500 }, (_, i) => violation(rule(`rule-${i}`), urn, "a", "1", "2"));
    const all = changes.map((change) => ({ ...change, policy: asked({ violations: found }) }));
    const comment = commentReport(all, { today });
    for (const title of ["Data would be lost", "Other deletes", "Policies that block"]) {
      assert.match(comment, new RegExp(`^### ${title}$`, "m"));
    }
  });

  it("is refused where it leaves no room for the verdict", () => {
    assert.throws(() => commentReport([], { limit: 100 }), {
      name: "RangeError",
      message: "limit is 100; required: at least 4096 bytes",
    });
  });
});

function notice(comment: string): string {
  return comment.split("\n").find((line) => line.startsWith("> ")) ?? "";
}

/** A line that stands for what is left out. */
function isNotice(line: string): boolean {
  return /^(?:- |\| )?… and [\d,]+ more [a-z ]+[ |]*$|^> Left out, to stay within [\d,]+ characters: /.test(line);
}

/** Every fence and every `<details>` that is opened is closed, and in order. */
function assertClosed(comment: string): void {
  let fence = "";
  let depth = 0;
  for (const line of comment.split("\n")) {
    const [, ticks = "", rest = ""] = /^ {0,2}(`{3,})(.*)$/.exec(line) ?? [];
    if (fence !== "") {
      if (ticks.length >= fence.length && rest === "") fence = "";
      continue;
    }
    if (ticks !== "" && !rest.includes("`")) fence = ticks;
    else depth += Number(line.startsWith("<details>")) - Number(line === "</details>");
    assert.ok(depth >= 0 && depth <= 2, "a fold stands in at most one other");
  }
  assert.equal(fence, "");
  assert.equal(depth, 0);
}

/** The same stacks for the same seed: some small, some large, all with strange texts. */
function randomStacks(seed: number): StackChange[] {
  const random = generator(seed);
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];
  const texts: [string, ...string[]] = ["main", ...tricks.map(([, text]) => text), "ünïcode 🙂 日本".repeat(20)];
  const text = () => pick(texts);
  const property = (): PropertyChange => ({
    path: `a.${text()}`,
    kind: pick(["added", "removed", "changed", "not comparable"]),
    ...(random() < 0.8
      ? { before: pick<PropertyChange["before"]>([text(), 1, null, [text()], { [text()]: text() }]) }
      : {}),
    ...(random() < 0.8 ? { after: `${text()}\n${text()}\n`.repeat(Math.ceil(random() * 20)) } : {}),
    ...(random() < 0.2 ? { reason: text() } : {}),
    forces: pick(["nothing", "nothing", "replace", "may replace"]),
  });
  return Array.from({ length: 1 + Math.floor(random() * 48) }, (_, s) => {
    const shop = new Shop(`stack-${s}-${random() < 0.1 ? text() : ""}`);
    const parts: ResourceChange[] = [shop.component("Compute", `c-${text()}`)];
    const most = random() < 0.1 ? 2000 : 20;
    for (let i = 0; i < random() * most; i += 1) {
      const action = pick(actions.map((a) => a) as [(typeof actions)[number], ...(typeof actions)[number][]]);
      parts.push(
        shop.resource(
          pick([parts[0] ?? shop.component("A", "a")]),
          `aws:s3/bucket:Bucket`,
          `r-${i}-${text()}`,
          action,
          {
            causes: random() < 0.5 ? [text()] : [],
            dataLoss: random() < 0.1 ? text() : undefined,
            protected: random() < 0.1,
            properties: Array.from({ length: Math.floor(random() * 4) }, property),
          },
        ),
      );
    }
    const found = Array.from({ length: Math.floor(random() * 5) }, () =>
      violation(
        rule(`r-${text()}`, { level: pick(["mandatory", "advisory"]) }),
        parts.at(-1)?.urn ?? "",
        "a",
        text(),
        text(),
      ),
    );
    return shop.change(Object.fromEntries(parts.map((part) => [part.urn, part])), {
      policy: asked({ violations: found }),
    });
  });
}

/** Numbers from 0 to 1, always the same (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
