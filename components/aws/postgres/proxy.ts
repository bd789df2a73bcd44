import * as iam from "@pulumi/aws/iam";
import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, type PoolingSpec, physicalName } from "../../contract";
import type { Login } from "../../shared/connections";
import type { AwsNetwork } from "../network";
import { policyDocument } from "../policy";
import { serviceRole } from "../role";
import { storedSecret } from "../secret";
import { tags } from "../tags";

/** Arguments of the proxy. */
export interface ProxyArgs {
  context: ComponentContext;
  pooling: PoolingSpec;
  network: AwsNetwork;
  instance: rds.Instance;
  /** Every role that signs in: the proxy knows no others. */
  logins: readonly Login[];
  keyArn: pulumi.Output<string>;
}

/** Longest name of a proxy (Amazon RDS API Reference, `CreateDBProxy`). */
const longestName = 63;

/** RDS Proxy: keeps connections to the database and shares them between clients; TLS on both sides. */
export function databaseProxy(name: string, args: ProxyArgs, parent: pulumi.Resource): rds.Proxy {
  const { context, pooling, network, instance, logins, keyArn } = args;
  const credentials = logins.map(({ role: username, password }) =>
    storedSecret(
      `${name}-credentials-${username}`,
      {
        context,
        description: `Credentials of RDS Proxy for ${username}`,
        keyArn,
        value: pulumi.secret(pulumi.jsonStringify({ username, password })),
      },
      parent,
    ),
  );
  const role = proxyRole();
  const proxy = new rds.Proxy(
    name,
    {
      name: physicalName([context.name], longestName),
      engineFamily: "POSTGRESQL",
      requireTls: true,
      debugLogging: false, // it would log statements, and with them data
      idleClientTimeout: 1800,
      roleArn: role.arn,
      vpcSubnetIds: network.isolatedSubnetIds,
      vpcSecurityGroupIds: [network.securityGroups.database],
      auths: credentials.map(({ arn }) => ({ authScheme: "SECRETS", iamAuth: "DISABLED", secretArn: arn })),
      tags: tags(context, name),
    },
    { parent },
  );
  const group = new rds.ProxyDefaultTargetGroup(
    `${name}-targets`,
    {
      dbProxyName: proxy.name,
      connectionPoolConfig: {
        maxConnectionsPercent: pooling.maxConnectionsPercent,
        maxIdleConnectionsPercent: Math.floor(pooling.maxConnectionsPercent / 2),
        connectionBorrowTimeout: 30,
      },
    },
    { parent },
  );
  new rds.ProxyTarget(
    `${name}-target`,
    { dbProxyName: proxy.name, targetGroupName: group.name, dbInstanceIdentifier: instance.identifier },
    { parent },
  );
  return proxy;

  /** It may read its credentials, and nothing else. */
  function proxyRole(): iam.Role {
    const role = serviceRole(`${name}-role`, { context, service: "rds.amazonaws.com" }, parent);
    new iam.RolePolicy(
      `${name}-policy`,
      {
        role: role.name,
        policy: policyDocument([
          { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: credentials.map(({ arn }) => arn) },
          {
            Effect: "Allow",
            Action: "kms:Decrypt",
            Resource: keyArn,
            Condition: { StringEquals: { "kms:ViaService": `secretsmanager.${context.region}.amazonaws.com` } },
          },
        ]),
      },
      { parent },
    );
    return role;
  }
}
