import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../../contract";
import { assumedBy } from "../policy";
import { tags } from "../tags";

/** The role in which RDS writes the figures of the operating system (enhanced monitoring). */
export function monitoringRole(name: string, context: ComponentContext, parent: pulumi.Resource): iam.Role {
  const role = new iam.Role(
    name,
    { assumeRolePolicy: assumedBy("monitoring.rds.amazonaws.com"), tags: tags(context, name) },
    { parent },
  );
  new iam.RolePolicyAttachment(
    `${name}-policy`,
    { role: role.name, policyArn: "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole" },
    { parent },
  );
  return role;
}
