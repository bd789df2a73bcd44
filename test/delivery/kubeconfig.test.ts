import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "yaml";
import { z } from "zod";
import { inFolder } from "../preview/programs";
import { run } from "../support/command";
import { projectDir } from "../support/project";

const made = z.object({
  clusters: z.tuple([
    z.object({ cluster: z.object({ server: z.string(), "certificate-authority-data": z.string() }) }),
  ]),
  users: z.tuple([
    z.object({ user: z.object({ exec: z.object({ command: z.string(), args: z.array(z.string()) }) }).strict() }),
  ]),
});
const kubeconfig = (env: Record<string, string>) =>
  run(process.execPath, ["--import", "tsx", "delivery/kubeconfig.ts"], { cwd: projectDir, env });

describe("the kubeconfig of a workflow", () => {
  it("has no credential, but the command that asks for one, from any folder", async () => {
    const payload = Buffer.from(JSON.stringify({ exp: 1_800_000_000 })).toString("base64url");
    const token = `e30.${payload}.c2ln`;
    const asked: unknown[] = [];
    const server = createServer((request, response) => {
      asked.push([request.url, request.headers.authorization]);
      response.end(JSON.stringify({ value: token }));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    try {
      const { code, stdout, stderr } = await kubeconfig({
        SERVER: "https://k.example",
        AUTHORITY: "Y2E=",
        AUDIENCE: "k8s",
      });
      assert.equal(code, 0, stderr);
      const { clusters, users } = made.parse(parse(stdout));
      assert.deepEqual(clusters[0].cluster, { server: "https://k.example", "certificate-authority-data": "Y2E=" });
      const { command, args } = users[0].user.exec;
      const env = {
        ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token?v=2`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: "bearer-of-the-job",
      };
      await inFolder(async (cwd) => {
        const credential = await run(command, args, { cwd, env });
        assert.equal(credential.code, 0, credential.stderr);
        assert.deepEqual(JSON.parse(credential.stdout), {
          apiVersion: "client.authentication.k8s.io/v1",
          kind: "ExecCredential",
          status: { token, expirationTimestamp: "2027-01-15T08:00:00.000Z" },
        });
      });
      assert.deepEqual(asked, [["/token?v=2&audience=k8s", "Bearer bearer-of-the-job"]]);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it("is not made where something is missing", async () => {
    const { code, stderr } = await kubeconfig({ SERVER: "https://k.example", AUTHORITY: "", AUDIENCE: "" });
    assert.deepEqual({ code, stderr }, { code: 2, stderr: "kubeconfig: needs SERVER, AUTHORITY and AUDIENCE\n" });
  });
});
