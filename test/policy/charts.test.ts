import assert from "node:assert/strict";
import { rule } from "../../policy/rules/containers/secret-in-environment";
import { messagesFor } from "./judged";
import { wire } from "./variants";

const type = "kubernetes:helm.sh/v3:Release";
const found = (values: Record<string, unknown>) =>
  messagesFor(rule, { type, properties: { values } }, wire({ values })).map((message) => message.split(" ")[0]);

describe("values of a Helm chart", () => {
  const rows: readonly [values: Record<string, unknown>, paths: string[]][] = [
    [{ auth: { postgresPassword: "hunter22x" } }, ["values.auth.postgresPassword"]],
    [{ users: [{ name: "a", password: "hunter22x" }] }, ["values.users[0].password"]],
    [{ extraEnv: [{ name: "DB_PASSWORD", value: "hunter22x" }] }, ["values.extraEnv[0].value"]],
    [{ primary: { configuration: "user = a\npassword = hunter22x\n" } }, ["values.primary.configuration"]],
    [{ oauth: { clientSecret: "hunter22x" } }, ["values.oauth.clientSecret"]],
    [{ auth: { existingSecret: "db", secretKeys: { adminPasswordKey: "postgres-password" } } }, []],
    [{ global: { imagePullSecrets: [{ name: "registry" }] }, ingress: { tlsSecret: "shop" } }, []],
    [{ extraEnv: [{ name: "LOG_LEVEL", value: "info" }], auth: { password: "" }, replicas: 2 }, []],
  ];
  for (const [values, paths] of rows) {
    it(`${JSON.stringify(values)}: ${paths.length}`, () => assert.deepEqual(found(values), paths));
  }
});
