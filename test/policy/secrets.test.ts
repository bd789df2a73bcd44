import assert from "node:assert/strict";
import type { ResourceFixtures } from "../../policy/core/fixture";
import { judge } from "../../policy/core/judge";
import { subjectOf } from "../../policy/core/subject";
import { termsOf } from "../../policy/core/terms";
import { lineOfSecret, secretsInArguments } from "../../policy/kinds/secret-lines";
import { isSecret } from "../../policy/kinds/secrets";
import { rule } from "../../policy/rules/containers/secret-in-environment";
import { fixtures as variables } from "../../policy/rules/containers/secret-in-environment.fixtures";

/** Put together here, so that no scanner takes them for real ones. */
const letters = (count: number) => "Ab3dEf9hIj".repeat(Math.ceil(count / 10)).slice(0, count);
const joined = (...parts: string[]) => parts.join("");
/** A variable as a shell and templates have it. */
const braced = "{DB_PASSWORD}";
const secretTexts: Readonly<Record<string, string>> = {
  "an AWS access key": joined("AKIA", "IOSFODNN7EXAMPLE"),
  "a temporary AWS access key": joined("ASIA", "IOSFODNN7EXAMPLE"),
  "a GitHub token": joined("ghp_", letters(36)),
  "a GitHub app's token": joined("ghs_", letters(36)),
  "a fine-grained GitHub token": joined("github_pat_", letters(82)),
  "a GitLab token": joined("glpat-", letters(20)),
  "a Slack bot's token": joined("xoxb-", "123456789012-", letters(24)),
  "a Slack webhook": joined("https://hooks.slack.com", "/services/T00000000/B00000000/", letters(24)),
  "a Stripe key": joined("sk_live_", letters(24)),
  "a restricted Stripe key": joined("rk_test_", letters(24)),
  "a Google API key": joined("AIza", letters(35)),
  "a Google client secret": joined("GOCSPX-", letters(28)),
  "an npm token": joined("npm_", letters(36)),
  "an OpenAI key": joined("sk-proj-", letters(48)),
  "an Anthropic key": joined("sk-ant-", "api03-", letters(93)),
  "a Vault token": joined("hvs.", letters(24)),
  "a Pulumi token": joined("pul-", "0123456789".repeat(4)),
  "a Docker Hub token": joined("dckr_pat_", letters(27)),
  "a Hugging Face token": joined("hf_", "AbCdEfGhIj".repeat(4).slice(0, 34)),
  "a SendGrid key": joined("SG.", letters(22), ".", letters(43)),
  "a private key": joined("-----BEGIN ", "PRIVATE KEY-----\nMIIE"),
  "an RSA private key": joined("-----BEGIN RSA ", "PRIVATE KEY-----\nMIIE"),
  "an OpenSSH private key": joined("-----BEGIN OPENSSH ", "PRIVATE KEY-----\nb3Bl"),
  "a PGP private key": joined("-----BEGIN PGP ", "PRIVATE KEY BLOCK-----"),
  "a JWT": joined("eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiIxMjM0NTY3ODkwIn0.", letters(43)),
  "an address with a password": "postgres://shop:sesame@db:5432/shop",
  "one without a user": "redis://:sesame@cache:6379/0",
  "one of a broker, in a list": "amqp://a:sesame@one:5672,amqp://a:sesame@two:5672",
  "one whose password begins with an encoded character": "postgres://shop:%40dmin5ecret@db/shop",
  "one whose password has a slash": "postgres://shop:ab/cd@db/shop",
  "a connection string": "Server=db;Database=shop;User Id=shop;Password=sesame;Encrypt=true",
  "a storage account's": `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${letters(86)}==;EndpointSuffix=core.windows.net`,
  "a service bus'": `Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${letters(43)}=`,
};
const harmlessTexts: readonly string[] = [
  ...["", " ", "info", "8080", "https://example.com/a:b@c", "https://example.com/path", "mailto:a@example.com"],
  ...["postgres://shop@db/shop", "postgres://shop:$(DB_PASSWORD)@db/shop", `postgres://shop:$${braced}@db/shop`],
  ...["redis://cache:6379/0", "a@b.example", "AKIA", "sk_live", "pk_live_Ab3dEf9hIjAb3dEf9hIj", "eyJhbGciOiJIUzI1NiJ9"],
  ...["-----BEGIN CERTIFICATE-----\nMIIE", "-----BEGIN PUBLIC KEY-----\nMIIE", "Server=db;Integrated Security=true"],
  ...["http://cache:8080/a@b", "http://[::1]:8080/a@b", "postgres://shop:{password}@db/shop", "redis://:%s@cache/0"],
  ...["postgres://shop:%DB_PASSWORD%@db/shop", "postgres://shop:<password>@db/shop", "amqp://shop:****@mq/"],
  ...[`Server=db;User Id=shop;Password=$${braced};`, "2001:db8::1", "sha256:Ab3dEf9hIj", "image:tag@sha256:0a1b"],
];

