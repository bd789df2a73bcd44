/** The scope of a URN: project and stack. */
export interface UrnScope {
  project: string;
  stack: string;
}

/** Type of the root of every stack. */
export const rootStackType = "pulumi:pulumi:Stack";

/** Type of a reference to another stack. */
export const stackReferenceType = "pulumi:pulumi:StackReference";

/**
 * The identity of a resource across updates: stack, project, the types of its parents and its own, and its name. The root
 * stack is no part of that chain (`sdk/go/common/resource/urn`).
 */
export function urnOf({ project, stack }: UrnScope, parent: string, type: string, name: string): string {
  const parentType = parent === "" ? "" : qualifiedTypeOf(parent);
  const chain = parentType === "" || parentType === rootStackType ? type : `${parentType}$${type}`;
  return `urn:pulumi:${stack}::${project}::${chain}::${name}`;
}

/** Types of a URN's parents and its own, joined by `$`. */
export function qualifiedTypeOf(urn: string): string {
  return urn.split("::")[2] ?? "";
}

/** The resource's own type in a URN. */
export function typeOf(urn: string): string {
  return qualifiedTypeOf(urn).split("$").at(-1) ?? "";
}

/** The package of a type or of a function: `aws` of `aws:ec2/vpc:Vpc`. */
export function packageOf(token: string): string {
  return token.split(":")[0] ?? "";
}

/** Whether a text has the form of a URN: its prefix, and four parts (`IsValid` in `sdk/go/common/resource/urn`). */
export function isUrn(text: string): boolean {
  return text.startsWith("urn:pulumi:") && text.split("::").length >= 4;
}

/** The resource's name in a URN. A name may itself hold `::`. */
export function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

/** Whether it is a default provider (`IsDefaultProvider` in `sdk/go/common/providers`). */
export function isDefaultProvider(urn: string): boolean {
  return typeOf(urn).startsWith("pulumi:providers:") && nameOf(urn).startsWith("default");
}
