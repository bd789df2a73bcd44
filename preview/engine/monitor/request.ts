import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import {
  type RegisterResourceRequest,
  TransformRequest,
  TransformResourceOptions,
  TransformResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { fromStruct, toStruct, type WireObject } from "../../model/wire";
import { aliasesOf } from "./aliases";
import type { Callbacks } from "./transforms";

/** A registration after the program's transforms. */
export interface Registration {
  type: string;
  name: string;
  custom: boolean;
  parent: string;
  properties: WireObject;
  options: TransformResourceOptions;
}

/**
 * Applies transforms to a registration, in their order. `provider` is the reference of its provider, empty for that of its
 * package by default.
 */
export async function transformed(
  request: RegisterResourceRequest,
  provider: string,
  transforms: readonly Callback[],
  callbacks: Callbacks,
): Promise<Registration> {
  let registration: Registration = {
    type: request.getType(),
    name: request.getName(),
    custom: request.getCustom(),
    parent: request.getParent(),
    properties: fromStruct(request.getObject()),
    options: optionsOf(request, provider),
  };
  for (const callback of transforms) registration = await apply(registration, callback, callbacks);
  return registration;
}

async function apply(registration: Registration, callback: Callback, callbacks: Callbacks): Promise<Registration> {
  const request = new TransformRequest();
  request.setType(registration.type);
  request.setName(registration.name);
  request.setCustom(registration.custom);
  request.setParent(registration.parent);
  request.setProperties(toStruct(registration.properties));
  request.setOptions(registration.options);
  const response = TransformResponse.deserializeBinary(await callbacks.invoke(callback, request));
  return {
    ...registration,
    properties: response.hasProperties() ? fromStruct(response.getProperties()) : registration.properties,
    options: response.getOptions() ?? registration.options,
  };
}

function optionsOf(request: RegisterResourceRequest, provider: string): TransformResourceOptions {
  const options = new TransformResourceOptions();
  options.setDependsOnList(request.getDependenciesList());
  const protect = request.getProtect();
  if (request.hasProtect() && protect !== undefined) options.setProtect(protect);
  options.setIgnoreChangesList(request.getIgnorechangesList());
  options.setReplaceOnChangesList(request.getReplaceonchangesList());
  options.setVersion(request.getVersion());
  options.setAliasesList(aliasesOf(request));
  options.setProvider(provider);
  options.setCustomTimeouts(request.getCustomtimeouts());
  options.setPluginDownloadUrl(request.getPlugindownloadurl());
  const retainOnDelete = request.getRetainondelete();
  if (request.hasRetainondelete() && retainOnDelete !== undefined) options.setRetainOnDelete(retainOnDelete);
  options.setDeletedWith(request.getDeletedwith());
  if (request.getDeletebeforereplacedefined()) options.setDeleteBeforeReplace(request.getDeletebeforereplace());
  options.setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList());
  request.getProvidersMap().forEach((provider, name) => {
    options.getProvidersMap().set(name, provider);
  });
  options.setHooks(request.getHooks());
  options.setImport(request.getImportid());
  options.setReplaceWithList(request.getReplaceWithList());
  options.setReplacementTrigger(request.getReplacementTrigger());
  options.setHideDiffList(request.getHidediffsList());
  return options;
}
