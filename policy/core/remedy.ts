import type { Terms } from "./setting";

/** A value that puts a property right. */
export type RemedyValue = boolean | number | string;

/** By path of the property that a finding names: the value it is set to. */
export type Remedy = Readonly<Record<string, RemedyValue>>;

/** By resource type; where the values are settings, a function of them. */
export type Remedies = Readonly<Record<string, Remedy | ((terms: Terms) => Remedy)>>;
