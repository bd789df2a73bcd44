import assert from "node:assert/strict";
import { redisAddress } from "../../../components/azure/redis-address";

describe("azure address of Redis", () => {
  for (const key of ["letters0", "with/slash=", "//++==", "a+b/c?d#e@f:g"]) {
    it(`is one for the key ${key}`, () => {
      const { protocol, hostname, port, username, password, pathname } = new URL(
        redisAddress(key, "shop.westeurope.redis.azure.net", 10_000),
      );
      assert.deepEqual(
        { protocol, hostname, port, username, pathname },
        { protocol: "rediss:", hostname: "shop.westeurope.redis.azure.net", port: "10000", username: "", pathname: "" },
      );
      assert.equal(decodeURIComponent(password), key);
    });
  }
});
