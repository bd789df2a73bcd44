import type * as authorization from "@pulumi/azure-native/authorization";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as pulumi from "@pulumi/pulumi";
import type { IdentityArgs } from "../../contract";
import {
  contentName,
  type Identity,
  type IdentitySpec,
  imageReference,
  type SecretReference,
  secretSuffix,
} from "../../contract";
import { type DataSources, referencedSecret } from "../../shared/references";
import type { AzureImages } from "../images";
import type { AzureNetwork } from "../network";
import type { AzurePostgres } from "../postgres";
import type { AzureRedis } from "../redis";
import { grantRole } from "../roles";
import type { StoredSecret } from "../secret";
import type { AzureSecrets } from "../secrets";
import type { AzureStorage } from "../storage";
import { tags } from "../tags";

/** Where the secrets of workloads are found. */
export interface SecretSources extends DataSources<AzurePostgres, AzureRedis> {
  secrets: AzureSecrets;
}

type AzureIdentityArgs = IdentityArgs &
  SecretSources & { storage: AzureStorage } & {
    network: AzureNetwork;
    images: AzureImages;
  };

/** Address in the vault of a referenced secret, with the version that holds its value now. */
export function locateSecret(reference: SecretReference, sources: SecretSources): pulumi.Output<string> {
  return findSecret(reference, sources).uri;
}

function findSecret(reference: SecretReference, sources: SecretSources): StoredSecret {
  return referencedSecret(reference, sources, {
    secret: (secrets, secret) => secrets.secret(secret),
    postgres: (database, key) => database.secret(key),
    redis: (instance, key) => instance.secret(key),
  });
}

/** One user-assigned identity per workload, which may do what this workload needs, by name. It has no password. */
export class AzureIdentity extends pulumi.ComponentResource implements Identity {
  readonly workloads: readonly string[];
  private readonly identities = new Map<string, managedidentity.UserAssignedIdentity>();
  private readonly assignments: authorization.RoleAssignment[] = [];

  constructor(name: string, args: AzureIdentityArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:azure:Identity", name, {}, opts);
    for (const spec of args.workloads) this.workload(`${name}-${spec.workload}`, spec, args);
    this.workloads = args.workloads.map(({ workload }) => workload);
    this.registerOutputs({ workloads: this.workloads });
  }

  /** Resource id of a workload's identity. */
  identityId(workload: string): pulumi.Output<string> {
    return this.identityOf(workload).id;
  }

  /** Id by which an application names the identity that it wants a token for. */
  clientId(workload: string): pulumi.Output<string> {
    return this.identityOf(workload).clientId;
  }

  /** Grants that must exist before a workload starts. */
  get allGrants(): readonly authorization.RoleAssignment[] {
    return this.assignments;
  }

  private identityOf(workload: string): managedidentity.UserAssignedIdentity {
    const identity = this.identities.get(workload);
    if (identity === undefined) throw new Error(`there is no identity for "${workload}"`);
    return identity;
  }

  private workload(name: string, spec: IdentitySpec, args: AzureIdentityArgs): void {
    const { context, network, images, storage } = args;
    const identity = new managedidentity.UserAssignedIdentity(
      name,
      {
        resourceName: name,
        resourceGroupName: network.resourceGroupName,
        location: context.region,
        tags: tags(context, name),
      },
      { parent: this },
    );
    const { principalId } = identity;
    // Roles of Redis share an instance, and Azure refuses the same assignment twice (`RoleAssignmentExists`).
    const read = new Map(
      spec.secrets.map((reference) => [secretSuffix(reference, args.redisRoles), findSecret(reference, args)]),
    );
    const secrets = [...read].map(([suffix, { id }]) =>
      grantRole(`${name}-reads-${suffix}`, { role: "keyVaultSecretsUser", scope: id, principalId }, this),
    );
    const buckets = Object.entries(spec.buckets).map(([bucket, access]) =>
      grantRole(
        // Named by the role too, which can't be changed: so the new right is there before the old one goes.
        `${name}-uses-${bucket}-${access}`,
        {
          role: access === "read" ? "storageBlobDataReader" : "storageBlobDataContributor",
          scope: storage.account(bucket).containerId,
          principalId,
        },
        this,
      ),
    );
    const registry = contentName(imageReference(spec.image).host);
    const registryId = images.registryId(spec.image);
    const pulls =
      registryId === undefined
        ? []
        : [grantRole(`${name}-pulls-${registry}`, { role: "acrPull", scope: registryId, principalId }, this)];
    const password = images.password(spec.image);
    if (password !== undefined) {
      pulls.push(
        grantRole(
          `${name}-signs-in-${registry}`,
          { role: "keyVaultSecretsUser", scope: password.id, principalId },
          this,
        ),
      );
    }
    this.identities.set(spec.workload, identity);
    this.assignments.push(...secrets, ...buckets, ...pulls);
  }
}
