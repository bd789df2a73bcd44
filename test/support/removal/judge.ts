import type { ResourceChange } from "../../../preview/model/change";
import { isVersion } from "../lists/judge";
import type { Removal } from "./removal";

/** Properties by which a provider or a cloud itself refuses to delete something. */
const flags =
  /(?:^|\.)(?:deletionProtection|deletionProtectionEnabled|enableDeletionProtection|deletionProtectionEnforced|disableApiTermination)$/;

/** What the removal of a thing does that it must not do: one line for each resource. */
export function removalFaults(
  changes: readonly ResourceChange[],
  { thing, own, says, holdsData = false, replaces, drawn }: Omit<Removal, "remove">,
): string[] {
  return changes.flatMap((change) => {
    const { action, type, name, custom, causes, properties } = change;
    if (!custom || action === "unchanged" || action === "update" || action === "import") return [];
    const line = `${action} ${type} ${name}`;
    if (action === "create" && isDrawn(type) && drawn?.test(name) === true) return [];
    if (action !== "delete") {
      return isVersion(change) || replaces?.test(type) === true ? [] : [`${line}: ${causes.join("; ")}`];
    }
    const isOwn = own.test(name) || says?.test(JSON.stringify(properties)) === true;
    if (!isOwn) return [`${line}: it is no part of ${thing}`];
    const holder = holdsData ? undefined : heldBy(change);
    return holder === undefined ? [] : [`${line}: ${holder} refuses it`];
  });
}

function isDrawn(type: string): boolean {
  return type.startsWith("random:index/random");
}

/** What would refuse the deletion, as it stands before the update. */
function heldBy({ protected: isProtected, properties }: ResourceChange): string | undefined {
  if (isProtected) return "Pulumi's `protect`";
  const flag = properties.find(({ path, before }) => flags.test(path) && (before === true || before === "ENABLED"));
  return flag?.path;
}
