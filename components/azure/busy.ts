import { setTimeout } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";

/**
 * Codes with which Azure refuses a change while it still works on the same thing, or on its neighbour in a subnet, although the
 * change is right: `ServerIsBusy` and `ServerBusy` of PostgreSQL (Azure/azure-postgresql#134, hashicorp/terraform-provider-azurerm#28298),
 * `StorageAccountOperationInProgress` (Azure/bicep-registry-modules#6001), `RetryableError` of private endpoints
 * (pulumi/pulumi-azure-native#4509). `azure-native` gives up at the first three, or where the operation itself ends with one.
 */
const busy = /\b(ServerIsBusy|ServerBusy|StorageAccountOperationInProgress|RetryableError)\b/;

/** Seconds until an operation that was refused is tried again. */
export const pauseSeconds = 30;

/** Attempts in all: half an hour, as a new standby keeps a server busy for many minutes. Pulumi itself ends after 100. */
export const mostAttempts = 60;

/** Whether an operation failed only because Azure was busy, and may be tried again. The newest error comes first. */
function worthAnotherTry(errors: readonly string[]): boolean {
  const [newest = ""] = errors;
  return errors.length < mostAttempts && busy.test(newest);
}

/**
 * A hook that tries an operation again for as long as Azure is busy; any other failure stays one. It needs a Pulumi CLI of 3.244.0
 * or newer, which tells hooks of all errors (pulumi/pulumi#23347).
 */
export function untilNotBusy(name: string): pulumi.ErrorHook {
  return new pulumi.ErrorHook(name, ({ errors }) => afterPause(errors, (seconds) => setTimeout(seconds * 1000)));
}

/** Whether to try again, said when it is time to: `pause` waits for a number of seconds. */
export async function afterPause(
  errors: readonly string[],
  pause: (seconds: number) => Promise<unknown>,
): Promise<boolean> {
  if (!worthAnotherTry(errors)) return false;
  await pause(pauseSeconds);
  return true;
}
