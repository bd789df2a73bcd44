import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { channelOptions, listen } from "../../../preview/engine/grpc";
import { Invokes } from "../../../preview/engine/invokes/invokes";
import { OutputSimulator } from "../../../preview/engine/simulate/outputs";
import { regionOf } from "../../../preview/engine/simulate/region";
import { SdkSources } from "../../../preview/engine/simulate/sdk-source";
import { Account } from "./account";
import { behaviours } from "./behaviours";
import { Cloud } from "./cloud";
import { faultOf } from "./faults";
import { providerHandlers } from "./service";

/**
 * A provider plugin: serves one cloud's package, its argument, until Pulumi ends it. The environment names the folder of its
 * accounts, and that of a program whose SDKs it answers by; with `TEST_ANY` it refuses nothing, has whatever it is
 * asked for, and leaves to the engine which properties differ.
 */
async function main(
  cloud = "",
  { TEST_ACCOUNTS: accounts = "", TEST_PROGRAM: programDir = "", TEST_ANY: any } = process.env,
): Promise<void> {
  const sdks = new SdkSources(programDir);
  const server = new grpc.Server(channelOptions);
  const handlers = providerHandlers(
    sdks.version(cloud) ?? "0.0.0",
    (settings) =>
      new Cloud({
        account: Account.of(accounts, cloud),
        simulator: new OutputSimulator(sdks),
        invokes: new Invokes(sdks),
        behaviours: any === undefined ? behaviours : [],
        hasAny: any !== undefined,
        region: regionOf(`${cloud}:`, settings),
        faultOf: (call, urn) => faultOf(accounts, call, urn),
      }),
    any !== undefined,
  );
  server.addService(ResourceProviderService, handlers);
  const address = await listen(server);
  console.log(address.slice(address.lastIndexOf(":") + 1));
  // A CLI that is killed leaves its plugins behind.
  const cli = process.ppid;
  setInterval(() => {
    if (process.ppid !== cli) process.exit(1);
  }, 1000).unref();
}

void main(process.argv[2]);
