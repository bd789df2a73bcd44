/**
 * The actions of an update on a resource. `may replace`: a property changes, and it is unknown which properties of this type
 * force a replacement, so it may be an update or a replacement.
 */
export const actions = ["create", "import", "update", "may replace", "replace", "delete", "unchanged"] as const;
export type Action = (typeof actions)[number];
