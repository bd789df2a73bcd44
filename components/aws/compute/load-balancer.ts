import * as lb from "@pulumi/aws/lb";
import * as route53 from "@pulumi/aws/route53";
import { getZoneOutput } from "@pulumi/aws/route53/getZone";
import type * as pulumi from "@pulumi/pulumi";
import {
  type ComponentContext,
  type HostSpec,
  physicalName,
  type RouteSpec,
  type ServiceSpec,
  serviceDrainSeconds,
  type Transform,
  transformed,
} from "../../contract";
import { generatedPassword } from "../../shared/password";
import { certificate } from "../certificate";
import type { AwsNetwork } from "../network";
import type { AwsStorage } from "../storage";
import { tags } from "../tags";
import { type ListenerRuleSpec, listenerRules } from "./listener-rules";
import { targetGroup } from "./target-group";

/** Arguments of the load balancer. */
export interface LoadBalancerArgs {
  context: ComponentContext;
  domain: string;
  zone: string;
  services: readonly ServiceSpec[];
  routes: readonly RouteSpec[];
  hosts: readonly HostSpec[];
  network: AwsNetwork;
  storage: AwsStorage;
  transform?: Transform<lb.LoadBalancerArgs>;
}

/** The load balancer as the services and the edge need it. */
export interface LoadBalancer {
  /** Name under which CloudFront reaches it, for which it has a certificate. */
  originHost: string;
  /** Text in a header that only CloudFront knows. */
  originSecret: pulumi.Output<string>;
  loadBalancer: lb.LoadBalancer;
  targetGroups: ReadonlyMap<string, lb.TargetGroup>;
  /** How long a task of a service may still answer when it is no longer asked, in seconds. */
  drainSeconds(service: Pick<ServiceSpec, "name" | "terminationGraceSeconds">): number;
  /** Rules that a service waits for: ECS accepts a target group only once a rule of a load balancer uses it. */
  rules: readonly lb.ListenerRule[];
}

/** Longest name of a load balancer (Elastic Load Balancing API, `CreateLoadBalancer`). */
const longestName = 32;

/** Header that carries the secret. */
export const originHeader = "X-Origin-Verify";

/** TLS 1.2 and 1.3, forward secrecy and authenticated encryption only: what "Security policies for your ALB" recommends. */
const tlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

/**
 * An Application Load Balancer that answers no one but CloudFront: its security group lets only CloudFront's addresses in,
 * and its listener asks for a secret header, so that no other distribution of the world gets through either.
 */
export function loadBalancer(name: string, args: LoadBalancerArgs, parent: pulumi.Resource): LoadBalancer {
  const { context, domain, services, routes, hosts, network, storage, transform } = args;
  const child = { parent };
  const originHost = `origin.${domain}`;
  const originSecret = generatedPassword(`${name}-origin-secret`, { length: 48, version: 1 }, parent);
  const drainSeconds: LoadBalancer["drainSeconds"] = (service) => serviceDrainSeconds(service, { hosts, routes });
  const wanted = listenerRules({ routes, hosts, domain });
  const balancer = createBalancer();
  const targetGroups = new Map(
    reachedServices(services, wanted).map((service) => [
      service.name,
      targetGroup(
        `${name}-${service.name}`,
        { context, vpcId: network.networkId, service, drainSeconds: drainSeconds(service) },
        parent,
      ),
    ]),
  );
  const listener = createListener();
  const rules = wanted.map(createRule);
  createRecord();
  return { originHost, originSecret, loadBalancer: balancer, targetGroups, drainSeconds, rules };

  function createBalancer(): lb.LoadBalancer {
    const balancerArgs: lb.LoadBalancerArgs = {
      name: physicalName([context.name], longestName),
      loadBalancerType: "application",
      internal: false,
      subnets: network.publicSubnetIds,
      securityGroups: [network.securityGroups.loadBalancer],
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "strictest",
      // CloudFront sets X-Forwarded-For, and only CloudFront reaches this load balancer: keep the header as it is.
      xffHeaderProcessingMode: "preserve",
      enableDeletionProtection: context.protect,
      idleTimeout: Math.max(60, ...routes.map(({ timeoutSeconds }) => timeoutSeconds)),
      accessLogs: { bucket: storage.accessLogBucket, prefix: "alb", enabled: true },
      tags: tags(context, name),
    };
    return new lb.LoadBalancer(name, transformed(transform, balancerArgs, name), child);
  }

  /** Requests without the secret, or for a host that is not ours, are refused. */
  function createListener(): lb.Listener {
    const issued = certificate(`${name}-certificate`, { context, zone: args.zone, hosts: [originHost] }, parent);
    return new lb.Listener(
      `${name}-https`,
      {
        loadBalancerArn: balancer.arn,
        protocol: "HTTPS",
        port: 443,
        sslPolicy: tlsPolicy,
        certificateArn: issued,
        defaultActions: [
          {
            type: "fixed-response",
            fixedResponse: { statusCode: "403", contentType: "text/plain", messageBody: "Forbidden" },
          },
        ],
        tags: tags(context, `${name}-https`),
      },
      child,
    );
  }

  function createRule({ suffix, priority, host, path, service }: ListenerRuleSpec): lb.ListenerRule {
    const ruleName = `${name}-rule-${suffix}`;
    const group = targetGroups.get(service);
    if (group === undefined) throw new Error(`route ${path}: there is no service "${service}" with a port`);
    return new lb.ListenerRule(
      ruleName,
      {
        listenerArn: listener.arn,
        priority,
        conditions: [
          { httpHeader: { httpHeaderName: originHeader, values: [originSecret] } },
          { hostHeader: { values: [host] } },
          ...(path === "/*" ? [] : [{ pathPattern: { values: [path] } }]),
        ],
        actions: [{ type: "forward", targetGroupArn: group.arn }],
        tags: tags(context, ruleName),
      },
      child,
    );
  }

  function createRecord(): void {
    const zone = getZoneOutput({ name: args.zone }, { parent });
    new route53.Record(
      `${name}-record`,
      {
        zoneId: zone.zoneId,
        name: originHost,
        type: "A",
        aliases: [{ name: balancer.dnsName, zoneId: balancer.zoneId, evaluateTargetHealth: true }],
      },
      child,
    );
  }
}

/** Services that a rule names. ECS refuses a service whose target group no load balancer uses. */
export function reachedServices<Service extends Pick<ServiceSpec, "name" | "port">>(
  services: readonly Service[],
  rules: readonly Pick<ListenerRuleSpec, "service">[],
): (Service & { port: number })[] {
  const named = new Set(rules.map(({ service }) => service));
  return services.flatMap((service) =>
    service.port === undefined || !named.has(service.name) ? [] : [{ ...service, port: service.port }],
  );
}
