import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../../contract";
import { serviceRole } from "../role";

/** The role in which RDS writes the figures of the operating system (enhanced monitoring). */
export function monitoringRole(name: string, context: ComponentContext, parent: pulumi.Resource): iam.Role {
  const forAccount = getCallerIdentityOutput({}, { parent }).accountId;
  const role = serviceRole(name, { context, service: "monitoring.rds.amazonaws.com", forAccount }, parent);
  new iam.RolePolicyAttachment(
    `${name}-policy`,
    { role: role.name, policyArn: "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole" },
    { parent },
  );
  return role;
}
