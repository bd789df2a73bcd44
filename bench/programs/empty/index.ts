import * as pulumi from "@pulumi/pulumi";

/** Nothing but what every program has. */
export const stack = pulumi.getStack();
