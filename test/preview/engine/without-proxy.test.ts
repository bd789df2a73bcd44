import assert from "node:assert/strict";
import { createServer } from "node:net";
import { withoutProxy } from "../../../preview/engine/without-proxy";
import { isotopo } from "../../support/command";
import { program, twoRules } from "../programs";

describe("what is asked of this machine goes by no proxy", () => {
  const table: [env: NodeJS.ProcessEnv, value: string][] = [
    [{}, "127.0.0.1"],
    [{ no_proxy: "a.example,b.example" }, "127.0.0.1,a.example,b.example"],
    [{ no_grpc_proxy: "c.example", no_proxy: "a.example" }, "127.0.0.1,c.example"],
    [{ no_grpc_proxy: "", no_proxy: "" }, "127.0.0.1"],
  ];
  for (const [env, value] of table) {
    it(JSON.stringify(env), () => assert.deepEqual(withoutProxy(env), { no_grpc_proxy: value }));
  }

  it("a preview with its pack, where the environment names one", async () => {
    let asked = 0;
    const proxy = createServer((socket) => {
      asked += 1;
      socket.destroy();
    });
    await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
    const address = proxy.address();
    assert.ok(typeof address === "object" && address !== null);
    const url = `http://127.0.0.1:${address.port}`;
    const env = {
      grpc_proxy: url,
      http_proxy: url,
      https_proxy: url,
      HTTP_PROXY: url,
      no_proxy: "",
      no_grpc_proxy: "",
    };
    const args = ["preview", "--program", program("small"), "--policy-pack", twoRules, "--format", "junit"];
    const { code, stderr } = await isotopo(args, { env });
    proxy.close();
    assert.deepEqual([code, stderr, asked], [1, "", 0]);
  });
});
