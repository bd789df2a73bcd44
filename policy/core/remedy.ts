/** A value that puts a property right. */
export type RemedyValue = boolean | number | string;

/** By resource type, and by path of the property that a finding names: the value it is set to. */
export type Remedies = Readonly<Record<string, Readonly<Record<string, RemedyValue>>>>;
