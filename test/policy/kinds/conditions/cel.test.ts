import assert from "node:assert/strict";
import { whomMatches } from "../../../../policy/kinds/conditions/cel";
import { parseExpression } from "../../../../policy/kinds/conditions/expression";
import { claimsOf } from "../../../../policy/kinds/conditions/issuers";

const github = claimsOf("https://token.actions.githubusercontent.com");
const mapping: Readonly<Record<string, string>> = {
  "google.subject": "assertion.sub",
  "attribute.owner": "assertion.repository_owner.lowerAscii()",
  "attribute.same": "'shop'",
  "attribute.first": "assertion.repository.extract('{owner}/')",
  "attribute.groups": "assertion.groups",
};

const whom = (text: string) =>
  whomMatches(text, {
    names: (path) => (path.startsWith("assertion.") ? github(path.slice(10)) : undefined),
    definitionOf: (path) => parseExpression(mapping[path] ?? ""),
  });

const rows: readonly (readonly [expression: string, expected: string | undefined])[] = [
  ["true", "everybody"],
  ["false", "nobody"],
  ["!false", "everybody"],
  ["1 == 1", "everybody"],
  ["'a' == 'b'", "nobody"],
  ["assertion.repository_owner == 'shop'", "named"],
  ["'shop' == assertion.repository_owner", "named"],
  ['assertion.repository_owner == "shop"', "named"],
  ["assertion['repository_owner'] == 'shop'", "named"],
  ["assertion.repository_owner_id == '123'", "named"],
  ["assertion.repository_owner_id == 123", "named"],
  ["assertion.repository_owner != 'shop'", "everybody"],
  ["!(assertion.repository_owner != 'shop')", "named"],
  ["!(assertion.repository_owner == 'shop')", "everybody"],
  ["assertion.repository_owner != ''", "everybody"],
  ["assertion.repository_owner == ''", "everybody"],
  ["has(assertion.repository)", "everybody"],
  ["assertion.sub != null", "everybody"],
  ["assertion.aud == 'https://example.com'", "everybody"],
  ["assertion.actor == 'me'", "everybody"],
  ["assertion.job_workflow_ref == 'shop/ci/.github/workflows/a.yml@main'", "everybody"],
  ["assertion.ref == 'refs/heads/main'", "everybody"],
  ["assertion.ref == 'refs/heads/main' && assertion.repository_owner == 'shop'", "named"],
  ["assertion.ref == 'refs/heads/main' || assertion.repository_owner == 'shop'", "everybody"],
  ["!(assertion.ref != 'refs/heads/main' || assertion.repository_owner != 'shop')", "named"],
  ["assertion.repository == 'shop/web' || assertion.repository == 'shop/api'", "named"],
  ["assertion.repository in ['shop/web', 'shop/api']", "named"],
  ["assertion.repository in ['shop/web', '']", "everybody"],
  ["!(assertion.repository in ['shop/web'])", "everybody"],
  ["assertion.repository in []", "nobody"],
  ["assertion.sub.startsWith('repo:shop/')", "named"],
  ["assertion.sub.startsWith('repo:shop')", "everybody"],
  ["assertion.sub.startsWith('repo:')", "everybody"],
  ["assertion.sub.startsWith('')", "everybody"],
  ["!assertion.sub.startsWith('repo:shop/')", "everybody"],
  ["assertion.repository.endsWith('/web')", "everybody"],
  ["assertion.repository.contains('shop/web')", "everybody"],
  ["assertion.sub.matches('^repo:shop/.*$')", "named"],
  ["assertion.sub.matches('^repo:shop/web:ref:refs/heads/main$')", "named"],
  ["assertion.sub.matches('repo:shop/.*')", "everybody"],
  ["assertion.sub.matches('^repo:.*')", "everybody"],
  ["assertion.sub.matches('^repo:shop/?.*')", "everybody"],
  ["assertion.sub.matches('^repo:(shop|other)/')", "named"],
  ["assertion.sub.matches('^repo:(shop|.*)/')", "everybody"],
  ["assertion.sub.matches('^repo:(shop|other)?/')", "everybody"],
  ["assertion.sub.matches('^repo:shop/web|repo:')", "everybody"],
  ["assertion.sub.matches('^repo:shop/web:|^repo:shop/api:')", "named"],
  ["assertion.sub.matches('^repo:shop/(web|(?:api|app)):(ref|environment):.*$')", "named"],
  ["assertion.sub.matches('^repo:shop/[|(]')", "named"],
  [`assertion.sub.matches('^repo:shop/${"(a|b)".repeat(20)}')`, "everybody"],
  ["assertion.repository.matches('^shop/(web|api)$')", "named"],
  ["assertion.repository_owner.matches('^my.org$')", "everybody"],
  ["assertion.repository_owner.matches(r'^my\\.org$')", "named"],
  ["assertion.repository_owner.matches('^my-org$')", "named"],
  ["assertion.repository.matches('^shop/web.app$')", "named"],
  ["assertion.repository.split('/')[0] == 'shop'", "named"],
  ["assertion.repository.lowerAscii().split('/')[0] in ['shop', 'other']", "named"],
  ["assertion.repository.split('/')[0] != 'shop'", "everybody"],
  ["assertion.repository.split('/')[1] == 'web'", "everybody"],
  ["assertion.repository.split('/')[0] == ''", "everybody"],
  ["assertion.sub.split('/')[0] == 'repo:shop'", "named"],
  ["assertion.sub.split(':')[0] == 'repo'", "everybody"],
  ["assertion.actor.split('/')[0] == 'shop'", "everybody"],
  ["assertion.repository.split('/', 1)[0] == 'shop'", "everybody"],
  ["assertion.repository.extract('{owner}/') == 'shop'", "named"],
  ["assertion.repository.extract('{owner}/') == ''", "everybody"],
  ["assertion.repository.extract('/{name}') == 'web'", "everybody"],
  ["assertion.sub.extract('repo:{owner}/') == 'shop'", "everybody"],
  ["assertion.repository.extract('{all}') == 'shop/web'", "named"],
  ["attribute.first == 'shop'", "named"],
  ["attribute.first.startsWith('sh')", "everybody"],
  ["attribute.first.split('-')[0] == 'shop'", "everybody"],
  ["['shop/a', 'shop/b'].exists(r, r == assertion.repository)", "named"],
  ["['shop/a', ''].exists(r, r == assertion.repository)", "everybody"],
  ["['shop/'].exists(p, assertion.repository.startsWith(p))", "named"],
  ["[].exists(r, r == assertion.repository)", "nobody"],
  ["google.subject == 'repo:shop/web:ref:refs/heads/main'", "named"],
  ["google.subject.startsWith('repo:shop/')", "named"],
  ["attribute.owner == 'shop'", "named"],
  ["attribute.same == 'shop'", "everybody"],
  ["attribute.same == 'other'", "nobody"],
  ["attribute.unmapped == 'shop'", "everybody"],
  ["assertion.ref == 'x' ? assertion.repository_owner == 'shop' : false", "named"],
  ["assertion.ref == 'x' ? assertion.repository_owner == 'shop' : true", "everybody"],
  ["size(assertion.sub) > 3", "everybody"],
  ["assertion.sub.size() > 3 && (assertion.repository_owner == 'shop')", "named"],
  ["[assertion.repository_owner].exists(o, o == 'shop')", "named"],
  ["[assertion.actor, assertion.repository_owner].exists(o, o == 'shop')", "everybody"],
  ["assertion.repository_owner.exists(o, o == 'shop')", "named"],
  // Entra's words.
  ["assertion['sub'] eq 'repo:shop/web:environment:prod'", "named"],
  ["assertion['sub'] matches 'repo:shop/*:environment:prod'", "named"],
  ["assertion['sub'] matches 'repo:*'", "everybody"],
  ["assertion['sub'] matches 'repo:*' and assertion['repository'] matches 'shop/*'", "named"],
  // What is no expression.
  ["", undefined],
  ["assertion.sub ==", undefined],
  ["assertion.sub == 'a", undefined],
  ["(true", undefined],
  ["true)", undefined],
  ["assertion.sub === 'a'", undefined],
  ["a @ b", undefined],
  ["[1,,2] == a", undefined],
  ["(".repeat(100_000), undefined],
  [`${"(".repeat(500)}true${")".repeat(500)}`, undefined],
];

