import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import type {
  CheckRequest,
  ConfigureRequest,
  CreateRequest,
  DeleteRequest,
  DiffRequest,
  InvokeRequest,
  ReadRequest,
  UpdateRequest,
} from "@pulumi/pulumi/proto/provider_pb";
import {
  CheckResponse,
  ConfigureResponse,
  CreateResponse,
  InvokeResponse,
  ProviderHandshakeResponse,
  ReadResponse,
  UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { unary } from "../../../preview/engine/grpc";
import { keptInputs } from "../../../preview/engine/kubernetes-objects";
import { fromStruct, toStruct, type WireObject } from "../../../preview/model/wire";
import type { Cloud } from "./cloud";
import { diffOf } from "./differ";

/** The calls of Pulumi's ResourceProvider protocol that `preview`, `up`, `refresh` and `destroy` make. */
export function providerHandlers(
  version: string,
  configured: (settings: WireObject) => Cloud,
  isVague: boolean,
): UntypedServiceImplementation {
  let cloud: Cloud | undefined;
  const ready = (): Cloud => {
    if (cloud === undefined) throw new Error("the provider was not configured");
    return cloud;
  };
  return {
    handshake: unary(() => {
      const response = new ProviderHandshakeResponse();
      // Otherwise the engine marks the whole property in which a secret is, and what the program marks would not be seen.
      response.setAcceptSecrets(true);
      return response;
    }),
    getPluginInfo: unary(() => {
      const info = new PluginInfo();
      info.setVersion(version);
      return info;
    }),
    checkConfig: unary((request: CheckRequest) => checked(request)),
    diffConfig: unary((request: DiffRequest) =>
      diffOf(request.getType(), fromStruct(request.getOldInputs()), fromStruct(request.getNews()), isVague),
    ),
    configure: unary((request: ConfigureRequest) => {
      cloud = configured(fromStruct(request.getArgs()));
      const response = new ConfigureResponse();
      response.setSupportspreview(true);
      response.setAcceptsecrets(true);
      return response;
    }),
    invoke: unary((request: InvokeRequest) => {
      const response = new InvokeResponse();
      response.setReturn(toStruct(ready().invoke(request.getTok(), fromStruct(request.getArgs()))));
      return response;
    }),
    check: unary((request: CheckRequest) => checked(request)),
    diff: unary((request: DiffRequest) =>
      diffOf(request.getType(), fromStruct(request.getOldInputs()), fromStruct(request.getNews()), isVague),
    ),
    create: unary(async (request: CreateRequest) => {
      const response = new CreateResponse();
      const asked = {
        urn: request.getUrn(),
        type: request.getType(),
        name: request.getName(),
        inputs: fromStruct(request.getProperties()),
      };
      if (request.getPreview()) {
        response.setProperties(toStruct(ready().plan(asked)));
        return response;
      }
      const { id, outputs } = await ready().create(asked);
      response.setId(id);
      response.setProperties(toStruct(outputs));
      return response;
    }),
    read: unary(async (request: ReadRequest) => {
      const response = new ReadResponse();
      const state = fromStruct(request.getProperties());
      const thing = await ready().read(request.getType(), request.getId(), request.getUrn(), state);
      if (thing === undefined) return response;
      response.setId(thing.id);
      response.setProperties(toStruct(thing.marked.outputs));
      response.setInputs(toStruct(thing.marked.inputs));
      return response;
    }),
    update: unary(async (request: UpdateRequest) => {
      const response = new UpdateResponse();
      const [before, oldInputs] = [fromStruct(request.getOlds()), fromStruct(request.getOldInputs())];
      const asked = {
        urn: request.getUrn(),
        type: request.getType(),
        name: request.getName(),
        inputs: fromStruct(request.getNews()),
      };
      const outputs = request.getPreview()
        ? ready().updated(asked, before, oldInputs, true)
        : await ready().update(asked, before, oldInputs);
      response.setProperties(toStruct(outputs));
      return response;
    }),
    delete: unary(async (request: DeleteRequest) => {
      await ready().delete(request.getUrn(), fromStruct(request.getProperties()));
      return new Empty();
    }),
    cancel: unary(() => {
      cloud?.cancel();
      return new Empty();
    }),
    attach: unary(() => new Empty()),
  };
}

/** A provider that fills in nothing: what the program says is what the cloud is told, of Kubernetes in the form that its provider keeps. */
function checked(request: CheckRequest): CheckResponse {
  const response = new CheckResponse();
  response.setInputs(toStruct(keptInputs(request.getType(), fromStruct(request.getNews()))));
  return response;
}
