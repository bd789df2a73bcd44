import { passwordsIn } from "./connection-strings";

/**
 * Names whose value is a secret, in words joined by `_`. From the conventions of what reads them: `SECRET_KEY` and
 * `DJANGO_SECRET_KEY` (Django), `SECRET_KEY_BASE` and `RAILS_MASTER_KEY` (Rails), `APP_KEY` (Laravel), `AUTH_KEY`, `AUTH_SALT`
 * and their kin (WordPress), `PGPASSWORD` (libpq), `MYSQL_PWD` (MySQL), `DB_PASS`, `REDISCLI_AUTH` (Redis),
 * `AIRFLOW__CORE__FERNET_KEY` (Airflow), `NEW_RELIC_LICENSE_KEY` (New Relic), `NGROK_AUTHTOKEN` (ngrok), `_auth` (npm).
 */
const secretName = new RegExp(
  [
    "PASSWORDS?$|PASSPHRASE$|PASSWD$|(^|_)PASS$|[A-Z0-9]_PWD$|(^|_)PW$",
    "(^|_)(DB|PG|USER|ROOT|ADMIN|SMTP|REDIS)(PASS|PWD)$",
    "(^|_)(SECRET|SECRET_VALUE|TOKEN|CREDENTIALS?)$",
    "(^|_)SECRET_?KEY(_BASE)?$|(^|_)SECRET_ACCESS_KEY$|(^|_)(ACCESS|API|AUTH)TOKEN$|(^|_)(API|APP|CLIENT)SECRET$",
    "(^|_)(API|APP|ACCESS|ACCOUNT|AUTH|COOKIE|CRYPT|CRYPTO|ENCRYPTION|HMAC|JWT|LOGGED_IN|MASTER|NONCE|PRIVATE)_?KEY$",
    "(^|_)(ANTHROPIC|FERNET|LICENSE|OPENAI)_?KEY$",
    "(^|_)(SECURE_AUTH|SESSION|SHARED|SIGNATURE|SIGNING|AZURE_STORAGE|SUBSCRIPTION)_?KEY$",
    "(^|_)(AUTH|SECURE_AUTH|LOGGED_IN|NONCE)_SALT$|^REDISCLI_AUTH$|^_AUTH$",
  ].join("|"),
);

/** Google's API keys (Google Cloud docs, "API keys"). */
const googleKey = /\bAIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/;

/*
 * Every form here takes a time that grows with its text and no faster: a form that may begin at many places of one run of
 * characters says how far it looks. A value may be a file of a megabyte (tested in linear-time.test.ts).
 */

