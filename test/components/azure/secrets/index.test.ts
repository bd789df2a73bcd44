import assert from "node:assert/strict";
import { type Child, type Concept, conceptOf } from "../../../support/concept";

const stored = (name: string): Child[] => [
  ["keyvault.Secret", name],
  // What was taken out is still in the vault: under its old name it could not come back.
  ["random.RandomString", `${name}-suffix`],
];

describe("azure secrets", () => {
  let secrets: Concept;
  before(async () => {
    secrets = await conceptOf("fixture-azure-prod", "secrets");
  });

  it("is one vault with a secret for each, its private address, and the log of who has read what", () => {
    secrets.isMadeOf([
      ["keyvault.Vault", "vault"],
      ["random.RandomString", "vault-suffix"],
      ["network.PrivateEndpoint", "endpoint"],
      ["network.PrivateDnsZoneGroup", "endpoint-name"],
      ["operationalinsights.Workspace", "log"],
      ["monitor.DiagnosticSetting", "log-delivery", "logs"],
      ["random.RandomPassword", "secret-key-text"],
      ["random.RandomPassword", "jwt-secret-key-text"],
      ["random.RandomPassword", "backup-encryption-key-text"],
      // SLACK_WEBHOOK_URL is optional and not given
      ...["secret-key", "jwt-secret-key", "backup-encryption-key", "sentry-dsn", "mail-password"].flatMap(stored),
    ]);
  });

  it("is closed, by roles, and can't be purged", () => {
    secrets.has("keyvault.Vault", "vault", {
      "properties.publicNetworkAccess": "Disabled",
      "properties.networkAcls": { defaultAction: "Deny", bypass: "AzureServices" },
      "properties.enableRbacAuthorization": true,
      "properties.enableSoftDelete": true,
      "properties.enablePurgeProtection": true,
      "properties.softDeleteRetentionInDays": 90,
    });
    assert.equal(secrets.child("keyvault.Vault", "vault").protect, true);
    secrets.has("network.PrivateEndpoint", "endpoint", {
      "privateLinkServiceConnections.0.groupIds": ["vault"],
      "privateLinkServiceConnections.0.privateLinkServiceId": secrets.child("keyvault.Vault", "vault").id,
    });
  });

  it("keeps values out of the plan, and what is no longer asked for in the vault", () => {
    for (const secret of Object.values(secrets.children("keyvault.Secret"))) {
      assert.deepEqual(Object(secret.inputs.properties).value, "[secret]");
      // A deletion would call the vault, which is closed.
      assert.equal(secret.retainOnDelete, true);
    }
  });
});
