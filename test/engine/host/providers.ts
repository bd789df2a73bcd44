import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { channelOptions, listen } from "../../../preview/engine/grpc";
import { answering } from "../clouds/answering";

/** Serves the provider of each package on a port of its own. */
export async function serveProviders(
  handlersOf: (cloud: string) => grpc.UntypedServiceImplementation,
): Promise<Record<string, number>> {
  const ports = await Promise.all(
    answering.map(async (cloud) => {
      const server = new grpc.Server(channelOptions);
      server.addService(
        ResourceProviderService,
        byConnection(() => handlersOf(cloud)),
      );
      return [cloud, portOf(await listen(server))] as const;
    }),
  );
  return Object.fromEntries(ports);
}

export function portOf(address: string): number {
  return Number(address.slice(address.lastIndexOf(":") + 1));
}

type Handler = (call: grpc.ServerUnaryCall<unknown, unknown>, answer: grpc.sendUnaryData<unknown>) => void;

/**
 * Pulumi starts a plugin for each provider of a program, and attaches with a connection for each: what one was configured with must not
 * reach another.
 */
function byConnection(handlers: () => grpc.UntypedServiceImplementation): grpc.UntypedServiceImplementation {
  const known = new Map<string, grpc.UntypedServiceImplementation>();
  const ofPeer = (peer: string): grpc.UntypedServiceImplementation => {
    const found = known.get(peer) ?? handlers();
    known.set(peer, found);
    return found;
  };
  return Object.fromEntries(
    Object.keys(handlers()).map((name): [string, Handler] => [
      name,
      (call, answer) => (ofPeer(call.getPeer())[name] as Handler)(call, answer),
    ]),
  );
}
