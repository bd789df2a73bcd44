import type { ComponentContext } from "../contract";

/** The tags of a resource: its name and the labels of the topology. */
export function tags({ labels }: ComponentContext, name: string): Record<string, string> {
  return { Name: name, ...labels };
}
