import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import {
  TransformInvokeOptions,
  TransformInvokeRequest,
  TransformInvokeResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { fromStruct, toStruct, type WireObject } from "../../model/wire";
import type { Callbacks } from "./transforms";

/** The arguments of a function after the program's transforms, in the order of their registration. */
export async function transformedArgs(
  token: string,
  args: WireObject,
  transforms: readonly Callback[],
  callbacks: Callbacks,
): Promise<WireObject> {
  let current = args;
  for (const callback of transforms) {
    const request = new TransformInvokeRequest();
    request.setToken(token);
    request.setArgs(toStruct(current));
    request.setOptions(new TransformInvokeOptions());
    const answer = TransformInvokeResponse.deserializeBinary(await callbacks.invoke(callback, request));
    if (answer.hasArgs()) current = fromStruct(answer.getArgs());
  }
  return current;
}
