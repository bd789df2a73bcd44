import { isWireObject, type Wire, type WireObject } from "../model/wire";

/** What decides whether a resource is deleted before it is made anew: its type, its inputs before and after. */
export interface Replaced {
  type: string;
  before: WireObject;
  after: WireObject;
  /** What the program says, which goes before what the provider would do. */
  deleteBeforeReplace?: boolean;
}

/**
 * Whether the engine deletes a resource before it makes it anew. Otherwise it deletes at the end of the update. By the provider:
 * `azure-native` always does (`Diff` in pulumi-azure-native, provider.go), but for names that it made up. Kubernetes' does for a name that is
 * given and stays (`Diff` in pulumi-kubernetes, provider.go). The bridge of the others does where a name that it would make up is given
 * (`nameRequiresDeleteBeforeReplace` in pulumi-terraform-bridge, schema.go). That is `name` here; which types have another such property, only
 * their own schema says.
 */
export function deletesFirst({ type, before, after, deleteBeforeReplace }: Replaced): boolean {
  if (deleteBeforeReplace !== undefined) return deleteBeforeReplace;
  if (type.startsWith("azure-native:")) return true;
  if (!type.startsWith("kubernetes:")) return after.name !== undefined;
  const [old, now] = [before, after].map(placed);
  return now?.name !== undefined && old?.name === now.name && old.namespace === now.namespace;
}

function placed({ metadata = null }: WireObject): { name?: Wire; namespace?: Wire } {
  return isWireObject(metadata) ? metadata : {};
}
