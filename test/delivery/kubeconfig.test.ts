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

/** Claims of a token. */
const expiry = Buffer.from(JSON.stringify({ exp: 1_800_000_000 })).toString("base64url");

describe("the kubeconfig of a workflow", () => {
  it("has no credential, but the command that asks for one, from any folder", async () => {
    const token = `e30.${expiry}.c2ln`;
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

  const faults: [what: string, answers: [status: number, body: string][], end: string, asked: number][] = [
    [
      "fails for a while",
      [
        [502, "<html>"],
        [200, JSON.stringify({ value: `e30.${expiry}.c2ln` })],
      ],
      "",
      2,
    ],
    ["fails for good", [[503, ""]], "HTTP 503", 3],
    ["refuses", [[403, "no"]], "HTTP 403", 1],
    ["answers with a page", [[200, "<html>"]], "the answer is no JSON", 1],
    ["answers with something else", [[200, "{}"]], "the answer has no token", 1],
  ];
  for (const [what, answers, words, count] of faults) {
    it(`asks for a token, and tells in a line where the service ${what}`, async () => {
      let asked = 0;
      const server = createServer((_request, response) => {
        const [status, body] = answers[Math.min(asked, answers.length - 1)] ?? [500, ""];
        asked += 1;
        response.writeHead(status).end(body);
      });
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
      try {
        const env = {
          ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: "bearer-c4n4ry",
        };
        const args = ["--import", "tsx", "delivery/cluster-token.ts", "k8s"];
        const { code, stderr } = await run(process.execPath, args, { cwd: projectDir, env });
        const line = words === "" ? "" : `cluster-token: no token was issued: ${words}\n`;
        assert.deepEqual({ code, stderr, asked }, { code: words === "" ? 0 : 1, stderr: line, asked: count });
      } finally {
        server.closeAllConnections();
        server.close();
      }
    });
  }

  it("is not made where something is missing", async () => {
    const { code, stderr } = await kubeconfig({ SERVER: "https://k.example", AUTHORITY: "", AUDIENCE: "" });
    assert.deepEqual({ code, stderr }, { code: 2, stderr: "kubeconfig: needs SERVER, AUTHORITY and AUDIENCE\n" });
  });
});
