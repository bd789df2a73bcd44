import * as authorization from "@pulumi/azure-native/authorization";
import * as cdn from "@pulumi/azure-native/cdn";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { type EdgeArgs, inProfile } from "./profile";

/** An origin group with what has to be there before a route may name it. */
export interface Origin {
  group: cdn.AFDOriginGroup;
  origin: cdn.AFDOrigin;
}

/** What asks for the private endpoints; the script that approves them looks for it. */
export function requestMessage(name: string): string {
  return `Front Door of ${name}`;
}

/** Storage Blob Data Reader (Microsoft Learn, "Azure built-in roles for Storage"). */
const blobDataReader = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";

/** Three of four samples have to be good (the numbers of Microsoft's Front Door quickstarts). */
const loadBalancingSettings = { sampleSize: 4, successfulSamplesRequired: 3, additionalLatencyInMilliseconds: 50 };

/** A service, by the private endpoint of its environment. */
export function serviceOrigin(name: string, service: string, args: EdgeArgs, parent: pulumi.Resource): Origin {
  const { context, compute } = args;
  const reached = compute.origins[service];
  if (reached === undefined) throw new Error(`a route names the service "${service}", which listens on no port`);
  const { readiness } = reached.probes;
  const group = new cdn.AFDOriginGroup(
    `${name}-group`,
    {
      ...inProfile(args),
      originGroupName: service,
      loadBalancingSettings,
      sessionAffinityState: cdn.EnabledState.Disabled,
      healthProbeSettings: {
        probeProtocol: cdn.ProbeProtocol.Https,
        probeRequestType: cdn.HealthProbeRequestType.GET,
        probePath: readiness?.check.kind === "http" ? readiness.check.path : "/",
        probeIntervalInSeconds: Math.max(readiness?.periodSeconds ?? 30, 5),
      },
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
        privateLinkLocation: context.region,
        requestMessage: requestMessage(context.name),
      },
    },
    { parent },
  );
  return { group, origin };
}

/** A bucket, by the private endpoint of its account, read as the profile's identity. */
export function bucketOrigin(name: string, bucket: string, args: EdgeArgs, parent: pulumi.Resource): Origin {
  const { context, storage, profile } = args;
  const account = storage.account(bucket);
  const assignment = new random.RandomUuid(`${name}-grant-id`, {}, { parent });
  const grant = new authorization.RoleAssignment(
    `${name}-grant`,
    {
      roleAssignmentName: assignment.result,
      scope: pulumi.interpolate`${account.id}/blobServices/default/containers/${account.container}`,
      principalId: profile.identity.apply((identity) => identity?.principalId ?? ""),
      principalType: authorization.PrincipalType.ServicePrincipal,
      roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${blobDataReader}`,
    },
    { parent },
  );
  const group = new cdn.AFDOriginGroup(
    `${name}-group`,
    {
      ...inProfile(args),
      originGroupName: `bucket-${bucket}`,
      loadBalancingSettings,
      sessionAffinityState: cdn.EnabledState.Disabled,
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
      sharedPrivateLinkResource: {
        privateLink: { id: account.id },
        groupId: "blob",
        privateLinkLocation: context.region,
        requestMessage: requestMessage(context.name),
      },
    },
    { parent },
  );
  return { group, origin };
}
