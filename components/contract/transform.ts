/**
 * An escape hatch for one child of a component: a change of its arguments, or a function that returns them changed.
 * It is applied last, so it wins; what it makes unsafe is its author's, and the policy pack still judges it.
 */
export type Transform<Args> = Partial<Args> | ((args: Args, name: string) => Args);

/** Applies a transform, where there is one. */
export function transformed<Args extends object>(
  transform: Transform<Args> | undefined,
  args: Args,
  name: string,
): Args {
  if (transform === undefined) return args;
  return typeof transform === "function" ? transform(args, name) : { ...args, ...transform };
}

/**
 * Changes of single resources that one application needs, by the target's name. Each target adds its key in its `index.ts`
 * (`declare module`).
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is open; targets add to it
export interface Transforms {}