describe("expressions over claims: whom they leave in", () => {
  for (const [expression, expected] of rows) {
    it(`${expression.slice(0, 90) || "nothing"}: ${expected ?? "can't be read"}`, () => {
      assert.equal(whom(expression), expected);
    });
  }
});

describe("an expression as long as Google allows", () => {
  const ofShop = "assertion.repository_owner=='shop'";
  const fill = (one: string, by: string) =>
    Array(Math.floor(4096 / (one.length + by.length)))
      .fill(one)
      .join(by);

  it("is read where it has many operands", () => {
    assert.equal(whom(fill(ofShop, "||")), "named");
    assert.equal(whom(`${fill(ofShop, "||")}||true`), "everybody");
    assert.equal(whom(`${fill("assertion.ref=='main'", "&&")}&&${ofShop}`), "named");
    assert.equal(whom(fill("a", "||")), "everybody");
    assert.equal(whom(fill("a", " and ")), "everybody");
  });

  for (const part of ["a+", "a==", "a.b().", "a[0]", "-", "!", "a?b:", "a||b&&", "[a].exists(x,", "(a?b:"]) {
    it(`ends in time, and throws nothing, where it repeats ${part}`, () => {
      const many = part.repeat(Math.floor(20_000 / part.length) - 1);
      const start = performance.now();
      for (const end of ["a", "", "a)", "]"]) whom(many + end);
      assert.ok(performance.now() - start < 1000);
    });
  }

  const nested = (levels: number, one: (inner: string) => string) => {
    let text = ofShop;
    for (let i = 0; i < levels; i += 1) text = one(text);
    return text;
  };
  const doubling: readonly [name: string, one: (inner: string) => string][] = [
    ["choices within choices", (inner) => `(${inner}?${ofShop}:false)`],
    ["lists within lists", (inner) => `['a','b'].exists(x,${inner})`],
  ];
  for (const [name, one] of doubling) {
    it(`is read, or can't be, in time: ${name}`, () => {
      assert.equal(whom(nested(5, one)), "named");
      const start = performance.now();
      assert.equal(whom(nested(25, one)), undefined);
      assert.ok(performance.now() - start < 1000);
    });
  }
});