const secretNames: readonly string[] = [
  ...[
    "PASSWORD",
    "DB_PASSWORD",
    "PGPASSWORD",
    "MYSQL_ROOT_PASSWORD",
    "MYSQL_PWD",
    "DB_PASS",
    "SMTP_PASS",
    "dbPassword",
  ],
  ...["db-password", "spring.datasource.password", "ConnectionStrings__Password", "SSH_PASSPHRASE", "USER_PASSWD"],
  ...["SECRET", "SECRET_KEY", "SECRET_KEY_BASE", "DJANGO_SECRET_KEY", "FLASK_SECRET_KEY", "APP_KEY", "APP_SECRET"],
  ...["JWT_SECRET", "JWT_KEY", "NEXTAUTH_SECRET", "SESSION_SECRET", "COOKIE_SECRET", "CLIENT_SECRET", "clientSecret"],
  ...["OAUTH_CLIENT_SECRET", "ENCRYPTION_KEY", "RAILS_MASTER_KEY", "SIGNING_KEY", "AUTH_KEY", "SECURE_AUTH_SALT"],
  ...["API_KEY", "APIKEY", "apiKey", "STRIPE_API_KEY", "AWS_SECRET_ACCESS_KEY", "AccountKey", "AZURE_STORAGE_KEY"],
  ...["AIRFLOW__CORE__FERNET_KEY", "NEW_RELIC_LICENSE_KEY", "DBPASS", "PGPASS", "SMTPPASS", "DB_PW", "OPENAI_KEY"],
  ...["TOKEN", "API_TOKEN", "authToken", "GITHUB_TOKEN", "NPM_TOKEN", "CREDENTIALS", "PRIVATE_KEY", "REDISCLI_AUTH"],
];
const harmlessNames: readonly string[] = [
  ...["LOG_LEVEL", "PORT", "PWD", "OLDPWD", "PASSWORD_FILE", "POSTGRES_PASSWORD_FILE", "PASSWORD_PATH", "SECRET_NAME"],
  ...["SECRET_ARN", "SECRET_ID", "TOKEN_URL", "TOKEN_TTL", "TOKEN_EXPIRY_SECONDS", "PASSWORD_MIN_LENGTH", "COMPASS"],
  ...["KEY", "PRIMARY_KEY", "PUBLIC_KEY", "SORT_KEY", "CACHE_KEY_PREFIX", "KEYBOARD", "BYPASS", "monkey", "TOKENIZER"],
  ...["SECRETARY", "SECRETS", "API_KEY_HEADER", "MAX_TOKENS", "AUTHOR", "PASSENGER_APP_ENV", "SALT_MASTER"],
];
/** What a secret's name may have without giving it away. */
const references: readonly string[] = [
  ...["", "$(DB_PASSWORD)", `$${braced}`, "{{ db_password }}", "%DB_PASSWORD%", `shop-$${braced}`, "$(PREFIX)-shop"],
  ...["<password>", "/run/secrets/db_password", "./secrets/db", "C:\\secrets\\db.txt", "file:/etc/secret"],
  ...["arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf", "arn:aws-cn:ssm:cn-north-1:1:parameter/a"],
  ...["projects/1/secrets/db/versions/3", "vault:secret/data/db#password", "op://shop/db/password", "sm://db-password"],
  ...[
    "@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net/secrets/db/)",
    "https://shop.vault.azure.net/secrets/a",
  ],
  ...["yes", "true", "No", "off", "0", "none", "ref+vault://shop/db#password", "aws-secretsmanager:shop/db"],
];
/** References that close: a password may begin like one. */
const closed: readonly string[] = [
  ...["$(DB_PASSWORD)", `$${braced}`, "{{ db_password }}", "%DB_PASSWORD%", "<password>", `shop-$${braced}`],
  "@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net/secrets/db/)",
];
/** What a shell alone puts something else in the place of. */
const ofShells: readonly string[] = [
  "$DB_PASSWORD",
  "$db_password",
  "`cat /run/secret`",
  "$(cat /run/secret)",
  "$(cat",
];
/** Passwords that look like the beginning of a reference. */
const likeReferences: readonly string[] = [
  ...[
    "$ecretPassw0rd",
    joined("abc$", "{x"),
    "P@ss{{1x",
    "$(abc",
    "ops:hunter22",
    "shop:hunter22",
    "/Hk3kd8s9dKJ3ksQx",
  ],
  ...[
    "smith:hunter22",
    "profile:hunter22",
    "`hunter22",
    "<hunter22",
    "%hunter22",
    joined("$", "{}hunter22"),
    "$()hunter22",
  ],
];

