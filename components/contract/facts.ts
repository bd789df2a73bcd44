import type { CloudCapabilities } from "./capabilities";
import type { Concept } from "./capabilities/capability";
import type { PlatformSpec, Topology } from "./topology";

/** Something in a topology that a cloud would reject although no single value is invalid by itself. */
export interface TopologyProblem {
  /** Config key below the project's name that is to be changed: `app`, `region`, `overrides.network.cidr`. */
  key: string;
  /** What was found: "gives the load balancer a name of 38 characters". */
  found: string;
  /** What is allowed, and how to get there. */
  allowed: string;
}

/** What is known of a cloud without its SDK: what a config may say of it, and what it makes of a topology. */
export interface CloudFacts {
  /** What people call it: `Google Cloud`. */
  title: string;
  /** Regions in which a stack can stand; undefined where a region is a free name. */
  regions?: readonly string[];
  /** Regions that there are and in which no stack can stand, and what is said of them: "which has no availability zones". */
  unsuitable?: { regions: readonly string[]; found: string };
  /** Config keys of the provider that must repeat a value of ours: `aws:region` is `isotopo:region`. */
  providerConfig: Readonly<Record<string, "region" | "gcp.project">>;
  capabilities: CloudCapabilities;
  /**
   * Source under which a browser reaches objects by signed addresses, for a content security policy. Buckets get their
   * names late, so it covers all of the region or the account's kind.
   */
  storageSource: (place: { region: string; platform: PlatformSpec }) => string;
  /** What this cloud would refuse of a whole topology, found without its SDK: each is one line of the config's problems. */
  problems?: (topology: Topology) => readonly TopologyProblem[];
  /** The native service that plays the main part of each concept, in a few words. */
  services: Readonly<Record<Concept, string>>;
}
