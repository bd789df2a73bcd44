import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

/**
 * Name of the snapshot that a store leaves when it is deleted. The snapshot stays, and its name with it: the digits are
 * another stack's, or this one's made anew, so that it can be destroyed again.
 */
export function finalSnapshotName(name: string, identifier: string, parent: pulumi.Resource): pulumi.Output<string> {
  const { hex } = new random.RandomId(name, { byteLength: 4, keepers: { identifier } }, { parent });
  return pulumi.interpolate`${identifier}-final-${hex}`;
}
