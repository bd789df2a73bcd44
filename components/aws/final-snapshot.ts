import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

/**
 * Name of the snapshot that a store leaves when it is deleted. The snapshot outlives the store and keeps its name taken. The
 * random digits differ each time the stack is created, so that it can be destroyed again.
 */
export function finalSnapshotName(name: string, identifier: string, parent: pulumi.Resource): pulumi.Output<string> {
  const { hex } = new random.RandomId(name, { byteLength: 4, keepers: { identifier } }, { parent });
  return pulumi.interpolate`${identifier}-final-${hex}`;
}
