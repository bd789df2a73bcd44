import type { Unwrap } from "@pulumi/pulumi";

import type { Profile } from "../protocol/profile";
import type { Setting } from "./setting";
import type { View } from "./view";

/** Another resource of the stack, as a rule sees it. */
export interface Neighbour<Args = unknown> {
  name: string;
  urn: string;
  properties: View<Unwrap<Args>>;
}

/** What a check may ask beside the properties of its resource. */
export interface Context {
  profile: Profile;
  /** Name of the resource in the program. */
  name: string;
  type: string;
  /** Whether the resource option `protect` is set. */
  protect: boolean;
  /** The value of a setting: policy config's, else the profile's. */
  get<T>(setting: Setting<T>): T;
  /**
   * Resources of those types that name this one in a property: by a dependency, or by one of its own names or ids. One
   * that names what is not known yet may be any resource's, and is among them. Only for types among `companions`.
   */
  companions<Args>(type: string | readonly string[], property: string): Neighbour<Args>[];
  /** All resources of those types. Only for types among `companions` and those that the rule checks. */
  all<Args>(type: string | readonly string[]): Neighbour<Args>[];
}
