/** A step of a path: the key of a member, or the index of an element; `*` matches any. */
export type Step = string | number;

/** The steps of a path in the notation of policies and plans: `a.b[0]["c d"]` is a, b, 0 and c d. */
export function stepsOf(path: string): Step[] {
  return [...path.matchAll(/\[(\d+)\]|\[\*\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g)].map(
    ([whole, index, quoted, plain]) => {
      if (whole === "[*]") return "*";
      if (index !== undefined) return Number(index);
      return quoted === undefined ? (plain ?? "") : keyIn(quoted);
    },
  );
}

/** A path with one more step. */
export function below(path: string, step: Step): string {
  if (typeof step === "number") return `${path}[${step}]`;
  if (!/^[\w$/:-]+$/.test(step)) return `${path}[${JSON.stringify(step)}]`;
  return path === "" ? step : `${path}.${step}`;
}

/** Whether steps lie at another path or below it; `*` matches any one step. */
export function isWithin(steps: readonly Step[], outer: readonly Step[]): boolean {
  return outer.length <= steps.length && outer.every((step, i) => step === "*" || String(step) === String(steps[i]));
}

function keyIn(quoted: string): string {
  const key: unknown = JSON.parse(quoted);
  return String(key);
}
