import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { packageOf, typeOf } from "../../model/urn";
import type { ResourceState } from "./state";

/**
 * Gives a registration what it takes over from its parent, where it says nothing itself (`inheritFromParent` in
 * `pkg/resource/deploy/source_eval.go`). A resource that is only read passes nothing on.
 */
export function inherit(request: RegisterResourceRequest, parent: ResourceState | undefined): void {
  if (parent === undefined || parent.op === "read") return;
  if (request.getDeletedwith() === "") request.setDeletedwith(parent.deletedWith);
  if (!request.hasProtect() && parent.protect) request.setProtect(true);
  if (!request.hasRetainondelete() && parent.retainOnDelete === true) request.setRetainondelete(true);
  const isOfProvider = parent.provider !== "" && providerPackage(parent.provider) === packageOf(request.getType());
  if (request.getProvider() === "" && isOfProvider) request.setProvider(parent.provider);
}

/** The package that a provider serves, by its reference: `aws` of `urn:pulumi:…::pulumi:providers:aws::name::id`. */
function providerPackage(reference: string): string {
  return typeOf(reference.slice(0, reference.lastIndexOf("::"))).slice("pulumi:providers:".length);
}