/** Printable characters in an order that is the same in every run. */
function* passwords(count: number): Generator<string> {
  let seed = 20261130;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let i = 0; i < count; i += 1) {
    yield Array.from({ length: 8 + next(25) }, () => String.fromCharCode(33 + next(94))).join("");
  }
}
const generated = [...passwords(1000)];

describe("a secret in clear text", () => {
  for (const name of secretNames) {
    it(`is what ${name} says, unless it is a reference, and its text is not looked at`, () => {
      for (const value of ["sesame", "S3same!", "correct horse battery staple", "abc/def+ghi=="]) {
        assert.equal(isSecret(name, value), true, value);
      }
      for (const value of references) assert.equal(isSecret(name, value), false, value);
    });

    it(`is what ${name} says of any password, one too that looks like the beginning of a reference`, () => {
      for (const value of [...generated, ...likeReferences]) assert.equal(isSecret(name, value), true, value);
      for (const value of closed) assert.equal(isSecret(name, value.slice(0, -1)), true, value);
      for (const value of ofShells) {
        assert.equal(isSecret(name, value), true, value);
        assert.equal(isSecret(name, value, "script"), false, value);
      }
    });
  }

  for (const name of ["NEXT_PUBLIC_FIREBASE_API_KEY", "VITE_MAPS_API_KEY", "REACT_APP_TOKEN", "PUSHER_APP_KEY"]) {
    it(`is no key that every visitor reads: ${name}`, () => {
      for (const value of ["sesame", secretTexts["a Google API key"] ?? ""]) assert.equal(isSecret(name, value), false);
      assert.equal(isSecret(name, secretTexts["a Stripe key"] ?? ""), true);
    });
  }

  it("is a password that begins with a dollar in an address, but in a script", () => {
    assert.equal(isSecret("DATABASE", "postgres://shop:$ecret@db/shop"), true);
    assert.equal(isSecret("DATABASE", "postgres://shop:$ecret@db/shop", "script"), false);
  });

  it("is a password though its name says that every visitor reads it", () => {
    assert.equal(isSecret("NEXT_PUBLIC_DB_PASSWORD", "sesame"), true);
  });

  it("is no name of a secret in its store", () => {
    for (const value of ["prod/shop/db", "shop/prod/db", "prod/db"]) {
      assert.equal(isSecret("DB_SECRET", value), false, value);
      assert.equal(isSecret("DB_PASSWORD", value), true, value);
    }
  });

  for (const name of harmlessNames) {
    it(`is nothing that ${name} says, unless its form is a secret's`, () => {
      for (const value of ["sesame", ...references, ...harmlessTexts])
        assert.equal(isSecret(name, value), false, value);
      for (const [what, value] of Object.entries(secretTexts)) assert.equal(isSecret(name, value), true, what);
    });
  }

  for (const name of [
    "MYSQL_ALLOW_EMPTY_PASSWORD",
    "ALLOW_EMPTY_PASSWORD",
    "MYSQL_RANDOM_ROOT_PASSWORD",
    "USE_TOKEN",
  ]) {
    it(`is no switch: ${name}`, () => {
      for (const value of ["yes", "true", "1", "no", "0", "on"]) assert.equal(isSecret(name, value), false, value);
    });
  }

  it("is a number where it is a password's, of the length of one", () => {
    assert.equal(isSecret("DB_PASSWORD", "123456"), true);
    assert.equal(isSecret("DB_PASSWORD", "1"), false);
    assert.equal(isSecret("API_TOKEN", "3600"), false);
  });
});

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

describe("a secret in every place that is looked at", () => {
  const address = "postgres://u:sesame@db/shop";
  const of = ({ fails }: ResourceFixtures) =>
    fails.filter(({ properties }) => JSON.stringify(properties).includes(address));
  for (const { type, name, properties } of of(variables)) {
    it(`${type}: ${name}, of any form, and is not shown`, () => {
      for (const [what, text] of Object.entries(secretTexts)) {
        const put = JSON.stringify(text).slice(1, -1);
        // In a document that is text itself, its quotes and lines are escaped once more.
        const nested = typeof Object.values(properties)[0] === "string" ? JSON.stringify(put).slice(1, -1) : put;
        const filled: unknown = JSON.parse(JSON.stringify(properties).replace(address, nested));
        const subject = subjectOf({ type, name: "it", urn: "urn", properties: filled, protect: false });
        const { findings } = judge(rule, subject, termsOf(rule, "prod", {}));
        assert.equal(findings.length, 1, what);
        assert.ok(!JSON.stringify(findings).includes(put), what);
      }
    });
  }
});
