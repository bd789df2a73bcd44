/** The clouds that a stack can choose. A name here needs an implementation of `Cloud` and a column of capabilities. */
export const cloudNames = ["aws", "kubernetes"] as const;
export type CloudName = (typeof cloudNames)[number];
