import type { Failing, Passing } from "../core/fixture";

/** What shows a row of a table: the property, a value that passes, one that fails, and what is required in words. */
export interface RowFixture {
  type: string;
  path: string;
  good: unknown;
  bad: unknown;
  words: string;
  /** Whether it passes where nothing is said. */
  safe?: boolean;
}

/** Rows of several types that are alike. */
export function rowsOf(types: readonly string[], row: Omit<RowFixture, "type">): RowFixture[] {
  return types.map((type) => ({ type, ...row }));
}

export function passesOf(rows: readonly RowFixture[]): Passing[] {
  return rows.flatMap(({ type, path, good, safe }) => {
    const list = /^(.*?)\[\]/.exec(path)?.[1];
    // Broken lists are lists of broken elements, whose inner lists are empty.
    const isSilent = safe || path.split("[]").length > 2;
    return [
      {
        name: `${path} as it should be`,
        type,
        properties: propertiesOf(path, good),
        ...(list !== undefined && isSilent && { harmless: { [list]: "Without elements there is nothing to judge." } }),
      },
      ...(safe && list === undefined ? [{ name: `${path} as it comes`, type, properties: {} }] : []),
    ];
  });
}

export function failsOf(rows: readonly RowFixture[], fix: string): Failing[] {
  return rows.flatMap(({ type, path, bad, words, safe }) => {
    const at = path.replaceAll("[]", "[0]");
    return [
      {
        name: `${path} as it should not be`,
        type,
        properties: propertiesOf(path, bad),
        messages: [`${at} is ${JSON.stringify(bad)}; required: ${words}. ${fix}`],
      },
      ...(safe || at !== path
        ? []
        : [
            {
              name: `${path} as it comes`,
              type,
              properties: {},
              messages: [`${path} is not set; required: ${words}. ${fix}`],
            },
          ]),
    ];
  });
}

/** Properties with one value at a path. */
export function propertiesOf(path: string, value: unknown): Record<string, unknown> {
  const [first = path, ...rest] = path.split(".");
  const inner = rest.length === 0 ? value : propertiesOf(rest.join("."), value);
  return first.endsWith("[]") ? { [first.slice(0, -2)]: [inner] } : { [first]: inner };
}
