import * as pulumi from "@pulumi/pulumi";

/** One resource, and nothing else: how early any program can register one. */
export const urn = new pulumi.ComponentResource("bench:index:One", "one").urn;
