import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { type PackOptions, PolicyServer, type PolicyStack } from "./analyzer";
import { engineHandlers } from "./engine-service";
import { channelOptions, listen } from "./grpc";
import type { PolicyConfig } from "./policy-config";

/** A policy pack without a program, beside an engine that it can log to. */
export async function hostPack(
  folder: string,
  stack: PolicyStack,
  config?: PolicyConfig,
  options?: PackOptions,
): Promise<{ server: PolicyServer; stop(): void }> {
  const engine = new grpc.Server(channelOptions);
  engine.addService(
    EngineService,
    engineHandlers(() => {}),
  );
  const address = await listen(engine);
  try {
    const server = await PolicyServer.start(folder, address, stack, config, options);
    return {
      server,
      stop: () => {
        server.stop();
        engine.forceShutdown();
      },
    };
  } catch (error) {
    engine.forceShutdown();
    throw error;
  }
}
