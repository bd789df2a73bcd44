import type { NameRule, NameRules } from "./rule";

const api = "https://docs.aws.amazon.com";
const letters = /^[A-Za-z0-9_-]+$/;
const withHyphens = /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/;

function rule(property: string, longest: number, characters: RegExp, page: string): NameRule {
  return { property, longest, characters, source: `${api}/${page}` };
}

/** Names on AWS: API references. */
export const awsNames: NameRules = {
  named: {
    "aws:cloudfront/cachePolicy:CachePolicy": rule(
      "name",
      128,
      letters,
      "cloudfront/latest/APIReference/API_CachePolicyConfig.html",
    ),
    "aws:cloudfront/function:Function": rule(
      "name",
      64,
      letters,
      "cloudfront/latest/APIReference/API_CreateFunction.html",
    ),
    "aws:cloudfront/originAccessControl:OriginAccessControl": rule(
      "name",
      64,
      letters,
      "cloudfront/latest/APIReference/API_OriginAccessControlConfig.html",
    ),
    "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": rule(
      "name",
      128,
      letters,
      "cloudfront/latest/APIReference/API_ResponseHeadersPolicyConfig.html",
    ),
    "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": rule(
      "name",
      60,
      /^[\w-]+$/,
      "AmazonCloudWatchLogs/latest/APIReference/API_PutDeliveryDestination.html",
    ),
    "aws:cloudwatch/logDeliverySource:LogDeliverySource": rule(
      "name",
      60,
      /^[\w-]+$/,
      "AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html",
    ),
    "aws:cloudwatch/logGroup:LogGroup": rule(
      "name",
      512,
      /^[.\-_/#A-Za-z0-9]+$/,
      "AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
    ),
    "aws:ec2/securityGroup:SecurityGroup": rule(
      "name",
      255,
      /^(?!sg-)[\w .:/()#,@[\]+=&;{}!$*-]+$/,
      "AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
    ),
    "aws:ecr/repository:Repository": rule(
      "name",
      256,
      /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/,
      "AmazonECR/latest/APIReference/API_CreateRepository.html",
    ),
    "aws:ecs/cluster:Cluster": rule("name", 255, letters, "AmazonECS/latest/APIReference/API_CreateCluster.html"),
    "aws:ecs/service:Service": rule("name", 255, letters, "AmazonECS/latest/APIReference/API_CreateService.html"),
    "aws:ecs/taskDefinition:TaskDefinition": rule(
      "family",
      255,
      letters,
      "AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
    ),
    "aws:elasticache/parameterGroup:ParameterGroup": rule(
      "name",
      255,
      withHyphens,
      "AmazonElastiCache/latest/APIReference/API_CreateCacheParameterGroup.html",
    ),
    "aws:elasticache/replicationGroup:ReplicationGroup": rule(
      "replicationGroupId",
      40,
      withHyphens,
      "AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html",
    ),
    "aws:elasticache/subnetGroup:SubnetGroup": rule(
      "name",
      255,
      withHyphens,
      "AmazonElastiCache/latest/APIReference/API_CreateCacheSubnetGroup.html",
    ),
    "aws:iam/role:Role": rule("name", 64, /^[\w+=,.@-]+$/, "IAM/latest/APIReference/API_CreateRole.html"),
    "aws:iam/rolePolicy:RolePolicy": rule(
      "name",
      128,
      /^[\w+=,.@-]+$/,
      "IAM/latest/APIReference/API_PutRolePolicy.html",
    ),
    "aws:lambda/function:Function": rule("name", 64, letters, "lambda/latest/api/API_CreateFunction.html"),
    "aws:lb/loadBalancer:LoadBalancer": rule(
      "name",
      32,
      /^(?!internal-)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/,
      "elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
    ),
    "aws:lb/targetGroup:TargetGroup": rule(
      "name",
      32,
      /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/,
      "elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
    ),
    "aws:rds/instance:Instance": rule(
      "identifier",
      63,
      withHyphens,
      "AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
    ),
    "aws:rds/parameterGroup:ParameterGroup": rule(
      "name",
      255,
      withHyphens,
      "AmazonRDS/latest/APIReference/API_CreateDBParameterGroup.html",
    ),
    "aws:rds/proxy:Proxy": rule("name", 63, withHyphens, "AmazonRDS/latest/APIReference/API_CreateDBProxy.html"),
    "aws:rds/subnetGroup:SubnetGroup": rule(
      "name",
      255,
      /^[a-z0-9._ -]+$/,
      "AmazonRDS/latest/APIReference/API_CreateDBSubnetGroup.html",
    ),
    "aws:s3/bucket:Bucket": {
      ...rule("bucket", 63, /^[a-z0-9][a-z0-9.-]*[a-z0-9]$/, "AmazonS3/latest/userguide/bucketnamingrules.html"),
      shortest: 3,
      unique: "account",
    },
    "aws:wafv2/ipSet:IpSet": rule("name", 128, /^[\w-]+$/, "waf/latest/APIReference/API_CreateIPSet.html"),
    "aws:scheduler/schedule:Schedule": rule(
      "name",
      64,
      /^[\w.-]+$/,
      "scheduler/latest/APIReference/API_CreateSchedule.html",
    ),
    "aws:sfn/stateMachine:StateMachine": rule(
      "name",
      80,
      letters,
      "step-functions/latest/apireference/API_StateMachineListItem.html",
    ),
    // The name of a deleted secret is taken until its recovery window ends.
    "aws:secretsmanager/secret:Secret": {
      ...rule("name", 512, /^[\w/+=.@-]+$/, "secretsmanager/latest/apireference/API_CreateSecret.html"),
      unique: "chance",
    },
    "aws:wafv2/webAcl:WebAcl": rule("name", 128, /^[\w-]+$/, "waf/latest/APIReference/API_CreateWebACL.html"),
  },
  nameless: [
    "aws:acm/certificate:Certificate",
    "aws:acm/certificateValidation:CertificateValidation",
    // Its name is the provider's own, of up to 256 characters.
    "aws:appautoscaling/policy:Policy",
    "aws:appautoscaling/target:Target",
    "aws:cloudfront/distribution:Distribution",
    "aws:cloudwatch/logDelivery:LogDelivery",
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    "aws:ec2/eip:Eip",
    "aws:ec2/flowLog:FlowLog",
    "aws:ec2/internetGateway:InternetGateway",
    "aws:ec2/natGateway:NatGateway",
    "aws:ec2/route:Route",
    "aws:ec2/routeTable:RouteTable",
    "aws:ec2/routeTableAssociation:RouteTableAssociation",
    "aws:ec2/subnet:Subnet",
    "aws:ec2/vpc:Vpc",
    "aws:ec2/vpcEndpoint:VpcEndpoint",
    "aws:ecr/lifecyclePolicy:LifecyclePolicy",
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "aws:kms/key:Key",
    "aws:lambda/invocation:Invocation",
    "aws:lb/listener:Listener",
    "aws:lb/listenerRule:ListenerRule",
    "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
    "aws:rds/proxyTarget:ProxyTarget",
    "aws:route53/record:Record",
    "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration",
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    "aws:s3/bucketLogging:BucketLogging",
    // Its key is what the edge asks for.
    "aws:s3/bucketObject:BucketObject",
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    "aws:s3/bucketPolicy:BucketPolicy",
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    "aws:s3/bucketVersioning:BucketVersioning",
    "aws:secretsmanager/secretVersion:SecretVersion",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
  ],
};
