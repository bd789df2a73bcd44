import type { Wire } from "../../../../preview/model/wire";
import { isWireObject } from "../../../../preview/model/wire";
import type { Thing } from "../account";
import { type Behaviour, packagesOf } from "../behaviour";

/** By type, what keeps one from being deleted while it names its id; with the cloud's error. */
const users: Readonly<Record<string, { by: RegExp; source: string }>> = {
  "aws:ec2/subnet:Subnet": {
    by: /^aws:(ec2\/natGateway|lb\/loadBalancer|rds\/subnetGroup|elasticache\/subnetGroup|ecs\/service|ec2\/vpcEndpoint|lambda\/function):/,
    source: "EC2 API, DeleteSubnet: DependencyViolation",
  },
  "aws:ec2/securityGroup:SecurityGroup": {
    by: /^aws:(lb\/loadBalancer|rds\/instance|rds\/proxy|elasticache\/replicationGroup|ecs\/service|ec2\/vpcEndpoint|lambda\/function|vpc\/securityGroup(In|E)gressRule):/,
    source: "EC2 API, DeleteSecurityGroup: DependencyViolation",
  },
  "aws:ec2/vpc:Vpc": {
    by: /^aws:ec2\/(subnet|internetGateway|securityGroup|vpcEndpoint|routeTable):/,
    source: "EC2 API, DeleteVpc: DependencyViolation",
  },
  "aws:lb/targetGroup:TargetGroup": {
    by: /^aws:lb\/listener(Rule)?:/,
    source: "ELB API, DeleteTargetGroup: ResourceInUse",
  },
  "aws:acm/certificate:Certificate": {
    by: /^aws:(lb\/listener|cloudfront\/distribution):/,
    source: "ACM API, DeleteCertificate: ResourceInUseException",
  },
  "aws:cloudfront/cachePolicy:CachePolicy": {
    by: /^aws:cloudfront\/distribution:/,
    source: "CloudFront API, DeleteCachePolicy: CachePolicyInUse",
  },
  "aws:cloudfront/originAccessControl:OriginAccessControl": {
    by: /^aws:cloudfront\/distribution:/,
    source: "CloudFront API, DeleteOriginAccessControl: OriginAccessControlInUse",
  },
  "aws:cloudfront/function:Function": {
    by: /^aws:cloudfront\/distribution:/,
    source: "CloudFront API, DeleteFunction: FunctionInUse",
  },
  "gcp:compute/network:Network": {
    by: /^gcp:(compute\/(subnetwork|router|firewall)|servicenetworking\/connection):/,
    source: "Compute Engine API, networks.delete: resourceInUseByAnotherResource",
  },
  "gcp:compute/subnetwork:Subnetwork": {
    by: /^gcp:(cloudrunv2\/(service|job|workerPool)|compute\/router\w*):/,
    source: "Compute Engine API, subnetworks.delete: resourceInUseByAnotherResource",
  },
  "gcp:compute/backendService:BackendService": {
    by: /^gcp:compute\/uRLMap:/,
    source: "Compute Engine API, backendServices.delete: resourceInUseByAnotherResource",
  },
  "gcp:compute/backendBucket:BackendBucket": {
    by: /^gcp:compute\/uRLMap:/,
    source: "Compute Engine API, backendBuckets.delete: resourceInUseByAnotherResource",
  },
  "gcp:compute/securityPolicy:SecurityPolicy": {
    by: /^gcp:compute\/backend(Service|Bucket):/,
    source: "Compute Engine API, securityPolicies.delete: resourceInUseByAnotherResource",
  },
  "gcp:certificatemanager/certificate:Certificate": {
    by: /^gcp:certificatemanager\/certificateMapEntry:/,
    source: "Certificate Manager, delete a certificate: it must not be attached",
  },
  "gcp:certificatemanager/dnsAuthorization:DnsAuthorization": {
    by: /^gcp:certificatemanager\/certificate:/,
    source: "Certificate Manager, delete a DNS authorization: it must not be used",
  },
  "azure-native:network:Subnet": {
    by: /^azure-native:(app:ManagedEnvironment|network:PrivateEndpoint|dbforpostgresql:Server):?/,
    source: "Azure, InUseSubnetCannotBeDeleted",
  },
  "azure-native:app:ManagedEnvironment": {
    by: /^azure-native:app:(ContainerApp|Job)$/,
    source: "Azure, ManagedEnvironmentHasContainerApps",
  },
  "azure-native:cdn:AFDOriginGroup": {
    by: /^azure-native:cdn:Route$/,
    source: "Azure Front Door: an origin group of a route is in use",
  },
  "azure-native:cdn:AFDCustomDomain": {
    by: /^azure-native:cdn:(Route|SecurityPolicy)$/,
    source: "Azure Front Door: a domain of a route is in use",
  },
  "azure-native:cdn:RuleSet": {
    by: /^azure-native:cdn:Route$/,
    source: "Azure Front Door: a rule set of a route is in use",
  },
};

/** What can't be deleted while something else names it. */
export const used: Behaviour = {
  name: "used",
  source: "each type with its own",
  packages: packagesOf(Object.keys(users)),
  refuses(call, account) {
    if (call.what !== "delete") return undefined;
    const row = users[call.thing.type];
    if (row === undefined) return undefined;
    const names = namesOf(call.thing);
    const user = account.things().find(({ type, inputs }) => row.by.test(type) && mentions(inputs, names));
    return user === undefined ? undefined : `${call.thing.id} is in use by ${user.urn}: ${row.source}`;
  },
};

/** The texts by which others name a thing: those that no other has. */
function namesOf({ id, outputs }: Thing): ReadonlySet<string> {
  const found = [id, outputs.arn, outputs.selfLink, outputs.id].filter((name) => typeof name === "string");
  return new Set(found);
}

function mentions(value: Wire, names: ReadonlySet<string>): boolean {
  if (typeof value === "string") return names.has(value);
  if (Array.isArray(value)) return value.some((item) => mentions(item, names));
  return isWireObject(value) && Object.values(value).some((item) => mentions(item, names));
}
