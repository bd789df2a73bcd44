import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { channelOptions, listen } from "../../../preview/engine/grpc";
import { SdkSources } from "../../../preview/engine/simulate/sdk-source";
import { Accounts } from "./accounts";
import { cloudHandlers } from "./handlers";

/**
 * A provider plugin: serves one cloud's package, its argument, until Pulumi ends it. The environment names the folder of its
 * accounts, and that of a program whose SDKs it answers by; with `TEST_ANY` it refuses nothing, has whatever it is
 * asked for, and leaves to the engine which properties differ.
 */
async function main(
  cloud = "",
  { TEST_ACCOUNTS: folder = "", TEST_PROGRAM: programDir = "", TEST_ANY: any } = process.env,
): Promise<void> {
  const accounts = new Accounts(folder);
  const server = new grpc.Server(channelOptions);
  server.addService(
    ResourceProviderService,
    cloudHandlers(cloud, { sdks: new SdkSources(programDir), accounts: () => accounts, hasAny: any !== undefined }),
  );
  const address = await listen(server);
  console.log(address.slice(address.lastIndexOf(":") + 1));
  // A CLI that is killed leaves its plugins behind.
  const cli = process.ppid;
  setInterval(() => {
    if (process.ppid !== cli) process.exit(1);
  }, 1000).unref();
}

void main(process.argv[2]);
