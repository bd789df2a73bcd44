import * as authorization from "@pulumi/azure-native/authorization";
import type * as pulumi from "@pulumi/pulumi";

/** A lock that makes Azure itself refuse any deletion until the lock is removed. */
export function deleteLock(name: string, scope: pulumi.Input<string>, parent: pulumi.Resource): void {
  new authorization.ManagementLockByScope(
    name,
    {
      lockName: "can-not-delete",
      level: authorization.LockLevel.CanNotDelete,
      scope,
      notes: "Holds data. Take the lock away to delete it.",
    },
    { parent },
  );
}
