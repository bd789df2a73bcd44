import assert from "node:assert/strict";
import { bodyLargerThan, endingIn, startingWith } from "../../../../components/azure/edge/waf-patterns";

const matches = (pattern: string, texts: readonly string[]) => texts.filter((text) => new RegExp(pattern).test(text));

describe("azure firewall patterns", () => {
  describe("larger bodies", () => {
    for (const mebibytes of [1, 4, 16, 100, 1024, 2048]) {
      it(`${mebibytes} MiB: every number above and none below`, () => {
        const denied = new RegExp(bodyLargerThan(mebibytes));
        const most = mebibytes * 1024 * 1024;
        const near = Array.from({ length: 2001 }, (_, i) => most - 1000 + i);
        const far = Array.from({ length: 12 }, (_, i) => 10 ** i).flatMap((power) => [power, 3 * power, 9 * power]);
        for (const length of [...near, ...far])
          assert.equal(denied.test(String(length)), length > most, String(length));
      });
    }

    it("as many digits as the limit has nines", () => {
      const denied = new RegExp(bodyLargerThan(999_999 / 1024 / 1024));
      assert.deepEqual(
        ["999998", "999999", "1000000"].map((length) => denied.test(length)),
        [false, false, true],
      );
    });

    it("zeros in front make no number smaller, and no text is a number", () => {
      assert.deepEqual(matches(bodyLargerThan(1), ["0001048577", "0001048576", "", "1048577 ", "x"]), ["0001048577"]);
    });
  });

  const whole = (path: string) => `https://shop.example${path}`;

  describe("denied extensions", () => {
    const pattern = endingIn([".php", ".sh", ".py"]);
    const denied = ["/index.php", "/a/b.sh?x=1", "/main.py", "/.php"];
    const passing = ["/search?q=install.sh", "/docs?file=main.py", "/shop", "/php", "/a.php5", "/a.sh/b", "/xphp", "/"];
    for (const form of [String, whole]) {
      it(`of a path, never of a query: ${form("/…")}`, () => {
        assert.deepEqual(matches(pattern, [...denied, ...passing].map(form)), denied.map(form));
      });
    }
  });

  describe("prefixes of rates", () => {
    const counted = ["/api/", "/api/orders?x=/", "/api/v1.0"];
    const others = ["/", "/xapi/", "/v1/api/", "/?next=/api/"];
    for (const form of [String, whole]) {
      it(`from the start of the path: ${form("/…")}`, () => {
        assert.deepEqual(matches(startingWith("/api/"), [...counted, ...others].map(form)), counted.map(form));
      });
    }

    it("a dot is a dot", () => {
      assert.deepEqual(matches(startingWith("/v1.0/"), ["/v1.0/a", "/v1x0/a"]), ["/v1.0/a"]);
    });
  });
});
