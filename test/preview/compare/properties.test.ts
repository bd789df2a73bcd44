import assert from "node:assert/strict";
import { differences } from "../../../preview/compare/properties";
import type { Wire } from "../../../preview/model/wire";

/** Values of one property `p`, before and after, and what differs. */
const table: {
  name: string;
  before?: Wire;
  after?: Wire;
  secrets?: boolean;
  document?: boolean;
  expected: string[];
}[] = [
  { name: "equal values", before: { a: [1, { b: null }] }, after: { a: [1, { b: null }] }, expected: [] },
  { name: "a value that comes", after: 1, expected: ["p added → 1"] },
  { name: "a value that goes", before: 1, expected: ["p removed 1"] },
  { name: "a text for a number", before: 1, after: "1", expected: ['p changed 1 → "1"'] },
  { name: "nothing for null", before: null, after: {}, expected: ["p changed null → {}"] },
  {
    name: "members",
    before: { a: 1, b: 2 },
    after: { b: 3, c: 4 },
    expected: ["p.a removed 1", "p.b changed 2 → 3", "p.c added → 4"],
  },
  { name: "a key with a dot", before: { "a.b": 1 }, after: { "a.b": 2 }, expected: ['p["a.b"] changed 1 → 2'] },
  { name: "one element more at the beginning", before: ["b"], after: ["a", "b"], expected: ['p[0] added → "a"'] },
  { name: "one element less", before: ["a", "b"], after: ["b"], expected: ['p[0] removed "a"'] },
  {
    name: "another element at the same place",
    before: ["a", "b"],
    after: ["a", "c"],
    expected: ['p[1] changed "b" → "c"'],
  },
  {
    name: "the same elements in another order",
    before: ["a", "b"],
    after: ["b", "a"],
    expected: ['p changed ["a","b"] → ["b","a"] (another order)'],
  },
  {
    name: "elements that have names",
    before: [
      { name: "web", image: "1" },
      { name: "log", image: "1" },
    ],
    after: [
      { name: "proxy", image: "1" },
      { name: "web", image: "2" },
    ],
    expected: [
      'p[0] added → {"name":"proxy","image":"1"}',
      'p[1].image changed "1" → "2"',
      'p[1] removed {"name":"log","image":"1"}',
    ],
  },
  {
    name: "elements without names",
    before: [{ port: 1 }, { port: 2 }],
    after: [{ port: 2 }, { port: 3 }],
    expected: [
      "p[1].port changed 1 → 3",
      'p changed [{"port":1},{"port":2}] → [{"port":2},{"port":3}] (another order)',
    ].reverse(),
  },
  {
    name: "JSON text with other spaces",
    before: '{"a":1}',
    after: '{ "a": 1 }',
    expected: ['p changed "{\\"a\\":1}" → "{ \\"a\\": 1 }" (the same JSON in another form)'],
  },
  {
    name: "a document with other spaces",
    before: '{"a":1,"b":[]}',
    after: '{ "b": [], "a": 1 }',
    document: true,
    expected: [],
  },
  {
    name: "a document in a document with other spaces",
    before: JSON.stringify({ a: '{"b":1}' }),
    after: JSON.stringify({ a: '{ "b": 1 }' }),
    document: true,
    expected: ['p.a changed "{\\"b\\":1}" → "{ \\"b\\": 1 }" (the same JSON in another form)'],
  },
  {
    name: "a file of the same contents elsewhere",
    before: { asset: "a.html", hash: "0123" },
    after: { asset: "b/a.html", hash: "0123" },
    expected: [],
  },
  {
    name: "a file of other contents",
    before: { archive: "site", hash: "0123" },
    after: { archive: "site", hash: "4567" },
    expected: ['p.hash changed "0123" → "4567"'],
  },
  {
    name: "a file elsewhere whose contents are not known",
    before: { asset: "a.html", hash: "[unknown]" },
    after: { asset: "b.html", hash: "[unknown]" },
    expected: [
      'p.asset changed "a.html" → "b.html"',
      'p.hash not comparable "[unknown]" → "[unknown]" (not known before the update)',
    ],
  },
  {
    name: "a member inside of JSON text",
    before: '{"a":{"b":1}}',
    after: '{"a":{"b":2}}',
    expected: ["p.a.b changed 1 → 2"],
  },
  {
    name: "JSON text that becomes another text",
    before: '{"a":1}',
    after: "none",
    expected: ['p changed "{\\"a\\":1}" → "none"'],
  },
  { name: "text that only looks like JSON", before: "{a}", after: "{b}", expected: ['p changed "{a}" → "{b}"'] },
  {
    name: "a value that is not known yet",
    before: "a",
    after: "[unknown]",
    expected: ['p not comparable "a" → "[unknown]" (not known before the update)'],
  },
  { name: "a secret that is the same", before: "[secret]", after: "[secret]", secrets: true, expected: [] },
  {
    name: "a secret that is another",
    before: "[secret]",
    after: "[secret]",
    secrets: false,
    expected: ['p changed "[secret]" → "[secret]"'],
  },
  {
    name: "a secret that nobody can compare",
    before: "[secret]",
    after: "[secret]",
    expected: ['p not comparable "[secret]" → "[secret]" (a secret, which only its program holds)'],
  },
  {
    name: "a text with a secret in it that nobody can compare",
    before: "postgres://[secret]@db",
    after: "postgres://[secret]@db",
    expected: [
      'p not comparable "postgres://[secret]@db" → "postgres://[secret]@db" (a secret, which only its program holds)',
    ],
  },
  {
    name: "a value that becomes a secret",
    before: "a",
    after: "[secret]",
    secrets: false,
    expected: ['p changed "a" → "[secret]"'],
  },
  {
    name: "another secret in JSON text",
    before: '{"password":"[secret]"}',
    after: '{"password":"[secret]"}',
    secrets: false,
    expected: ['p.password not comparable "[secret]" → "[secret]" (a secret, which only its program holds)'],
  },
];

describe("what differs between two properties", () => {
  for (const { name, before, after, secrets, document = false, expected } of table) {
    it(name, () => {
      const found = differences(before === undefined ? {} : { p: before }, after === undefined ? {} : { p: after }, {
        secret: () => secrets,
        unknown: () => false,
        document: () => document,
      });
      assert.deepEqual(
        found.map(({ path, kind, before: old, after: now, reason }) => {
          const values = [
            ...(old === undefined ? [] : [JSON.stringify(old)]),
            ...(now === undefined ? [] : [`→ ${JSON.stringify(now)}`]),
          ];
          return [path, kind, ...values, ...(reason === undefined ? [] : [`(${reason})`])].join(" ");
        }),
        expected,
      );
    });
  }

  it("is found in a member of any name", () => {
    const before = JSON.parse('{"__proto__": 1, "constructor": 1}');
    const after = JSON.parse('{"__proto__": 2}');
    assert.deepEqual(
      differences(before, after, { secret: () => undefined, unknown: () => false }).map(
        ({ path, kind }) => `${path} ${kind}`,
      ),
      ["__proto__ changed", "constructor removed"],
    );
  });
});
