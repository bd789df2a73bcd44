import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { stringify } from "yaml";

/**
 * Prints a kubeconfig without any credential: each time the client signs in it asks `cluster-token` for the workflow's token.
 * `SERVER` is the address of the API server, `AUTHORITY` its certificate authority in base64, `AUDIENCE` what its
 * `AuthenticationConfiguration` expects of a token's audience.
 */
function main(): number {
  const { SERVER, AUTHORITY, AUDIENCE } = process.env;
  if (!SERVER || !AUTHORITY || !AUDIENCE) {
    console.error("kubeconfig: needs SERVER, AUTHORITY and AUDIENCE");
    return 2;
  }
  const name = "deployment";
  const exec = {
    apiVersion: "client.authentication.k8s.io/v1",
    command: process.execPath,
    // Whatever folder the client runs in.
    args: ["--import", pathToFileURL(require.resolve("tsx")).href, join(__dirname, "cluster-token.ts"), AUDIENCE],
    interactiveMode: "Never",
  };
  const config = {
    apiVersion: "v1",
    kind: "Config",
    "current-context": name,
    clusters: [{ name, cluster: { server: SERVER, "certificate-authority-data": AUTHORITY } }],
    users: [{ name, user: { exec } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
  };
  console.log(stringify(config, { lineWidth: 0 }).trimEnd());
  return 0;
}

process.exitCode = main();
