import * as secretmanager from "@pulumi/gcp/secretmanager";
import * as serviceaccount from "@pulumi/gcp/serviceaccount";
import * as gcs from "@pulumi/gcp/storage";
import * as pulumi from "@pulumi/pulumi";
import type { IdentityArgs } from "../../contract";
import { type Identity, type IdentitySpec, physicalName, type SecretReference, secretSuffix } from "../../contract";
import { type DataSources, referencedSecret } from "../../shared/references";
import type { GcpPostgres } from "../postgres";
import type { GcpRedis } from "../redis";
import type { StoredSecret } from "../secret";
import type { GcpSecrets } from "../secrets";
import type { GcpStorage } from "../storage";

/** Where the secrets of workloads are found. */
export interface SecretSources extends DataSources<GcpPostgres, GcpRedis> {
  secrets: GcpSecrets;
}

type GcpIdentityArgs = IdentityArgs & SecretSources & { storage: GcpStorage };

/** A referenced secret with the version that holds its value now. */
export function locateSecret(reference: SecretReference, sources: SecretSources): StoredSecret {
  return referencedSecret(reference, sources, {
    secret: (secrets, secret) => secrets.secret(secret),
    postgres: (database, key) => database.secret(key),
    redis: (instance, key) => instance.secret(key),
  });
}

/**
 * One service account per workload, which may do what this workload needs, by name. It has no key, and pulls no image:
 * Cloud Run does, as its own service agent (`images.ts`).
 */
export class GcpIdentity extends pulumi.ComponentResource implements Identity {
  readonly workloads: readonly string[];
  private readonly accounts = new Map<string, serviceaccount.Account>();
  private readonly bindings = new Map<string, pulumi.Resource[]>();

  constructor(name: string, args: GcpIdentityArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:gcp:Identity", name, {}, opts);
    for (const spec of args.workloads) this.workload(`${name}-${spec.workload}`, spec, args);
    this.workloads = args.workloads.map(({ workload }) => workload);
    this.registerOutputs({ workloads: this.workloads });
  }

  /** Address of a workload's service account. */
  email(workload: string): pulumi.Output<string> {
    return this.accountOf(workload).email;
  }

  /** Grants that must exist before a workload starts. */
  grants(workload: string): readonly pulumi.Resource[] {
    this.accountOf(workload);
    return this.bindings.get(workload) ?? [];
  }

  private accountOf(workload: string): serviceaccount.Account {
    const account = this.accounts.get(workload);
    if (account === undefined) throw new Error(`there is no identity for "${workload}"`);
    return account;
  }

  private workload(name: string, spec: IdentitySpec, args: GcpIdentityArgs): void {
    const { context } = args;
    const account = new serviceaccount.Account(
      name,
      { accountId: physicalName([context.name, spec.workload], 30), displayName: `${context.name} ${spec.workload}` },
      { parent: this },
    );
    const member = pulumi.interpolate`serviceAccount:${account.email}`;
    this.accounts.set(spec.workload, account);
    this.bindings.set(spec.workload, [
      ...this.secretGrants(name, spec, args, member),
      ...this.bucketGrants(name, spec, args, member),
      ...this.signingGrant(name, spec, args, account),
    ]);
  }

  private secretGrants(
    name: string,
    spec: IdentitySpec,
    args: GcpIdentityArgs,
    member: pulumi.Output<string>,
  ): pulumi.Resource[] {
    // Roles of Redis share an instance; a binding that two resources hold is gone for both when one is deleted.
    const read = new Map(
      spec.secrets.map((reference) => [secretSuffix(reference, args.redisRoles), locateSecret(reference, args).id]),
    );
    // Clients of the database check its certificate; the authorities' file is not secret, it is only stored beside the
    // secrets.
    if (args.postgres !== undefined) read.set("postgres-authorities", args.postgres.certificate.id);
    return [...read].map(
      ([suffix, secretId]) =>
        new secretmanager.SecretIamMember(
          `${name}-reads-${suffix}`,
          { secretId, role: "roles/secretmanager.secretAccessor", member },
          { parent: this },
        ),
    );
  }

  private bucketGrants(
    name: string,
    spec: IdentitySpec,
    { storage }: GcpIdentityArgs,
    member: pulumi.Output<string>,
  ): pulumi.Resource[] {
    return Object.entries(spec.buckets).map(([bucket, access]) => {
      const role = access === "read" ? "roles/storage.objectViewer" : "roles/storage.objectUser";
      return new gcs.BucketIAMMember(
        `${name}-uses-${bucket}`,
        { bucket: storage.value(bucket, "name"), role, member },
        { parent: this },
      );
    });
  }

  /**
   * An account without a key signs an address for a browser by IAM Credentials' `signBlob`, which it may call for itself
   * only with a grant ("Signed URLs", Cloud Storage documentation: `iam.serviceAccounts.signBlob`).
   */
  private signingGrant(
    name: string,
    { buckets }: IdentitySpec,
    { storage }: GcpIdentityArgs,
    account: serviceaccount.Account,
  ): pulumi.Resource[] {
    if (!Object.keys(buckets).some((bucket) => storage.calledByBrowsers.has(bucket))) return [];
    const grant = new serviceaccount.IAMMember(
      `${name}-signs`,
      {
        serviceAccountId: account.name,
        role: "roles/iam.serviceAccountTokenCreator",
        member: pulumi.interpolate`serviceAccount:${account.email}`,
      },
      { parent: this },
    );
    return [grant];
  }
}
