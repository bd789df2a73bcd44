import { workloadsOf } from "../../../../components/contract";
import type { PlanResource } from "../../../../preview/model/plan";
import { absent, type Readings } from "../../fact";
import { named } from "../../facts/edge";
import type { foundationFacts } from "../../facts/foundation";
import { fields, input, json, list, type Native, table, text } from "../../native";

/** Network, secrets and identity on AWS. */
export const awsFoundation: Readings<typeof foundationFacts> = {
  "network: range": (native) => ({ network: input(native.one("aws:ec2/vpc:Vpc"), "cidrBlock") }),
  "network: subnets": (native) =>
    native.each(
      "aws:ec2/subnet:Subnet",
      (subnet) => native.short(subnet, "network"),
      (subnet) => input(subnet, "cidrBlock"),
    ),
  "network: zones": (native) => ({
    zones: new Set(native.all("aws:ec2/subnet:Subnet").map((subnet) => input(subnet, "availabilityZone"))).size,
  }),
  "network: NAT gateways": (native) => ({ gateways: native.all("aws:ec2/natGateway:NatGateway").length }),
  "network: days of flow logs": (native) => ({
    days: input(native.one("aws:cloudwatch/logGroup:LogGroup", "network-flow-logs"), "retentionInDays"),
  }),
  "network: ports of egress by workload": (native) =>
    Object.fromEntries(
      workloadsOf(native.topology.compute).map(({ name }) => [
        name,
        egressPorts(native, `${native.name}-compute-${name}-group-out-`),
      ]),
    ),
  "network: hosts of egress": absent,
  "secrets: names": (native) =>
    named(native.all("aws:secretsmanager/secret:Secret", "secrets").map((s) => secretName(native, s))),
  "secrets: length of generated ones": (native) =>
    table(
      native.all("random:index/randomPassword:RandomPassword", "secrets"),
      (password) => secretName(native, password).replace(/_TEXT$/, ""),
      (password) => input(password, "length"),
    ),
  "labels: on the database": (native) => {
    const {
      Name: _,
      owner: __,
      ...labels
    } = fields(input(native.one("aws:rds/instance:Instance", "-postgres-instance"), "tags"));
    return labels;
  },
  "identity: one of its own by workload": (native) => {
    const tasks = native.all("aws:ecs/taskDefinition:TaskDefinition");
    const roles = tasks.flatMap((task) => [text(task, "taskRoleArn"), text(task, "executionRoleArn")]);
    return table(
      tasks,
      (task) => native.short(task, "compute").replace(/-task$/, ""),
      (task) =>
        ["taskRoleArn", "executionRoleArn"].every(
          (role) => roles.filter((its) => its === text(task, role)).length === 1,
        ),
    );
  },
  "identity: buckets by workload": (native) =>
    table(
      native.all("aws:iam/rolePolicy:RolePolicy", "identity").filter(({ name }) => name.endsWith("-task-policy")),
      (policy) => native.short(policy, "identity").replace(/-task-policy$/, ""),
      (policy) => bucketAccess(native, policy),
    ),
};

/** Name of a secret as its variable is called, from the resource's. */
export function secretName(native: Native, secret: PlanResource): string {
  return native.short(secret, "secrets").toUpperCase().replaceAll("-", "_");
}

function egressPorts(native: Native, prefix: string): unknown[] {
  return native
    .all("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")
    .filter(({ name }) => name.startsWith(prefix))
    .map((rule) => input(rule, "fromPort"))
    .sort((a, b) => Number(a) - Number(b));
}

/** `uploads read-write`, from the actions that a policy allows on the objects of a bucket. */
function bucketAccess(native: Native, policy: PlanResource): string[] {
  return list(fields(json(text(policy, "policy"))).Statement)
    .map(fields)
    .flatMap(({ Action, Resource }) => {
      const bucket = new RegExp(`^arn:aws:s3:::${native.name}-(.+)-\\d+/\\*$`).exec(String(Resource))?.[1];
      if (bucket === undefined) return [];
      return [`${bucket} ${list(Action).includes("s3:PutObject") ? "read-write" : "read"}`];
    })
    .sort();
}
