/**
 * Conditions in the language of Cloud Armor ("Configure custom rules language attributes"). A rule takes five
 * subexpressions, so alternatives are in one regular expression instead.
 */

/** The path as the application reads it, so that no one passes by with `%2F` or capitals. */
const path = "request.path.urlDecode().lower()";

/** The path begins with one of these. */
export function pathBegins(prefixes: readonly string[]): string {
  return `${path}.matches('^(${alternatives(prefixes)})')`;
}

/** The path ends with one of these. */
export function pathEnds(endings: readonly string[]): string {
  return `${path}.matches('(${alternatives(endings)})$')`;
}

/** The request comes from one of these countries. */
export function fromCountries(codes: readonly string[]): string {
  return `origin.region_code.matches('^(${codes.join("|")})$')`;
}

/** The body is said to be larger. */
export function bodyAbove(bytes: number): string {
  return `has(request.headers['content-length']) && int(request.headers['content-length']) > ${bytes}`;
}

/** A special character of regular expressions becomes a class of one, which needs no escape in a quoted text. */
function alternatives(texts: readonly string[]): string {
  return texts.map((text) => text.toLowerCase().replaceAll(/[^a-z0-9/_-]/g, "[$&]")).join("|");
}
