import assert from "node:assert/strict";
import { canonicalQuantity } from "../../../../preview/engine/simulate/quantities";

/** As `resource.Quantity` of k8s.io/apimachinery 0.33.3 writes what it has read; what is no quantity stays. */
const rows: readonly (readonly [given: string, canonical: string])[] = [
  ["1", "1"],
  ["1000m", "1"],
  ["1500m", "1500m"],
  ["-1000m", "-1"],
  ["0.5", "500m"],
  [".5", "500m"],
  ["2.50", "2500m"],
  ["0.0000000001", "1n"],
  ["1000000n", "1m"],
  ["100000", "100k"],
  ["100M", "100M"],
  ["1000M", "1G"],
  ["1024", "1024"],
  ["1024Mi", "1Gi"],
  ["1536Mi", "1536Mi"],
  ["1.5Gi", "1536Mi"],
  ["0.5Ki", "512"],
  ["0.3Ki", "307200m"],
  ["0.1Mi", "104857600m"],
  ["0", "0"],
  ["0m", "0"],
  ["1e3", "1e3"],
  ["+2", "+2"],
  ["5.", "5."],
  ["a lot", "a lot"],
];

describe("the canonical form of a quantity", () => {
  for (const [given, canonical] of rows) {
    it(`${given} is ${canonical}`, () => assert.equal(canonicalQuantity(given), canonical));
  }
});
