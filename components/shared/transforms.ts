/** The arguments of a component: of its class, or of a function that makes it. */
type ArgsOf<Maker> = Maker extends new (
  name: string,
  args: infer Args,
  ...rest: never[]
) => unknown
  ? Args
  : Maker extends (name: string, args: infer Args, ...rest: never[]) => unknown
    ? Args
    : never;

/** The components of a target, from their classes by concept. */
export type ComponentsOf<Classes extends Record<keyof Classes, new (...args: never[]) => unknown>> = {
  [K in keyof Classes]: InstanceType<Classes[K]>;
};

/**
 * The transforms of a target, by concept: those that the component of the concept takes as its argument `transform`. A concept
 * whose component takes none is left out, so that a transform of it is an error of the compiler.
 */
export type TransformsOf<Makers> = {
  [K in keyof Makers as "transform" extends keyof ArgsOf<Makers[K]> ? K : never]?: ArgsOf<Makers[K]> extends {
    transform?: infer Transforms;
  }
    ? Transforms
    : never;
};
