import * as cdn from "@pulumi/azure-native/cdn";
import type * as pulumi from "@pulumi/pulumi";
import { grantRole } from "../roles";
import { privateLinkRegion } from "./private-link";
import { type FrontDoorArgs, inProfile } from "./profile";

/** An origin group with what has to be there before a route may name it. */
export interface Origin {
  group: cdn.AFDOriginGroup;
  origin: cdn.AFDOrigin;
}

/** The message of a request for a private endpoint; the script that approves requests looks for it. */
export function requestMessage(name: string): string {
  return `Front Door of ${name}`;
}

/** Three of four samples have to be good (the numbers of Microsoft's Front Door quickstarts). */
const loadBalancingSettings = { sampleSize: 4, successfulSamplesRequired: 3, additionalLatencyInMilliseconds: 50 };

/** A service, by the private endpoint of its environment. */
export function serviceOrigin(name: string, service: string, args: FrontDoorArgs, parent: pulumi.Resource): Origin {
  const { context, compute } = args;
  const reached = compute?.origins[service];
  if (compute === undefined || reached === undefined)
    throw new Error(`a route names the service "${service}", which listens on no port`);
  const group = new cdn.AFDOriginGroup(
    `${name}-group`,
    {
      ...inProfile(args),
      originGroupName: service,
      loadBalancingSettings,
      sessionAffinityState: cdn.EnabledState.Disabled,
      // No probes: a single origin gets all traffic whatever they say, and each edge location would send its own
      // ("Health probes", Front Door). Container Apps itself takes instances that are not ready out of traffic.
    },
    { parent },
  );
  const origin = new cdn.AFDOrigin(
    name,
    {
      ...inProfile(args),
      originGroupName: group.name,
      originName: service,
      hostName: reached.host,
      // Container Apps tells apps apart by it; the client's host is in X-Forwarded-Host.
      originHostHeader: reached.host,
      httpsPort: 443,
      httpPort: 80,
      priority: 1,
      weight: 1000,
      enabledState: cdn.EnabledState.Enabled,
      enforceCertificateNameCheck: true,
      sharedPrivateLinkResource: {
        privateLink: { id: compute.environmentId },
        groupId: "managedEnvironments",
        privateLinkLocation: privateLinkRegion(context.region),
        requestMessage: requestMessage(context.name),
      },
    },
    { parent },
  );
  return { group, origin };
}

/**
 * Front Door reads as an identity only where its probes use HTTPS ("Use managed identities to authenticate to origins").
 * The answer counts for nothing, as the origin is the only one: so it is asked as seldom as can be.
 */
const bucketProbe = {
  probeProtocol: cdn.ProbeProtocol.Https,
  probeRequestType: cdn.HealthProbeRequestType.HEAD,
  probePath: "/",
  probeIntervalInSeconds: 255,
};

/**
 * A bucket, read as the profile's identity, over TLS. Its account has a public address that takes nothing but tokens: Front
 * Door can't read as an identity over a private link (same page), and over one without an identity the container would
 * have to be public (docs/adr/0018).
 */
export function bucketOrigin(name: string, bucket: string, args: FrontDoorArgs, parent: pulumi.Resource): Origin {
  const { storage, profile } = args;
  const account = storage.account(bucket);
  const grant = grantRole(
    `${name}-grant`,
    {
      role: "storageBlobDataReader",
      scope: account.containerId,
      principalId: profile.identity.apply((identity) => identity?.principalId ?? ""),
    },
    parent,
  );
  const group = new cdn.AFDOriginGroup(
    `${name}-group`,
    {
      ...inProfile(args),
      originGroupName: `bucket-${bucket}`,
      loadBalancingSettings,
      sessionAffinityState: cdn.EnabledState.Disabled,
      healthProbeSettings: bucketProbe,
      authentication: {
        type: cdn.OriginAuthenticationType.SystemAssignedIdentity,
        scope: "https://storage.azure.com/.default",
      },
    },
    { parent, dependsOn: [grant] },
  );
  const origin = new cdn.AFDOrigin(
    name,
    {
      ...inProfile(args),
      originGroupName: group.name,
      originName: `bucket-${bucket}`,
      hostName: account.blobHost,
      originHostHeader: account.blobHost,
      httpsPort: 443,
      httpPort: 80,
      priority: 1,
      weight: 1000,
      enabledState: cdn.EnabledState.Enabled,
      enforceCertificateNameCheck: true,
    },
    { parent },
  );
  return { group, origin };
}
