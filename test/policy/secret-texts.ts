/** Put together here, so that no scanner takes them for real ones. */
const letters = (count: number) => "Ab3dEf9hIj".repeat(Math.ceil(count / 10)).slice(0, count);

const joined = (...parts: string[]) => parts.join("");

/** A variable as a shell and templates have it. */
export const braced = "{DB_PASSWORD}";

export const secretTexts: Readonly<Record<string, string>> = {
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

export const harmlessTexts: readonly string[] = [
  ...["", " ", "info", "8080", "https://example.com/a:b@c", "https://example.com/path", "mailto:a@example.com"],
  ...["postgres://shop@db/shop", "postgres://shop:$(DB_PASSWORD)@db/shop", `postgres://shop:$${braced}@db/shop`],
  ...["redis://cache:6379/0", "a@b.example", "AKIA", "sk_live", "pk_live_Ab3dEf9hIjAb3dEf9hIj", "eyJhbGciOiJIUzI1NiJ9"],
  ...["-----BEGIN CERTIFICATE-----\nMIIE", "-----BEGIN PUBLIC KEY-----\nMIIE", "Server=db;Integrated Security=true"],
  ...["http://cache:8080/a@b", "http://[::1]:8080/a@b", "postgres://shop:{password}@db/shop", "redis://:%s@cache/0"],
  ...["postgres://shop:%DB_PASSWORD%@db/shop", "postgres://shop:<password>@db/shop", "amqp://shop:****@mq/"],
  ...[`Server=db;User Id=shop;Password=$${braced};`, "2001:db8::1", "sha256:Ab3dEf9hIj", "image:tag@sha256:0a1b"],
];

export const secretNames: readonly string[] = [
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

export const harmlessNames: readonly string[] = [
  ...["LOG_LEVEL", "PORT", "PWD", "OLDPWD", "PASSWORD_FILE", "POSTGRES_PASSWORD_FILE", "PASSWORD_PATH", "SECRET_NAME"],
  ...["SECRET_ARN", "SECRET_ID", "TOKEN_URL", "TOKEN_TTL", "TOKEN_EXPIRY_SECONDS", "PASSWORD_MIN_LENGTH", "COMPASS"],
  ...["KEY", "PRIMARY_KEY", "PUBLIC_KEY", "SORT_KEY", "CACHE_KEY_PREFIX", "KEYBOARD", "BYPASS", "monkey", "TOKENIZER"],
  ...["SECRETARY", "SECRETS", "API_KEY_HEADER", "MAX_TOKENS", "AUTHOR", "PASSENGER_APP_ENV", "SALT_MASTER"],
];

/** What a secret's name may have without giving it away. */
export const references: readonly string[] = [
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
export const closed: readonly string[] = [
  ...["$(DB_PASSWORD)", `$${braced}`, "{{ db_password }}", "%DB_PASSWORD%", "<password>", `shop-$${braced}`],
  "@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net/secrets/db/)",
];

/** What a shell alone puts something else in the place of. */
export const ofShells: readonly string[] = [
  "$DB_PASSWORD",
  "$db_password",
  "`cat /run/secret`",
  "$(cat /run/secret)",
  "$(cat",
];

/** Passwords that look like the beginning of a reference. */
export const likeReferences: readonly string[] = [
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

export const generated = [...passwords(1000)];
