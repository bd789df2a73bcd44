import assert from "node:assert/strict";
import { contentName } from "../../../components/contract";

describe("a name by content", () => {
  const rows: [string, RegExp][] = [
    ["web", /^web$/],
    ["rate-limit", /^rate-limit$/],
    ["www.shop.example", /^www-shop-example-[0-9a-f]{6}$/],
    ["/static/*", /^static-[0-9a-f]{6}$/],
    ["/*", /^[0-9a-f]{6}$/],
    ["", /^[0-9a-f]{6}$/],
    ["SECRET_KEY", /^secret-key-[0-9a-f]{6}$/],
    ["-web", /^web-[0-9a-f]{6}$/],
  ];
  for (const [text, name] of rows) {
    it(`${JSON.stringify(text)} is ${name.source}`, () => assert.match(contentName(text), name));
  }

  it("keeps apart what would read alike", () => {
    const alike = ["a.b", "a-b", "a/b", "a/b/*", "/a/b", "A-B", "a--b"];
    assert.equal(new Set(alike.map(contentName)).size, alike.length);
  });
});
