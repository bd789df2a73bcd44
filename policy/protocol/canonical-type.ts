/** The old and the new name of a module whose kinds are the same in both; the new one is what rules have. */
const modules: Readonly<Record<string, string>> = {
  // Modules of Pulumi's AWS and Google providers under older names.
  "aws:alb/": "aws:lb/",
  "aws:applicationloadbalancing/": "aws:lb/",
  "aws:elasticloadbalancing/": "aws:elb/",
  "aws:elasticloadbalancingv2/": "aws:lb/",
  "gcp:serviceAccount/": "gcp:serviceaccount/",
  // Kinds whose versions have the same properties as far as rules read them (Kubernetes, "Deprecated API Migration Guide").
  "kubernetes:autoscaling/v1:": "kubernetes:autoscaling/v2:",
  "kubernetes:autoscaling/v2beta1:": "kubernetes:autoscaling/v2:",
  "kubernetes:autoscaling/v2beta2:": "kubernetes:autoscaling/v2:",
  "kubernetes:gateway.networking.k8s.io/v1beta1:": "kubernetes:gateway.networking.k8s.io/v1:",
  "kubernetes:networking.k8s.io/v1beta1:": "kubernetes:networking.k8s.io/v1:",
  "kubernetes:policy/v1beta1:": "kubernetes:policy/v1:",
  "kubernetes:rbac.authorization.k8s.io/v1alpha1:": "kubernetes:rbac.authorization.k8s.io/v1:",
  "kubernetes:rbac.authorization.k8s.io/v1beta1:": "kubernetes:rbac.authorization.k8s.io/v1:",
  "kubernetes:storage.k8s.io/v1beta1:": "kubernetes:storage.k8s.io/v1:",
};

/** Types that are the same resource under an older or another name (aliases in Pulumi's SDKs). */
const sameAs: Readonly<Record<string, string>> = {
  "aws:s3/bucketV2:BucketV2": "aws:s3/bucket:Bucket",
  "aws:s3/bucketAclV2:BucketAclV2": "aws:s3/bucketAcl:BucketAcl",
  "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2":
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketLoggingV2:BucketLoggingV2": "aws:s3/bucketLogging:BucketLogging",
  "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2":
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketVersioningV2:BucketVersioningV2": "aws:s3/bucketVersioning:BucketVersioning",
  "aws:s3/BucketObject:BucketObject": "aws:s3/bucketObjectv2:BucketObjectv2",
  // Version 2 of Pulumi's Azure Native provider has these under other modules.
  "azure-native:cache:Database": "azure-native:redisenterprise:Database",
  "azure-native:cache:FirewallRule": "azure-native:redis:FirewallRule",
  "azure-native:cache:Redis": "azure-native:redis:Redis",
  "azure-native:cache:RedisEnterprise": "azure-native:redisenterprise:RedisEnterprise",
  "azure-native:devices:IotHubResource": "azure-native:iothub:IotHubResource",
  "azure-native:documentdb:DatabaseAccount": "azure-native:cosmosdb:DatabaseAccount",
  "azure-native:documentdb:FirewallRule": "azure-native:cosmosdb:MongoClusterFirewallRule",
  "azure-native:documentdb:MongoCluster": "azure-native:mongocluster:MongoCluster",
  "azure-native:documentdb:MongoClusterFirewallRule": "azure-native:cosmosdb:MongoClusterFirewallRule",
  "azure-native:insights:DiagnosticSetting": "azure-native:monitor:DiagnosticSetting",
  "azure-native:machinelearningservices:MachineLearningCompute": "azure-native:machinelearningservices:Compute",
  "kubernetes:extensions/v1beta1:Ingress": "kubernetes:networking.k8s.io/v1:Ingress",
  "kubernetes:extensions/v1beta1:IngressPatch": "kubernetes:networking.k8s.io/v1:IngressPatch",
  "kubernetes:extensions/v1beta1:NetworkPolicy": "kubernetes:networking.k8s.io/v1:NetworkPolicy",
  "kubernetes:extensions/v1beta1:NetworkPolicyPatch": "kubernetes:networking.k8s.io/v1:NetworkPolicyPatch",
};

/**
 * The one name that rules have for a type. Azure's API versions are left out: `azure-native:storage/v20230101:Account` and
 * the type of a generated SDK, `azure-native_storage_v20230101:storage:Account`, are `azure-native:storage:Account`.
 */
export function canonicalType(type: string): string {
  const current = withoutVersion(type);
  if (Object.hasOwn(sameAs, current)) return sameAs[current] ?? current;
  const end = current.startsWith("kubernetes:") ? current.lastIndexOf(":") : current.indexOf("/");
  const module = modules[current.slice(0, end + 1)];
  return module === undefined ? current : module + current.slice(end + 1);
}

function withoutVersion(type: string): string {
  if (!type.startsWith("azure-native")) return type;
  return type.replace(/^azure-native_[a-z0-9]+_v\w+:/, "azure-native:").replace(/\/v\d\w*:/, ":");
}
