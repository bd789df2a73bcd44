import type { CloudCapabilities } from "./capabilities";
import type { Concept } from "./capabilities/capability";

/** What is known of a cloud without its SDK: what a config may say of it, and what it makes of a topology. */
export interface CloudFacts {
  /** What people call it: `Google Cloud`. */
  title: string;
  /** Regions in which a stack can stand; undefined where a region is a free name. */
  regions?: readonly string[];
  /** Config keys of the provider that must repeat a value of ours: `aws:region` is `isotopo:region`. */
  providerConfig: Readonly<Record<string, "region" | "gcp.project">>;
  capabilities: CloudCapabilities;
  /** The native service that plays the main part of each concept, in a few words. */
  services: Readonly<Record<Concept, string>>;
}
