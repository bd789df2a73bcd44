import assert from "node:assert/strict";
import { isSecretFile } from "../../policy/kinds/secret-files";
import { isSecret } from "../../policy/kinds/secrets";

/** A variable as a template has it. */
const braced = ["$", "{DB_PASSWORD}"].join("");
/** How programs write one object of settings with a password in it. */
const written: Readonly<Record<string, (password: string) => string>> = {
  "JSON.stringify(x)": (password) => JSON.stringify({ db: { user: "a", password } }),
  "JSON.stringify(x, null, 1)": (password) => JSON.stringify({ db: { user: "a", password } }, null, 1),
  "JSON.stringify(x, null, 2)": (password) => JSON.stringify({ db: { user: "a", password } }, null, 2),
  "JSON with a list of names and values": (password) => JSON.stringify([{ name: "DB_PASSWORD", value: password }]),
  "JSON with a list of secrets": (password) => JSON.stringify({ passwords: [password] }),
  "YAML in blocks": (password) => `db:\n  user: a\n  password: ${password}\n`,
  "YAML in a flow": (password) => `{db: {user: a, password: ${password}}}\n`,
  "YAML with a list of names and values": (password) => `env:\n  - name: DB_PASSWORD\n    value: ${password}\n`,
  "YAML in one line": (password) => `password: ${password}\n`,
  "JSON in a command": (password) => `curl -d '{"user":"a","password":"${password}"}' https://example.com\n`,
  "npm's .npmrc": (password) => `//registry.example.com/:_authToken=${password}\n`,
};
const names = ["config.json", "config.yaml", "config", "SETTINGS"];

describe("a file of settings", () => {
  for (const [how, write] of Object.entries(written)) {
    for (const name of names) {
      it(`holds a secret as ${how}, called ${name}, and none where it is a reference`, () => {
        assert.equal(isSecretFile(name, write("hunter22x")), true);
        for (const reference of [braced, "$(DB_PASSWORD)", "/run/secrets/db/password", "**********"]) {
          assert.equal(isSecretFile(name, write(reference)), false, reference);
        }
      });
    }
  }

  it("holds no secret in documented texts", () => {
    const rows: readonly [name: string, text: string][] = [
      ["messages.properties", "login.password=Password\nlogin.token=Token\n"],
      ["shop.ini", "[db]\n;admin_password=admin\nuser=shop\n"],
      ["realm.json", '{"clients": [{"clientId": "shop", "secret": "**********"}]}'],
      ["list.json", '[{"name": "LOG_LEVEL", "value": "info"}, {"key": 1, "value": "x"}]'],
      ["broken.json", '{"a": '],
      ["deep.json", `${"[".repeat(5000)}${"]".repeat(5000)}`],
    ];
    for (const [name, text] of rows) assert.equal(isSecretFile(name, text), false, name);
  });
});

describe("keys that are kept elsewhere, or that every visitor reads", () => {
  const jwt = (payload: object) =>
    ["eyJhbGciOiJIUzI1NiJ9", Buffer.from(JSON.stringify(payload)).toString("base64url"), "Ab3dEf9hIjAb3dEf9hIj"].join(
      ".",
    );
  const id = "1234abcd-12ab-34cd-56ef-1234567890ab";
  const rows: readonly [name: string, value: string, isSecret: boolean][] = [
    ["ENCRYPTION_KEY", "alias/shop", false],
    ["ENCRYPTION_KEY", "projects/p/locations/global/keyRings/r/cryptoKeys/k", false],
    ["SIGNING_KEY", id, false],
    ["SIGNING_KEY", `mrk-${id.replaceAll("-", "")}`, false],
    ["API_KEY", id, true],
    ["DB_PASSWORD", "alias/shop", true],
    ["NEXT_PUBLIC_SUPABASE_ANON_KEY", jwt({ iss: "supabase", role: "anon" }), false],
    ["NEXT_PUBLIC_SUPABASE_KEY", jwt({ iss: "supabase", role: "service_role" }), true],
    ["SUPABASE_KEY", jwt({ iss: "supabase", role: "service_role" }), true],
    ["DB_PASSWORD_1", "hunter22x", true],
    ["DB_PASSWORD2", "hunter22x", true],
    ["NGROK_AUTHTOKEN", "hunter22x", true],
    ["MINIO_SECRETKEY", "hunter22x", true],
    ["CLIENTSECRET", "hunter22x", true],
    ["_auth", "hunter22x", true],
  ];
  for (const [name, value, expected] of rows) {
    it(`${name}=${value.slice(0, 60)}: ${expected ? "a secret" : "none"}`, () =>
      assert.equal(isSecret(name, value), expected));
  }
});
