import { both, type Claims, claim, claimRecord } from "./claim";

/** What Google Cloud gives once, beside names. A member of a role that is there twice is taken away with the first. */
export const gcpClaims: Readonly<Record<string, Claims>> = {
  "gcp:dns/recordSet:RecordSet": claimRecord("name", "type", "managedZone"),
  "gcp:certificatemanager/certificateMapEntry:CertificateMapEntry": both(
    claim("host", "hostname", "map"),
    claim("entry", "name", "map"),
  ),
  // Certificate Manager: one authorization of a kind for a domain in a project and location.
  "gcp:certificatemanager/dnsAuthorization:DnsAuthorization": both(
    claim("proof", "domain", "type"),
    claim("authorization", "name"),
  ),
  "gcp:compute/subnetwork:Subnetwork": both(claim("range", "ipCidrRange", "network"), claim("subnetwork", "name")),
  "gcp:compute/globalAddress:GlobalAddress": both(claim("address", "address", "network"), claim("address of", "name")),
  "gcp:compute/securityPolicyRule:SecurityPolicyRule": claim("priority", "priority", "securityPolicy"),
  "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember": claim("member", "repository", "role", "member"),
  "gcp:cloudrunv2/serviceIamMember:ServiceIamMember": claim("member", "name", "role", "member"),
  "gcp:cloudrunv2/jobIamMember:JobIamMember": claim("member", "name", "role", "member"),
  "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember": claim("member", "cryptoKeyId", "role", "member"),
  "gcp:secretmanager/secretIamMember:SecretIamMember": claim("member", "secretId", "role", "member"),
  "gcp:storage/bucketIAMMember:BucketIAMMember": claim("member", "bucket", "role", "member"),
  "gcp:serviceaccount/iAMMember:IAMMember": claim("member", "serviceAccountId", "role", "member"),
  "gcp:projects/iAMMember:IAMMember": claim("member", "project", "role", "member"),
  "gcp:servicenetworking/connection:Connection": claim("peering", "network", "service"),
};
