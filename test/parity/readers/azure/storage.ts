import type { PlanResource } from "../../../../preview/model/plan";
import { absent, type Reader, type Readings } from "../../fact";
import type { storageFacts } from "../../facts/data";
import { input, type Native, table, text } from "../../native";

/** Blob containers, each in an account of its own. */
export const azureStorage: Readings<typeof storageFacts> = {
  "storage: buckets": of("BlobContainer", (container) => text(container, "containerName") !== ""),
  "storage: versions": of("BlobServiceProperties", (its) => input(its, "isVersioningEnabled")),
  "storage: days of earlier versions": rule("version.delete.daysAfterCreationGreaterThan"),
  "storage: days of objects": rule("baseBlob.delete.daysAfterModificationGreaterThan"),
  // Azure drops them after a week, whatever is asked.
  "storage: days of uploads that never completed": absent,
  "storage: origins": cors("allowedOrigins"),
  "storage: methods": cors("allowedMethods"),
  "storage: seconds of CORS answers": cors("maxAgeInSeconds"),
  "storage: TLS only": of(
    "StorageAccount",
    (account) => input(account, "enableHttpsTrafficOnly") === true && text(account, "minimumTlsVersion") === "TLS1_2",
  ),
  "storage: nothing public": of(
    "StorageAccount",
    (account) =>
      input(account, "allowBlobPublicAccess") === false &&
      // What Front Door serves has a public address that takes identities only, as on the other clouds.
      (text(account, "publicNetworkAccess") === "Disabled" || input(account, "allowSharedKeyAccess") === false),
  ),
  "storage: encrypted with a key of its own": of(
    "StorageAccount",
    (account) => text(account, "encryption.keySource") === "Microsoft.Keyvault",
  ),
  "storage: held by Pulumi": (native) => {
    const locks = native.all("azure-native:authorization:ManagementLockByScope", "storage");
    return of(
      "StorageAccount",
      (account) => account.protect && locks.some((lock) => bucketOf(native, lock) === bucketOf(native, account)),
    )(native);
  },
};

function of(kind: string, value: (resource: PlanResource) => unknown): Reader {
  return (native) =>
    table(native.all(`azure-native:storage:${kind}`, "storage"), (resource) => bucketOf(native, resource), value);
}

function bucketOf(native: Native, resource: PlanResource): string {
  return native.short(resource, "storage").replace(/-(service|lifecycle|container|lock)$/, "");
}

function rule(path: string): Reader {
  return of("ManagementPolicy", (policy) => input(policy, `policy.rules.0.definition.actions.${path}`));
}

function cors(field: string): Reader {
  return of("BlobServiceProperties", (its) => input(its, `cors.corsRules.0.${field}`));
}
