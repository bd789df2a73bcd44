import { type ImagesSpec, imageReference } from "../contract";

/**
 * Ports of registries outside of Azure. The environment pulls from inside of the network; Container Registry is let through
 * by its own name.
 */
export function pullPorts({ references }: ImagesSpec): number[] {
  return Object.values(references)
    .map(imageReference)
    .filter(({ source }) => source.kind !== "container-registry")
    .map(({ port }) => port);
}
