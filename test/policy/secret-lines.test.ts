import assert from "node:assert/strict";
import { lineOfSecret, secretsInArguments } from "../../policy/kinds/secret-lines";
import { braced, secretTexts } from "./secret-texts";

describe("the line of a script that holds a secret", () => {
  const scripts: readonly [script: string, line: number | undefined][] = [
    ["#!/bin/sh\nexport DB_PASSWORD=sesame\n", 2],
    ['#!/bin/sh\n\nDB_PASSWORD="sesame" ./start', 3],
    ["mysql --user=root --password=sesame shop", 1],
    ["docker login --username shop --password sesame example.com", 1],
    ["#cloud-config\nchpasswd:\n  users:\n  - {name: shop, password: sesame, type: text}", 4],
    ["#cloud-config\nusers:\n- name: shop\n  plain_text_passwd: sesame", 4],
    ['{"db": {"password": "sesame"}}', 1],
    [`curl -H "Authorization: Bearer ${secretTexts["a GitHub token"]}" https://example.com`, 1],
    [`cat > key <<END\n${secretTexts["a private key"]}\nEND`, 2],
    ["psql postgres://shop:sesame@db/shop", 1],
    ["export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)", undefined],
    [`export DB_PASSWORD="$DB_PASSWORD" TOKEN=$${braced}`, undefined],
    ["# export DB_PASSWORD=sesame", undefined],
    ["export PASSWORD_FILE=/run/secrets/db\nexport LOG_LEVEL=info", undefined],
    ["echo password: $PASSWORD", undefined],
    ["apt-get install -y nginx\r\nsystemctl start nginx", undefined],
    ["", undefined],
  ];
  for (const [script, line] of scripts) {
    it(`${JSON.stringify(script.slice(0, 60))}: ${line ?? "none"}`, () => assert.equal(lineOfSecret(script), line));
  }
});

describe("a line of a file of settings", () => {
  const secret: readonly string[] = [
    ...["password = sesame", "password= sesame", 'db.password = "sesame"', "password\t=\tsesame", "password='sesame'"],
    ...[
      "password := sesame",
      "'password' => 'sesame',",
      '"password" : "sesame",',
      "spring.datasource.password = s3same",
    ],
    ...["password = sesame # of the shop", "api_key = sesame;", "requirepass sesame", 'masterauth "sesame"'],
    ...[
      "<password>sesame</password>",
      '<add key="DbPassword" value="sesame" />',
      '<property name="password" value="sesame"/>',
    ],
    ...["machine example.org login shop password sesame", "host=db user=shop password=sesame sslmode=require"],
  ];
  const none: readonly string[] = [
    ...[
      "password = ",
      `password = $${braced}`,
      "password = getPassword()",
      "password = config.db.password",
      "token = null",
    ],
    ...[
      "secret_key_base = ENV['SECRET']",
      "auth_token = /run/secrets/token",
      "password = password",
      "requirepass $PASS",
    ],
    ...["<password></password>", `<password>$${braced}</password>`, '<add key="LogLevel" value="info" />'],
    ...["# password = sesame", "if password == other then", "log_format main '$remote_addr'", "max_tokens = 100"],
  ];
  for (const line of secret) {
    it(`holds a secret: ${line}`, () => {
      assert.equal(lineOfSecret(`[db]\nuser = shop\n${line}\n`), 3);
    });
  }
  for (const line of none) {
    it(`holds none: ${line}`, () => {
      assert.equal(lineOfSecret(line), undefined);
    });
  }
});

describe("arguments of a command that hold a secret", () => {
  const rows: readonly [values: (string | undefined)[], found: number[]][] = [
    [["--password", "sesame"], [1]],
    [["--user", "shop", "--db-password=sesame"], [2]],
    [["sh", "-c", "API_KEY=sesame exec shop"], [2]],
    [["--password", "--verbose"], []],
    [["--password-file", "/run/secrets/db"], []],
    [["--password", "$(DB_PASSWORD)"], []],
    [["--port", "8080", undefined, "x"], []],
    [["--dsn", "postgres://shop:sesame@db/shop"], [1]],
    [["--password", undefined], []],
    [[], []],
  ];
  for (const [values, found] of rows) {
    it(JSON.stringify(values), () => assert.deepEqual(secretsInArguments(values), found));
  }
});
