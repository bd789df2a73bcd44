import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { PolicyServer } from "../../preview/engine/analyzer";
import { engineHandlers } from "../../preview/engine/engine-service";
import { channelOptions, listen } from "../../preview/engine/grpc";
import { projectDir } from "../support/project";

/** The pack in its own server, as it is published, beside an engine that it can log to. */
export async function startPack(stack: string): Promise<{ server: PolicyServer; stop(): void }> {
  const engine = new grpc.Server(channelOptions);
  engine.addService(
    EngineService,
    engineHandlers(() => {}),
  );
  const address = await listen(engine);
  const facts = { organization: "organization", project: "shop", stack, config: {} };
  const server = await PolicyServer.start(join(projectDir, "policy"), address, facts);
  return {
    server,
    stop: () => {
      server.stop();
      engine.forceShutdown();
    },
  };
}
