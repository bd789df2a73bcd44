import type { ResourceFixtures } from "../../core/fixture";
import { otherPlatforms } from "../../kinds/cloud-containers.fixtures";
import { deploymentType, deploymentWith, taskType } from "../../kinds/pods.fixtures";

const fix = "Set resources.requests with cpu and memory.";
const pods = otherPlatforms.filter(({ type }) => type !== taskType);

export const fixtures: ResourceFixtures = {
  passes: [
    ...pods.map(({ type, of }) => ({
      name: "with requests",
      type,
      properties: of({ resources: { requests: { cpu: "100m", memory: "64Mi" } } }),
    })),
    {
      name: "a Pod with one of them for all",
      type: deploymentType,
      properties: deploymentWith(
        {},
        { resources: { requests: { memory: "64Mi" } } },
        { resources: { requests: { cpu: "100m" } } },
      ),
    },
    ...pods.map(({ type, of }) => ({
      name: "with limits, which are requests too",
      type,
      properties: of({ resources: { limits: { cpu: "100m", memory: "64Mi" } } }),
    })),
    {
      name: "a Pod with a limit for all",
      type: deploymentType,
      properties: deploymentWith(
        {},
        { resources: { limits: { memory: "64Mi" } } },
        { resources: { limits: { cpu: 1 } } },
      ),
    },
  ],
  fails: pods.flatMap(({ type, of, path }) => [
    {
      name: "without one",
      type,
      properties: of({ resources: { requests: { cpu: "100m" } } }),
      messages: [`${path}.resources.requests.memory is not set; required: a value. ${fix}`],
    },
    {
      name: "with a limit of the other",
      type,
      properties: of({ resources: { limits: { memory: "64Mi" } } }),
      messages: [`${path}.resources.requests.cpu is not set; required: a value. ${fix}`],
    },
  ]),
};
