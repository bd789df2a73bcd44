import type * as azure from "@pulumi/azure-native";
import type { Unwrap } from "@pulumi/pulumi";
import type { Context } from "../core/context";
import type { View } from "../core/view";

const flowLog = "azure-native:network:FlowLog";
const diagnostics = "azure-native:monitor:DiagnosticSetting";

/** What tells whether an account is one for logs. */
export const logWriters = [flowLog, diagnostics] as const;

/** Whether Azure itself writes logs into an account: each is written once, and none is the only copy of anything. */
export function isForLogs(context: Context): boolean {
  return (
    context.companions<azure.network.FlowLogArgs>(flowLog, "storageId").length > 0 ||
    context.companions<azure.monitor.DiagnosticSettingArgs>(diagnostics, "storageAccountId").length > 0
  );
}

/** Whether an account has blobs: accounts for files have none. */
export function hasBlobs(account: View<Unwrap<azure.storage.StorageAccountArgs>>): boolean {
  return !account.at("kind").mayBe("FileStorage");
}