/** Texts that are secrets whatever they are called. */
const secretTexts: readonly RegExp[] = [
  // RFC 7468, RFC 4880 (PGP) and PuTTY.
  /-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----|PuTTY-User-Key-File-\d/,
  // Connection strings of Azure's storage, Service Bus and Event Hubs.
  /(^|;)(AccountKey|SharedAccessKey|SharedAccessSignature)=[^;\s$%{<@]/i,
  // AWS: long-term and temporary access keys (IAM User Guide, "Unique identifiers").
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
  // GitHub (docs, "GitHub's token formats") and GitLab (docs, "Token prefixes").
  /\bgh[oprsu]_[0-9A-Za-z]{36,}\b|\bgithub_pat_[0-9A-Za-z_]{22,}/,
  /\bgl(pat|dt|ptt|rt|cbt|ft|agent|oas|imt|soat)-[0-9A-Za-z_-]{20,}/,
  // Slack (docs, "Tokens", and the addresses of incoming webhooks, which it says to keep secret).
  /\bxox[abeprs]-[0-9A-Za-z-]{10,}|\bxapp-\d-[0-9A-Za-z-]{10,}/,
  /\bhooks\.slack\.com\/services\/T[0-9A-Za-z_]+\/B[0-9A-Za-z_]+\/[0-9A-Za-z_]+/,
  // Stripe (docs, "API keys"), without the keys that may be published.
  /\b(sk|rk)_(live|test)_[0-9A-Za-z]{10,}|\bwhsec_[0-9A-Za-z+/=]{20,}/,
  // Google's OAuth client secrets.
  /\bGOCSPX-[0-9A-Za-z_-]{20,}/,
  // OpenAI, Anthropic, HashiCorp Vault, Pulumi, Docker Hub and Hugging Face (rules of gitleaks).
  /\bsk-(proj|svcacct|admin|ant)-[\w-]{20,}|\bhv[bsr]\.[\w-]{24,}|\bpul-[0-9a-f]{40}\b/,
  /\bdckr_pat_[\w-]{20,}|\bhf_[A-Za-z]{34}\b/,
  // npm (GitHub's blog on npm's token format), PyPI (warehouse, "Token format"), SendGrid, DigitalOcean.
  /\bnpm_[0-9A-Za-z]{36}\b|\bpypi-AgEI[0-9A-Za-z_-]{20,}|\bSG\.[\w-]{22}\.[\w-]{43}\b|\bdo[opr]_v1_[0-9a-f]{64}\b/,
];

/** A signed JWT (RFC 7519): header and payload begin with `{"` in base64url. */
const signedJwt = /\beyJ[0-9A-Za-z_-]{10,2000}\.(eyJ[0-9A-Za-z_-]{10,})\.[0-9A-Za-z_-]{10,}/;

/** Where a value is: what reads it may put other values into it. */
export type Where = "variable" | "script";

/** What Kubernetes, a template, a program or Azure puts another value in the place of: closed, for a password may begin like it. */
const filledIn =
  /\$\([A-Za-z_][\w.-]*\)|\$\{[^{}]+\}|\{\{[^{}]+\}\}|^%\w+%$|^<[^>]*>$|^@Microsoft\.(KeyVault|AppConfiguration)\(.*\)$/s;
/** What a shell does. It alone reads `$NAME`, and the words of its commands are taken apart before they come here. */
const filledInByShell = /\$\(|\$\{|\{\{|^["']?\$\w|^`/;
/** In an address or a connection string: a field of a format, or asterisks in its place. */
const filledInByFormat = /^\{[\w.]*\}$|^%(\(\w+\))?[sv]$|^\*+$/;

function isFilledIn(text: string, where: Where): boolean {
  return filledIn.test(text) || (where === "script" && filledInByShell.test(text));
}

/** Values that say where a secret is, or that there is none. */
const references: readonly RegExp[] = [
  /^arn:aws[\w-]*:/,
  /^(projects\/[^/]+\/)?secrets\/[^/]+(\/versions\/[^/]+)?$/,
  /^(\w+[+-]){0,4}(vault|secrets?|secretsmanager|ssm|sm|op|keyvault|azurekeyvault|file)([+-]\w+){0,4}:/i,
  // A path: with two slashes or a dot, for base64 may begin with a slash.
  /^(~|\.{1,2}|[A-Za-z]:)([/\\][\w.@ -]+)+[/\\]?$|^[/\\](?=.*[/\\.])[\w.@ -]+([/\\][\w.@ -]+)*[/\\]?$/,
  // An address without a password; one with it is found before.
  /^[a-z][a-z0-9+.-]*:\/\/\S+$/i,
  // Asterisks, as an export has them in the place of one.
  /^\*+$/,
  /^(true|false|yes|no|on|off|y|n|t|f|none|null|nil|undefined|enabled?|disabled?|required|optional|auto|default)$/i,
];

/** The name of a secret in its store, where a variable may as well hold that: `prod/shop/db`. */
const namesOfSecrets = /(SECRET|CREDENTIALS?)$/;
const nameOfSecret =
  /^[a-z][a-z0-9_.-]*(\/[a-z][a-z0-9_.-]*){2,}$|^(prod|production|staging|stage|dev|test)(\/[A-Za-z][\w.-]*)+$/;

/**
 * Keys that are in the page that every visitor reads, by their makers' conventions: Next.js, Nuxt, Expo, Vite, Create React App,
 * Vue CLI, Gatsby; Pusher calls the name of an app its key. A password by such a name is one.
 */
const publicName = /^((NEXT|NUXT|EXPO)_PUBLIC|VITE|REACT_APP|VUE_APP|GATSBY)_.*(KEY|TOKEN)$|^PUSHER_APP_KEY$/;

/** Keys that a service of keys keeps, by their names: an alias or an id of AWS, a resource of Google's. */
const namesOfKeys = /(ENCRYPTION|MASTER|SIGNING)_?KEY$/;
const nameOfKey =
  /^alias\/[\w/-]+$|^(mrk-[\da-f]{32}|[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12})$|^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+(\/cryptoKeyVersions\/\d+)?$/;

/** A number. As a password it is one nevertheless, where it has the length of one. */
const number = /^-?\d+(\.\d+)?$/;
const passwordName = /(PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|PW)$/;
const shortestPin = 4;

/** The end of a longer name says what it is of. */
const longestName = 256;

/** A name in words: `dbPassword`, `db-password`, `Db.Password` and `DB_PASSWORD_2` are DB_PASSWORD. */
function wordsOf(name: string): string {
  return name
    .slice(-longestName)
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/_?\d+$/, "")
    .toUpperCase();
}

/** Whether a text is a secret whatever it is called. */
export function isSecretText(text: string, where: Where = "variable"): boolean {
  return googleKey.test(text) || signedJwt.test(text) || isSecretOfNoPage(text, where);
}

/** The same without what a page may have for every visitor. */
function isSecretOfNoPage(text: string, where: Where): boolean {
  return (
    secretTexts.some((form) => form.test(text)) ||
    passwordsIn(text).some((password) => !isFilledIn(password, where) && !filledInByFormat.test(password))
  );
}

/** A key of Supabase's for servers: it goes past all rights (Supabase docs, "API keys"); the one for pages has the role `anon`. */
function isOfServer(text: string): boolean {
  const [, payload] = signedJwt.exec(text) ?? [];
  return (
    payload !== undefined && /"role"\s*:\s*"service_role"/.test(Buffer.from(payload, "base64url").toString("utf8"))
  );
}

/** Whether a value that goes by that name is a secret in clear text: by its form, or by its name unless it is a reference. */
export function isSecret(name: string, value: string, where: Where = "variable"): boolean {
  const text = value.trim();
  const words = wordsOf(name);
  const isPublic = publicName.test(words);
  if (isPublic ? isSecretOfNoPage(text, where) || isOfServer(text) : isSecretText(text, where)) return true;
  if (text === "" || isPublic || !secretName.test(words) || isReference(words, text, where)) return false;
  return !number.test(text) || (passwordName.test(words) && text.length >= shortestPin);
}

function isReference(words: string, text: string, where: Where): boolean {
  if (isFilledIn(text, where) || references.some((form) => form.test(text))) return true;
  return (namesOfSecrets.test(words) && nameOfSecret.test(text)) || (namesOfKeys.test(words) && nameOfKey.test(text));
}
