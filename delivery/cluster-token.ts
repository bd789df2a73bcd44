import { z } from "zod";

const answer = z.object({ value: z.string() });
const claims = z.object({ exp: z.number() });

/**
 * Prints the token that a Kubernetes client signs in with (`ExecCredential`, client.authentication.k8s.io/v1): the workflow's
 * own, which GitHub issues for an audience and some minutes.
 */
async function main([audience]: readonly string[]): Promise<number> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = process.env;
  if (!url || !bearer || audience === undefined) {
    console.error("cluster-token: needs an audience, and a job with `id-token: write`");
    return 2;
  }
  const asked = new URL(url);
  asked.searchParams.set("audience", audience);
  const response = await fetch(asked, { headers: { authorization: `Bearer ${bearer}` } });
  if (!response.ok) {
    console.error(`cluster-token: no token was issued: HTTP ${response.status}`);
    return 1;
  }
  const { value: token } = answer.parse(await response.json());
  const { exp } = claims.parse(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()));
  const expirationTimestamp = new Date(exp * 1000).toISOString();
  const status = { token, expirationTimestamp };
  console.log(JSON.stringify({ apiVersion: "client.authentication.k8s.io/v1", kind: "ExecCredential", status }));
  return 0;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
