import { type Behaviour, packagesOf } from "../behaviour";

const lockType = "azure-native:authorization:ManagementLockByScope";

/** A lock on something refuses that it, or anything in it, is deleted. */
export const locked: Behaviour = {
  name: "locked",
  source: "Azure Resource Manager, Lock your resources: ScopeLocked",
  packages: packagesOf([lockType]),
  refuses(call, account) {
    if (call.what !== "delete" || call.thing.type === lockType) return undefined;
    const lock = account
      .things()
      .find(({ type, inputs }) => type === lockType && `${call.thing.id}/`.startsWith(`${String(inputs.scope)}/`));
    return lock === undefined ? undefined : `ScopeLocked: ${lock.urn} holds ${String(lock.inputs.scope)}`;
  },
};
