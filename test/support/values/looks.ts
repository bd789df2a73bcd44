/** Last words of keys that hold one of a few texts which the provider knows, or texts of a certain form. */
const telling = new Set(
  [
    "tier sku size type mode version class kind engine edition protocol level action state format family strategy",
    "algorithm purpose scheme operator policy",
    "access architecture behavior compression constraint cpu dimension driver duration effect encryption ensure export",
    "expression from interval memory method mutability ownership redundancy reference requirement role rotation",
    "runtime service severity statistic status unit unsatisfiable usage window",
  ].flatMap((words) => words.split(" ")),
);

const patterns: readonly RegExp[] = [
  // Constants: `TCP`, `READ_WRITE`.
  /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/,
  // Durations: `30s`, `1h30m`, `PT5M`, `P7D`.
  /^-?(\d+(\.\d+)?(ns|us|ms|s|m|h|d|w|y))+$/,
  /^P(\d+[YMWD])*(T(\d+[HMS])+)?$/,
  // Quantities: `256Mi`, `100MB`.
  /^\d+(\.\d+)?[KMGTP]i?B?$/i,
  // Schedules: cron with five or six fields, `rate(1 day)`, `sun:05:00-sun:06:00`, `03:00`.
  /^([\d*?/,-]+ ){3}[\dA-Z*?/,-]+ [\dA-Z*?/,-]+( [\d*?/,-]+)?$/,
  /^(cron|rate)\(.+\)$/,
  /^([a-z]{3}:)?\d\d:\d\d(-([a-z]{3}:)?\d\d:\d\d)?$/i,
  // What the provider itself has ready: roles, policies, services, and whatever it knows by a UUID.
  /^roles\//,
  /^arn:aws:[a-z0-9-]*:[a-z0-9-]*:aws:/,
  /\.amazonaws\.com$/,
  /^com\.amazonaws\./,
  /^(.*\/)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
];

/**
 * Keys whose text somebody writes as he likes, and those of the application itself: its variables and its labels; and
 * names that one resource has of another.
 */
const free = [
  /(^|\.)(description|comment|zoneId|tenantId)$/,
  // Key Vault shows it beside a secret.
  /^properties\.contentType$/,
  /(^|\.)(env|envs|environment|environmentVariables|secrets|data|stringData)(\.(name|value|key))?$/,
  /(^|\.)(tags|tagsAll|labels|matchLabels|userLabels|resourceLabels|selector)\.[^.]*/,
  /(^|\.)annotations\.isotopo\.dev\//,
  /(^|\.)plugins\.parameters\.barmanObjectName$/,
];

/** Settings of a database, a cache or a pooler, by their names. */
const settings =
  /(^|\.)((postgresql|pgbouncer)\.parameters|databaseFlags|redisConfigs)(\.|$)|^parameters\.(name|value)$/;

/** Whether a text looks like one of a few that the provider knows, or like one that has to have a certain form. */
export function looksEnumerated(keys: readonly string[], text: string): boolean {
  const way = keys.join(".");
  if (free.some((pattern) => pattern.test(way))) return false;
  if (settings.test(way)) return true;
  return telling.has(lastWord(keys)) || patterns.some((pattern) => pattern.test(text));
}

/** The last word of the last key, without its plural; a `name` is the name of the one thing it stands in: `sku.name`. */
function lastWord(keys: readonly string[]): string {
  const [parent = "", key = ""] = keys.length > 1 ? keys.slice(-2) : ["", ...keys];
  if (key === "name" || key === "value") return wordsOf(parent).at(-1) ?? "";
  const word = wordsOf(key).at(-1) ?? "";
  return telling.has(word) ? word : word.replace(/ies$/, "y").replace(/s$/, "");
}

function wordsOf(key: string): string[] {
  return key.split(/(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+/).map((word) => word.toLowerCase());
}
