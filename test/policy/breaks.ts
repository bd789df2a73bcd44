/** What a policy server's objects do where a value is unknown: reading it throws. */
export const unknownValue = Symbol("unknown");

/** A copy in which reading an unknown value throws. */
export function served(value: unknown): unknown {
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    for (const [i, item] of value.entries()) define(list, i, item);
    return list;
  }
  if (typeof value !== "object" || value === null) return value;
  const object = {};
  for (const [key, member] of Object.entries(value)) define(object, key, member);
  return object;
}

function define(target: object, key: string | number, value: unknown): void {
  if (value !== unknownValue) {
    Object.defineProperty(target, key, { value: served(value), enumerable: true, configurable: true, writable: true });
    return;
  }
  Object.defineProperty(target, key, {
    enumerable: true,
    get: () => {
      throw new Error("unknown");
    },
  });
}

/** A path in its parts: `a.b[0]["c d"]` is a, b, 0 and c d. */
export function partsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g)].map(([, index, quoted, plain]) => {
    if (index !== undefined) return Number(index);
    return quoted !== undefined ? String(JSON.parse(quoted)) : (plain ?? "");
  });
}

/** The value at a path, also inside of documents that are JSON text. */
export function valueAt(from: unknown, path: string): unknown {
  let value = from;
  for (const part of partsOf(path)) {
    const inside = typeof value === "string" ? parsed(value) : value;
    value = typeof inside === "object" && inside !== null ? Reflect.get(inside, part) : undefined;
  }
  return value;
}

/** A copy with another value at a path; `removed` takes it away. An unknown value in JSON text makes the whole text unknown. */
export function withValue(from: unknown, path: string, value: unknown): unknown {
  return replaced(from, partsOf(path), value);
}

const removed = Symbol("removed");

function replaced(from: unknown, [part, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (part === undefined) return value;
  if (typeof from === "string") {
    const inside = replaced(parsed(from), [part, ...rest], value);
    return value === unknownValue ? unknownValue : JSON.stringify(inside);
  }
  if (typeof from !== "object" || from === null) return from;
  const inner = replaced(Reflect.get(from, part), rest, value);
  if (Array.isArray(from))
    return inner === removed ? from.filter((_, i) => i !== part) : from.with(Number(part), inner);
  const copy: Record<string, unknown> = { ...from };
  if (inner === removed) delete copy[part];
  else copy[part] = inner;
  return copy;
}

/** What a value may be broken into, by what was done to it. */
export function breaksOf(value: unknown): [kind: string, broken: unknown][] {
  const wrong: [string, unknown][] =
    typeof value === "boolean"
      ? [["wrong value", !value]]
      : typeof value === "number"
        ? [
            ["wrong value", 0],
            ["wrong value, too large", 1e9],
          ]
        : [
            ["wrong value", "broken"],
            ["wrong value, everything", "*"],
            ["wrong value, true", true],
            ["wrong value, false", false],
          ];
  return [
    ["removed", removed],
    ["null", null],
    ["wrong type", typeof value === "object" ? 7 : { broken: true }],
    ["wrong type, a list", [{ broken: true }]],
    ["empty list", []],
    ...wrong,
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
