import * as keyvault from "@pulumi/azure-native/keyvault";
import * as pulumi from "@pulumi/pulumi";
import type { Secrets, SecretsArgs } from "../../contract";
import { secretIn, storedSecrets } from "../../shared/secrets";
import { keptLogs } from "../log-workspace";
import type { AzureNetwork } from "../network";
import { privateEndpoint } from "../private-endpoint";
import { authorizationOf } from "../roles";
import { type StoredSecret, storedSecret } from "../secret";
import { tags } from "../tags";
import { uniqueName } from "../unique-name";

type AzureSecretsArgs = SecretsArgs & { network: AzureNetwork };

/** Days in which what was deleted can be had back: the most and the least that Key Vault has. */
const recoveryDays = { protected: 90, other: 7 } as const;

/**
 * The topology's Key Vault, with its keys and all of its secrets: those of the application, of the database and of Redis.
 * Roles say who reads which, the network reaches it by a private endpoint, and no one can purge it.
 */
export class AzureSecrets extends pulumi.ComponentResource implements Secrets {
  readonly names: readonly string[];
  readonly vaultId: pulumi.Output<string>;
  readonly vaultName: pulumi.Output<string>;
  readonly vaultUri: pulumi.Output<string>;
  /** Workloads can read secrets once the vault has its private address: they wait for it. */
  readonly endpoint: pulumi.Resource;
  private readonly stored: ReadonlyMap<string, StoredSecret>;

  constructor(name: string, args: AzureSecretsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:azure:Secrets", name, {}, opts);
    const { context, network } = args;
    const { resourceGroupName } = network;
    const vault = this.vault(name, args);
    this.vaultId = vault.id;
    this.vaultName = vault.name;
    this.vaultUri = vault.properties.apply(({ vaultUri }) => vaultUri ?? "");
    this.endpoint = privateEndpoint(
      `${name}-endpoint`,
      { context, network, target: vault.id, group: "vault", zone: "vault" },
      this,
    );
    keptLogs(
      `${name}-log`,
      {
        context,
        resourceGroupName,
        purpose: "vault",
        retentionDays: network.logRetentionDays,
        sources: { delivery: vault.id },
        // Who has read what ("Azure Key Vault logging").
        categories: ["AuditEvent"],
      },
      this,
    );
    this.stored = storedSecrets(
      name,
      args,
      (secretName, secret) =>
        storedSecret(secretName, { context, vaultName: vault.name, resourceGroupName, ...secret }, this),
      this,
    );
    this.names = [...this.stored.keys()];
    this.registerOutputs({ names: this.names, vaultId: this.vaultId });
  }

  /** A secret by its name; throws where the topology has none of that name. */
  secret(secretName: string): StoredSecret {
    return secretIn(this.stored, secretName);
  }

  private vault(name: string, { context, network }: AzureSecretsArgs): keyvault.Vault {
    return new keyvault.Vault(
      `${name}-vault`,
      {
        vaultName: uniqueName(`${name}-vault`, { parts: [context.name], longest: 24, separator: "-" }, this),
        resourceGroupName: network.resourceGroupName,
        location: context.region,
        properties: {
          tenantId: authorizationOf(this).tenantId,
          sku: { family: keyvault.SkuFamily.A, name: keyvault.SkuName.Standard },
          enableRbacAuthorization: true,
          enableSoftDelete: true,
          enablePurgeProtection: true,
          softDeleteRetentionInDays: context.protect ? recoveryDays.protected : recoveryDays.other,
          publicNetworkAccess: "Disabled",
          // Services of Azure that encrypt with a key of the vault are let in by their identity.
          networkAcls: {
            defaultAction: keyvault.NetworkRuleAction.Deny,
            bypass: keyvault.NetworkRuleBypassOptions.AzureServices,
          },
        },
        tags: tags(context, `${name}-vault`),
      },
      // Fixed with the vault: who takes the protection of a stack away, to destroy it, would be refused.
      { parent: this, protect: context.protect, ignoreChanges: ["properties.softDeleteRetentionInDays"] },
    );
  }
}
