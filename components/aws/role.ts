import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, physicalName } from "../contract";
import { assumedBy } from "./policy";
import { tags } from "./tags";

/** The service that may assume a role. */
export interface ServiceRoleArgs {
  context: ComponentContext;
  /** The service, as `lambda.amazonaws.com`. */
  service: string;
  /**
   * Account for which the service has to act. Only where the service's own guide has the condition: where a service does not say
   * for whom it acts, a role with the condition can't be assumed at all.
   */
  forAccount?: pulumi.Output<string>;
}

/** A role has at most 64 characters, eight of them for Pulumi's own suffix (IAM API Reference, `CreateRole`). */
const longestLogicalName = 56;

/** A role of a service. */
export function serviceRole(name: string, args: ServiceRoleArgs, parent: pulumi.Resource): iam.Role {
  const { context, service, forAccount } = args;
  return new iam.Role(
    physicalName([name], longestLogicalName),
    {
      assumeRolePolicy: assumedBy(
        service,
        forAccount === undefined ? undefined : { StringEquals: { "aws:SourceAccount": forAccount } },
      ),
      tags: tags(context, name),
    },
    { parent },
  );
}
