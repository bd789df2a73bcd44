import { type EnvironmentName, environmentNames } from "../../components/contract";
import { type TargetName, targetNames } from "../../components/targets";
import { stackNamed } from "./fixture/stacks";
import { shippedStacks } from "./project";

/** A stack by what its config says: its name is free. */
export interface PlacedStack {
  stack: string;
  app: string;
  cloud: TargetName;
  environment: EnvironmentName;
}

function placed(stack: string): PlacedStack {
  const { config } = stackNamed(stack);
  const [app, cloud, environment] = ["app", "cloud", "environment"].map((key) => config[`isotopo:${key}`]);
  const [target, stage] = [
    targetNames.find((each) => each === cloud),
    environmentNames.find((each) => each === environment),
  ];
  if (app === undefined || target === undefined || stage === undefined)
    throw new Error(`${stack} does not say what it is`);
  return { stack, app, cloud: target, environment: stage };
}

/** The stacks that the project ships, however many there are. */
export const shipped: readonly PlacedStack[] = shippedStacks.map(placed);

/** The stacks of the fixture. */
export const ofFixture: readonly PlacedStack[] = targetNames.flatMap((cloud) =>
  environmentNames.map((environment) => placed(`fixture-${cloud}-${environment}`)),
);
