import type { ResourceFixtures } from "../../core/fixture";

const type = "aws:cloudtrail/trail:Trail";
const fix = "Set isMultiRegionTrail: true and enableLogFileValidation: true.";
const good = { isMultiRegionTrail: true, enableLogFileValidation: true };

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "a trail", type, properties: good },
    {
      name: "a trail that says all",
      type,
      properties: { ...good, includeGlobalServiceEvents: true, enableLogging: true },
    },
  ],
  fails: [
    {
      name: "a trail of one region",
      type,
      properties: {},
      messages: ["isMultiRegionTrail", "enableLogFileValidation"].map(
        (path) => `${path} is not set; required: true. ${fix}`,
      ),
    },
    {
      name: "a trail that is off",
      type,
      properties: { ...good, includeGlobalServiceEvents: false, enableLogging: false },
      messages: ["includeGlobalServiceEvents", "enableLogging"].map(
        (path) => `${path} is false; required: true. Leave it out, or set it to true.`,
      ),
    },
  ],
};
