import assert from "node:assert/strict";

/** The one item of that name. */
export function named<T extends { name: string }>(items: readonly T[], name: string): T {
  const found = items.filter((item) => item.name === name);
  const [only] = found;
  assert.ok(only !== undefined && found.length === 1, `${found.length} items are called ${name}`);
  return only;
}

/** Some fields of an object. */
export function pick<T extends object, K extends keyof T>(item: T, ...keys: K[]): Pick<T, K> {
  const wanted = new Map(keys.map((key) => [key, item[key]]));
  return Object.fromEntries(wanted) as Pick<T, K>;
}
