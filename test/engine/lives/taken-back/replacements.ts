import type { WholeTopology } from "../../../support/whole";
import { type Fix, of } from "./fix";

const again = [{ up: "first" }, { up: "with something that replaces it" }] as const;

/** What has a name that only one may have, and is deleted before it is replaced. */
const named: readonly { type: string; stack: string }[] = [
  { type: "aws:ecs/service:Service", stack: "small-aws-dev" },
  { type: "gcp:cloudrunv2/service:Service", stack: "small-gcp-dev" },
  { type: "azure-native:cdn:Route", stack: "small-azure-dev" },
];

/** What others use, and has a name of its content: the new one is there before the old one goes. */
const used: readonly { type: string; stack: string; property: string }[] = [
  { type: "gcp:compute/backendService:BackendService", stack: "small-gcp-dev", property: "name" },
  { type: "azure-native:cdn:AFDOriginGroup", stack: "small-azure-dev", property: "originGroupName" },
];

function withOtherPorts(topology: WholeTopology): WholeTopology {
  const other = structuredClone(topology);
  for (const service of other.compute.services) if (service.port !== undefined) service.port += 1;
  return other;
}

/** How a resource is replaced. */
export const replacements: readonly Fix[] = [
  ...named.map(
    ({ type, stack }): Fix => ({
      behaviour: "taken",
      name: `${type} is deleted before it is replaced`,
      stack,
      steps: again,
      meanwhile: of(type, ({ opts }, step) => Object.assign(opts, { replacementTrigger: step })),
      takeBack: of(type, ({ opts }) => Object.assign(opts, { deleteBeforeReplace: false })),
    }),
  ),
  {
    behaviour: "taken",
    name: "the name of a target group has its port",
    stack: "small-aws-dev",
    steps: [{ up: "first" }, { up: "another port", becomes: withOtherPorts }],
    takeBack: of("aws:lb/targetGroup:TargetGroup", ({ props }) => Object.assign(props, { name: "small-web" })),
  },
  {
    behaviour: "used",
    name: "a target group is there anew before the old one goes, whatever its provider would do",
    stack: "small-aws-dev",
    steps: [{ up: "first" }, { up: "another port", becomes: withOtherPorts }],
    takeBack: of("aws:lb/targetGroup:TargetGroup", ({ opts }) =>
      Object.assign(opts, { deleteBeforeReplace: undefined }),
    ),
  },
  ...used.map(
    ({ type, stack, property }): Fix => ({
      behaviour: "used",
      name: `${type} is there anew before the old one goes`,
      stack,
      steps: again,
      meanwhile: of(type, ({ props, name, opts }, step) => {
        Object.assign(props, { [property]: `${name.slice(-20)}-${step}` });
        Object.assign(opts, { deleteBeforeReplace: false });
      }),
      takeBack: of(type, ({ opts }) => Object.assign(opts, { deleteBeforeReplace: true })),
    }),
  ),
];
