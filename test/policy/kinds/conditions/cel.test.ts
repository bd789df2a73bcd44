import assert from "node:assert/strict";
import { whomMatches } from "../../../../policy/kinds/conditions/cel";
import { parseExpression } from "../../../../policy/kinds/conditions/expression";
import { claimsOf } from "../../../../policy/kinds/conditions/issuers";

const github = claimsOf("https://token.actions.githubusercontent.com");
const mapping: Readonly<Record<string, string>> = {
  "google.subject": "assertion.sub",
  "attribute.owner": "assertion.repository_owner.lowerAscii()",
  "attribute.same": "'shop'",
  "attribute.groups": "assertion.groups",
};

const whom = (text: string) =>
  whomMatches(text, {
    names: (path) => (path.startsWith("assertion.") ? github(path.slice(10)) : undefined),
    standsFor: (path) => parseExpression(mapping[path] ?? ""),
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
  ["assertion.sub.matches('^repo:(shop|other)/')", "everybody"],
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
  ["[assertion.repository_owner].exists(o, o == 'shop')", "everybody"],
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
