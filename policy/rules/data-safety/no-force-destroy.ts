import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import { isNotTrue, requireIfSet } from "../../core/finding";
import { alike, check, type Rule } from "../../core/rule";

/** What holds something is not emptied so that it can be deleted. Azure has no such property: locks do this there. */
export const rule: Rule = {
  id: "data-safety-no-force-destroy",
  title: "Buckets, registries, zones and vaults are not emptied by a deletion.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.5.33"],
    HIPAA: ["164.312(c)(1)"],
  },
  why: "Without it the cloud refuses to delete what is not empty: the last line that holds against a wrong destroy.",
  mend: "Leave it out; empty the resource by hand before it is meant to go.",
  source: "https://www.pulumi.com/registry/packages/aws/api-docs/s3/bucket/",
  breaksBy: {
    ...alike(
      [
        "aws:s3/bucket:Bucket",
        "aws:s3/directoryBucket:DirectoryBucket",
        "aws:s3tables/tableBucket:TableBucket",
        "aws:ecrpublic/repository:Repository",
        "aws:route53/zone:Zone",
        "aws:backup/vault:Vault",
        "aws:dsql/cluster:Cluster",
        "gcp:storage/bucket:Bucket",
        "gcp:dns/managedZone:ManagedZone",
        "gcp:spanner/instance:Instance",
        "gcp:bigtable/instance:Instance",
      ],
      ["forceDestroy"],
    ),
    "aws:ecr/repository:Repository": ["forceDelete"],
    "gcp:backupdisasterrecovery/backupVault:BackupVault": ["forceDelete"],
    "gcp:bigquery/dataset:Dataset": ["deleteContentsOnDestroy"],
  },
  levels: { dev: "disabled", staging: "disabled" },
  checks: {
    "aws:s3/bucket:Bucket": check<aws.s3.BucketArgs>((bucket) => requireIfSet(bucket.at("forceDestroy"), isNotTrue)),
    "aws:s3/directoryBucket:DirectoryBucket": check<aws.s3.DirectoryBucketArgs>((bucket) =>
      requireIfSet(bucket.at("forceDestroy"), isNotTrue),
    ),
    "aws:s3tables/tableBucket:TableBucket": check<aws.s3tables.TableBucketArgs>((bucket) =>
      requireIfSet(bucket.at("forceDestroy"), isNotTrue),
    ),
    "aws:ecr/repository:Repository": check<aws.ecr.RepositoryArgs>((repository) =>
      requireIfSet(repository.at("forceDelete"), isNotTrue),
    ),
    "aws:ecrpublic/repository:Repository": check<aws.ecrpublic.RepositoryArgs>((repository) =>
      requireIfSet(repository.at("forceDestroy"), isNotTrue),
    ),
    "aws:route53/zone:Zone": check<aws.route53.ZoneArgs>((zone) => requireIfSet(zone.at("forceDestroy"), isNotTrue)),
    "aws:backup/vault:Vault": check<aws.backup.VaultArgs>((vault) => requireIfSet(vault.at("forceDestroy"), isNotTrue)),
    "aws:dsql/cluster:Cluster": check<aws.dsql.ClusterArgs>((cluster) =>
      requireIfSet(cluster.at("forceDestroy"), isNotTrue),
    ),
    "gcp:storage/bucket:Bucket": check<gcp.storage.BucketArgs>((bucket) =>
      requireIfSet(bucket.at("forceDestroy"), isNotTrue),
    ),
    "gcp:dns/managedZone:ManagedZone": check<gcp.dns.ManagedZoneArgs>((zone) =>
      requireIfSet(zone.at("forceDestroy"), isNotTrue),
    ),
    "gcp:bigquery/dataset:Dataset": check<gcp.bigquery.DatasetArgs>((dataset) =>
      requireIfSet(dataset.at("deleteContentsOnDestroy"), isNotTrue),
    ),
    "gcp:spanner/instance:Instance": check<gcp.spanner.InstanceArgs>((instance) =>
      requireIfSet(instance.at("forceDestroy"), isNotTrue),
    ),
    "gcp:bigtable/instance:Instance": check<gcp.bigtable.InstanceArgs>((instance) =>
      requireIfSet(instance.at("forceDestroy"), isNotTrue),
    ),
    "gcp:backupdisasterrecovery/backupVault:BackupVault": check<gcp.backupdisasterrecovery.BackupVaultArgs>((vault) =>
      requireIfSet(vault.at("forceDelete"), isNotTrue),
    ),
  },
};
