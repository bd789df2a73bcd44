import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

const answer = z.object({ value: z.string() });
const claims = z.object({ exp: z.number() });

/** Milliseconds before it is asked again, after each try that failed for a while. */
const pauses = [500, 2000];

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
  const issued = await issuedToken(asked, bearer);
  if ("wrong" in issued) {
    console.error(`cluster-token: no token was issued: ${issued.wrong}`);
    return 1;
  }
  const { token } = issued;
  const { exp } = claims.parse(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()));
  const expirationTimestamp = new Date(exp * 1000).toISOString();
  const status = { token, expirationTimestamp };
  console.log(JSON.stringify({ apiVersion: "client.authentication.k8s.io/v1", kind: "ExecCredential", status }));
  return 0;
}

/** The token, or what is wrong. It is asked for again where the service fails or can't be reached. */
async function issuedToken(url: URL, bearer: string): Promise<{ token: string } | { wrong: string }> {
  for (let tried = 0; ; tried++) {
    const end = await tokenOf(url, bearer);
    const pause = pauses[tried];
    if (!("wrong" in end) || !end.again || pause === undefined) return end;
    await sleep(pause);
  }
}

async function tokenOf(url: URL, bearer: string): Promise<{ token: string } | { wrong: string; again: boolean }> {
  try {
    const signal = AbortSignal.timeout(10_000);
    const response = await fetch(url, { headers: { authorization: `Bearer ${bearer}` }, signal });
    if (!response.ok)
      return { wrong: `HTTP ${response.status}`, again: response.status >= 500 || response.status === 429 };
    const read = answer.safeParse(await response.json());
    return read.success ? { token: read.data.value } : { wrong: "the answer has no token", again: false };
  } catch (error) {
    const isJson = error instanceof SyntaxError;
    return { wrong: isJson ? "the answer is no JSON" : "the service can't be reached", again: !isJson };
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
