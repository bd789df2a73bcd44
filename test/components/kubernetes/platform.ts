import { stackNamed } from "../../support/fixture/stacks";

/** What a shipped stack says of its cluster, for tests that say some of it otherwise. */
export const shippedCluster: Readonly<Record<string, unknown>> = JSON.parse(
  stackNamed("fixture-kubernetes-prod").config["isotopo:kubernetes"] ?? "{}",
);
