/**
 * Types with the paths of the inputs whose change makes the provider replace the resource, or that its cloud refuses to
 * change, so that an update would fail. Lists stand in a path as `[]`. A path with a `?` at its end may
 * have it replaced: that depends on more than on its change.
 */
export type ReplaceForcing = Readonly<Record<string, readonly string[]>>;
