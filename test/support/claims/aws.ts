import { type Claims, claim, claimEach, claimRecord } from "./claim";

const peer = ["cidrIpv4", "cidrIpv6", "referencedSecurityGroupId", "prefixListId"] as const;
// EC2 API, AuthorizeSecurityGroupEgress: `InvalidPermission.Duplicate` for the same ports and peer.
const ports = ["securityGroupId", "ipProtocol", "fromPort", "toPort"] as const;

/** What AWS gives once, beside names. */
export const awsClaims: Readonly<Record<string, Claims>> = {
  // Route 53 API, ChangeResourceRecordSets: CREATE fails where name and type are there.
  "aws:route53/record:Record": claimRecord("name", "type", "zoneId", "setIdentifier"),
  // ELB API, CreateRule: `PriorityInUse`.
  "aws:lb/listenerRule:ListenerRule": claim("priority", "priority", "listenerArn"),
  // CloudFront API, CreateDistribution: `CNAMEAlreadyExists`.
  "aws:cloudfront/distribution:Distribution": claimEach("host", "aliases"),
  // EC2 API, CreateSubnet: `InvalidSubnet.Conflict`; CreateRoute: `RouteAlreadyExists`.
  "aws:ec2/subnet:Subnet": claim("range", "cidrBlock", "vpcId"),
  "aws:ec2/route:Route": claim("route", "routeTableId", "destinationCidrBlock", "destinationPrefixListId"),
  "aws:ec2/routeTableAssociation:RouteTableAssociation": claim("route table of", "subnetId"),
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": claim("egress", ...ports, ...peer),
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": claim("ingress", ...ports, ...peer),
  "aws:iam/rolePolicy:RolePolicy": claim("policy", "role", "name"),
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": claim("attachment", "role", "policyArn"),
  "aws:appautoscaling/target:Target": claim("scaled", "resourceId", "scalableDimension"),
  "aws:lambda/permission:Permission": claim("statement", "function", "statementId"),
};
