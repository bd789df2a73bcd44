import * as grpc from "@grpc/grpc-js";
import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import { type Callback, CallbackInvokeRequest, type CallbackInvokeResponse } from "@pulumi/pulumi/proto/callback_pb";
import type { Message } from "google-protobuf";
import { call, channelOptions } from "../grpc";

/** Functions of the program that the engine calls back: it serves them itself, at the address in each callback. */
export class Callbacks {
  private readonly clients = new Map<string, CallbacksClient>();

  /** Calls one and returns the answer's bytes. */
  async invoke(callback: Callback, request: Message): Promise<Uint8Array> {
    const client = this.client(callback.getTarget());
    const message = new CallbackInvokeRequest();
    message.setToken(callback.getToken());
    message.setRequest(request.serializeBinary());
    const response = await call<CallbackInvokeRequest, CallbackInvokeResponse>(
      (r, done) => client.invoke(r, done),
      message,
    );
    return response.getResponse_asU8();
  }

  close(): void {
    for (const client of this.clients.values()) client.close();
  }

  private client(address: string): CallbacksClient {
    const known = this.clients.get(address);
    if (known !== undefined) return known;
    const client = new CallbacksClient(address, grpc.credentials.createInsecure(), channelOptions);
    this.clients.set(address, client);
    return client;
  }
}
