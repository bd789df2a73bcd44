/** A word or several, such as a key; a token has digits. */
const word = /^[A-Za-z][A-Za-z._/-]{0,62}$/;
/** A key in a line of YAML or of a file of variables. */
const keys = /^[ \t]*(?:- )*(?:export )?(?:([A-Za-z][A-Za-z._/-]{0,62}):(?=\s|$)|([A-Z][A-Z_]{0,62})=(?!=|$))/gm;
/** The frame lines of a key of many lines. */
const frames = /^-----[A-Z ]+-----$/gm;

/**
 * The plain parts within a secret: keys of JSON, YAML and files of variables if they are words, and the frame lines of a PEM
 * key. A message may name them.
 */
export function plainWithin(secret: string): string[] {
  return [...keysOfJson(secret), ...(secret.includes("\n") ? [...keysOfLines(secret), ...framesOf(secret)] : [])];
}

function keysOfLines(secret: string): string[] {
  return [...secret.matchAll(keys)].flatMap(([, yaml, variable]) => yaml ?? variable ?? []);
}

function framesOf(secret: string): string[] {
  return [...secret.matchAll(frames)].map(([frame]) => frame);
}

function keysOfJson(secret: string): string[] {
  if (!/^\s*[[{]/.test(secret)) return [];
  try {
    return keysIn(JSON.parse(secret));
  } catch {
    return [];
  }
}

function keysIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value).filter((key) => word.test(key));
  return [...own, ...Object.values(value).flatMap(keysIn)];
}
