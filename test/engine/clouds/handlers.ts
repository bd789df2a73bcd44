import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { Invokes } from "../../../preview/engine/invokes/invokes";
import { OutputSimulator } from "../../../preview/engine/simulate/outputs";
import { regionOf } from "../../../preview/engine/simulate/region";
import type { SdkSources } from "../../../preview/engine/simulate/sdk-source";
import type { Accounts } from "./accounts";
import { behaviours } from "./behaviours";
import { Cloud } from "./cloud";
import { faultOf, tellHanging } from "./faults";
import { providerHandlers } from "./service";

/** What the providers of a process have in common. */
export interface SharedParts {
  sdks: SdkSources;
  /** The accounts of now: a host has others for each life. */
  accounts: () => Accounts;
  /** Whether it refuses nothing, has whatever it is asked for, and leaves to the engine which properties differ. */
  hasAny?: boolean;
}

const simulators = new WeakMap<SdkSources, { simulator: OutputSimulator; invokes: Invokes }>();

/** One provider of a cloud's package, to be configured. */
export function cloudHandlers(
  cloud: string,
  { sdks, accounts, hasAny = false }: SharedParts,
): UntypedServiceImplementation {
  const answering = simulators.get(sdks) ?? { simulator: new OutputSimulator(sdks), invokes: new Invokes(sdks) };
  simulators.set(sdks, answering);
  return providerHandlers(
    sdks.version(cloud) ?? "0.0.0",
    (settings) => {
      const held = accounts();
      return new Cloud({
        simulator: answering.simulator,
        invokes: answering.invokes,
        account: held.of(cloud),
        behaviours: hasAny ? [] : behaviours,
        hasAny,
        region: regionOf(`${cloud}:`, settings),
        faultOf: (call, urn) => faultOf(held.folder, call, urn),
        cancels: cloud === "azure-native",
        hangs: (urn) => tellHanging(held.folder, urn),
      });
    },
    hasAny,
  );
}
