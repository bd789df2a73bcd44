import { unprotected } from "../../../support/removal/unprotected";
import { type Fix, of } from "./fix";

/** Names that stay taken, each with a part of chance. */
const lasting: readonly { type: string; stack: string; property: string; steps: Fix["steps"] }[] = [
  {
    type: "aws:rds/instance:Instance",
    stack: "small-aws-dev",
    property: "finalSnapshotIdentifier",
    steps: [{ up: "first" }, { destroy: "destroyed" }, { up: "back again" }, { destroy: "destroyed again" }],
  },
  ...[
    { type: "gcp:sql/databaseInstance:DatabaseInstance", stack: "small-gcp-dev", property: "name" },
    { type: "azure-native:keyvault:Vault", stack: "small-azure-dev", property: "vaultName" },
  ].map((row) => ({ ...row, steps: [{ up: "first" }, { destroy: "destroyed" }, { up: "back again" }] })),
];

/** Deletion protection that goes in an update, before the end. */
const guarded: readonly { type: string; stack: string; property: string }[] = [
  { type: "aws:rds/instance:Instance", stack: "small-aws-prod", property: "deletionProtection" },
  { type: "gcp:sql/databaseInstance:DatabaseInstance", stack: "small-gcp-prod", property: "deletionProtection" },
];

const takenDown: Fix["steps"] = [
  { up: "first" },
  { up: "protection off", becomes: unprotected },
  { destroy: "destroyed" },
];

/** How a stack ends, and comes back. */
export const endings: readonly Fix[] = [
  ...lasting.map(
    ({ type, stack, property, steps }): Fix => ({
      behaviour: "lasting",
      name: `${property} of ${type} has a part of chance`,
      stack,
      steps,
      takeBack: of(type, ({ props }) => Object.assign(props, { [property]: "small-fixed" })),
    }),
  ),
  ...guarded.map(
    ({ type, stack, property }): Fix => ({
      behaviour: "guarded",
      name: `${property} of ${type} goes when the stack's protection does`,
      stack,
      steps: takenDown,
      takeBack: of(type, ({ props }) => Object.assign(props, { [property]: true })),
    }),
  ),
  {
    behaviour: "locked",
    name: "a lock goes before what it locks",
    stack: "small-azure-prod",
    steps: takenDown,
    takeBack: of("azure-native:authorization:ManagementLockByScope", ({ opts }) =>
      Object.assign(opts, { retainOnDelete: true }),
    ),
  },
];
