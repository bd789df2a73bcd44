import assert from "node:assert/strict";
import { digest, digestNumber, physicalName } from "../../../components/contract";

describe("a name that would be too long", () => {
  it("is cut to its length, stays its own and stays the same", () => {
    const parts = ["an-application-of-a-very-long-name", "staging", "a-worker"];
    const [name, other] = [physicalName(parts, 30), physicalName([...parts, 2], 30)];
    assert.match(name, /^an-application-of-a-ver-[0-9a-f]{6}$/);
    assert.equal(name.length, 30);
    assert.notEqual(name, other);
    assert.equal(name, physicalName(parts, 30));
    assert.equal(physicalName(["shop", "prod"], 9), "shop-prod");
  });
});

describe("a text's digest", () => {
  it("is the beginning of its SHA-256", () => {
    // FIPS 180-2, appendix B.1.
    const whole = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert.equal(digest("abc", 64), whole);
    assert.equal(digest("abc", 6), "ba7816");
    assert.equal(digestNumber("abc"), 0xba7816bf);
  });
});
