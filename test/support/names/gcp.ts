import type { NameRule, NameRules } from "./rule";

const google = "https://docs.cloud.google.com";
const rfc1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

function rule(property: string, longest: number, characters: RegExp, page: string): NameRule {
  return { property, longest, characters, source: `${google}/${page}` };
}

const compute = rule("name", 63, rfc1035, "compute/docs/naming-resources");
const certificates = rule(
  "name",
  63,
  /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  "certificate-manager/docs/reference/certificate-manager/rest",
);
const run = rule("name", 49, rfc1035, "run/docs/deploying");

/** Names on Google Cloud: API references and guides. */
export const gcpNames: NameRules = {
  named: {
    "gcp:artifactregistry/repository:Repository": rule(
      "repositoryId",
      63,
      rfc1035,
      "artifact-registry/docs/repositories/create-repos",
    ),
    "gcp:certificatemanager/certificate:Certificate": certificates,
    "gcp:certificatemanager/certificateMap:CertificateMap": certificates,
    "gcp:certificatemanager/certificateMapEntry:CertificateMapEntry": certificates,
    "gcp:certificatemanager/dnsAuthorization:DnsAuthorization": certificates,
    "gcp:cloudrunv2/job:Job": { ...run, longest: 63, source: `${google}/run/docs/create-jobs` },
    "gcp:cloudrunv2/service:Service": run,
    // The guide of worker pools gives the rules of services.
    "gcp:cloudrunv2/workerPool:WorkerPool": { ...run, source: `${google}/run/docs/deploy-worker-pools` },
    "gcp:cloudscheduler/job:Job": rule(
      "name",
      500,
      /^[\w-]+$/,
      "scheduler/docs/reference/rest/v1/projects.locations.jobs",
    ),
    "gcp:compute/backendBucket:BackendBucket": compute,
    "gcp:compute/backendService:BackendService": compute,
    "gcp:compute/firewall:Firewall": compute,
    "gcp:compute/globalAddress:GlobalAddress": compute,
    "gcp:compute/globalForwardingRule:GlobalForwardingRule": compute,
    "gcp:compute/network:Network": compute,
    "gcp:compute/regionNetworkEndpointGroup:RegionNetworkEndpointGroup": compute,
    "gcp:compute/router:Router": compute,
    "gcp:compute/routerNat:RouterNat": compute,
    "gcp:compute/sSLPolicy:SSLPolicy": compute,
    "gcp:compute/securityPolicy:SecurityPolicy": compute,
    "gcp:compute/subnetwork:Subnetwork": compute,
    "gcp:compute/targetHttpProxy:TargetHttpProxy": compute,
    "gcp:compute/targetHttpsProxy:TargetHttpsProxy": compute,
    "gcp:compute/uRLMap:URLMap": compute,
    "gcp:dns/managedZone:ManagedZone": rule("name", 63, rfc1035, "dns/docs/reference/rest/v1/managedZones"),
    "gcp:kms/cryptoKey:CryptoKey": rule(
      "name",
      63,
      /^[\w-]+$/,
      "kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys/create",
    ),
    // A key ring is never deleted: without chance, no stack of that name could be made again.
    "gcp:kms/keyRing:KeyRing": {
      ...rule("name", 63, /^[\w-]+$/, "kms/docs/reference/rest/v1/projects.locations.keyRings/create"),
      unique: "chance",
    },
    // A deleted bucket keeps its id for seven days: without chance, no stack of that name could be made again.
    "gcp:logging/projectBucketConfig:ProjectBucketConfig": {
      ...rule(
        "bucketId",
        100,
        /^[A-Za-z0-9][\w.-]*$/,
        "logging/docs/reference/v2/rest/v2/projects.locations.buckets/create",
      ),
      unique: "chance",
    },
    "gcp:logging/projectExclusion:ProjectExclusion": rule(
      "name",
      100,
      /^[A-Za-z0-9][\w.-]*$/,
      "logging/docs/reference/v2/rest/v2/projects.exclusions",
    ),
    "gcp:logging/projectSink:ProjectSink": rule(
      "name",
      100,
      /^[A-Za-z0-9][\w.-]*$/,
      "logging/docs/reference/v2/rest/v2/projects.sinks",
    ),
    "gcp:redis/instance:Instance": rule(
      "name",
      40,
      rfc1035,
      "memorystore/docs/redis/reference/rest/v1/projects.locations.instances/create",
    ),
    "gcp:secretmanager/secret:Secret": rule(
      "secretId",
      255,
      /^[\w-]+$/,
      "secret-manager/docs/reference/rest/v1/projects.secrets/create",
    ),
    "gcp:serviceaccount/account:Account": {
      ...rule("accountId", 30, rfc1035, "iam/docs/reference/rest/v1/projects.serviceAccounts/create"),
      shortest: 6,
    },
    "gcp:sql/database:Database": rule("name", 63, /^[a-z_][a-z0-9_]*$/, "sql/docs/postgres/create-manage-databases"),
    // Project and instance are 98 characters at most, a project's id 30; a deleted one's name is taken for a week.
    "gcp:sql/databaseInstance:DatabaseInstance": {
      ...rule("name", 98 - 30 - 1, rfc1035, "sql/docs/postgres/instance-settings"),
      unique: "chance",
    },
    "gcp:sql/user:User": rule("name", 63, /^[a-z_][a-z0-9_]*$/, "sql/docs/postgres/create-manage-users"),
    "gcp:storage/bucket:Bucket": {
      ...rule("name", 63, /^(?!goog)[a-z0-9][a-z0-9_-]*[a-z0-9]$/, "storage/docs/buckets#naming"),
      shortest: 3,
      unique: "account",
    },
  },
  nameless: [
    "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember",
    "gcp:cloudrunv2/jobIamMember:JobIamMember",
    "gcp:cloudrunv2/serviceIamMember:ServiceIamMember",
    "gcp:dns/recordSet:RecordSet",
    "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember",
    "gcp:projects/service:Service",
    "gcp:projects/serviceIdentity:ServiceIdentity",
    "gcp:secretmanager/secretIamMember:SecretIamMember",
    "gcp:secretmanager/secretVersion:SecretVersion",
    "gcp:serviceaccount/iAMMember:IAMMember",
    "gcp:servicenetworking/connection:Connection",
    "gcp:storage/bucketIAMMember:BucketIAMMember",
  ],
};
