/**
 * Types with the paths of the inputs whose change makes the provider replace the resource, or that its cloud refuses to
 * change, so that an update would fail. `[]` is an element of a list. A trailing `?` marks a path that replaces only for
 * some values; a trailing `#` one that replaces where it is added or removed, or the number of its elements changes.
 */
export type ReplaceForcing = Readonly<Record<string, readonly string[]>>;
