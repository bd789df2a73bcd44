/** Types that are the same resource under an older or another name (aliases in Pulumi's AWS provider). */
const sameAs: Readonly<Record<string, string>> = {
  "aws:s3/bucketV2:BucketV2": "aws:s3/bucket:Bucket",
  "aws:s3/bucketAclV2:BucketAclV2": "aws:s3/bucketAcl:BucketAcl",
  "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2":
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketLoggingV2:BucketLoggingV2": "aws:s3/bucketLogging:BucketLogging",
  "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2":
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketVersioningV2:BucketVersioningV2": "aws:s3/bucketVersioning:BucketVersioning",
  "aws:alb/listener:Listener": "aws:lb/listener:Listener",
  "aws:alb/listenerRule:ListenerRule": "aws:lb/listenerRule:ListenerRule",
  "aws:alb/loadBalancer:LoadBalancer": "aws:lb/loadBalancer:LoadBalancer",
  "aws:alb/targetGroup:TargetGroup": "aws:lb/targetGroup:TargetGroup",
  "kubernetes:gateway.networking.k8s.io/v1beta1:Gateway": "kubernetes:gateway.networking.k8s.io/v1:Gateway",
  "kubernetes:gateway.networking.k8s.io/v1beta1:HTTPRoute": "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute",
};

/**
 * The one name that rules have for a type. Azure's API versions are left out: `azure-native:storage/v20230101:Account` and
 * the type of a generated SDK, `azure-native_storage_v20230101:storage:Account`, are `azure-native:storage:Account`.
 */
export function canonicalType(type: string): string {
  const known = sameAs[type];
  if (known !== undefined && Object.hasOwn(sameAs, type)) return known;
  if (!type.startsWith("azure-native")) return type;
  return type.replace(/^azure-native_[a-z0-9]+_v\w+:/, "azure-native:").replace(/\/v\d\w*:/, ":");
}
