import type * as pulumi from "@pulumi/pulumi";

/**
 * Options of a resource whose name came from its place in a list before it came from its content: a stack that still has it
 * under that name finds it there, and renames it. Nothing where there was no such name. Until 0.2.0 (docs/traps.md): then
 * this goes, with everything that counts places for it.
 */
export function formerly(name: string | undefined): Pick<pulumi.ResourceOptions, "aliases"> {
  return name === undefined ? {} : { aliases: [{ name }] };
}
