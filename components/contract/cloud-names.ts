/** The clouds that a stack can choose. A name here needs an implementation of `Cloud` and its facts. */
export const cloudNames = ["aws", "gcp", "azure", "kubernetes"] as const;
export type CloudName = (typeof cloudNames)[number];
