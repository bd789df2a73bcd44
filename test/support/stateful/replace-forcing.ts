/**
 * Types that hold data or that everything hangs on, each with the dotted paths of the inputs whose change makes the
 * provider replace the resource, or that its cloud refuses to change.
 */
export type ReplaceForcing = Readonly<Record<string, readonly string[]>>;
