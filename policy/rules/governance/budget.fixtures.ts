import type { StackFixtures } from "../../core/fixture";

const stack = { name: "shop", type: "pulumi:pulumi:Stack", properties: {} };
const settings = { required: true };

export const fixtures: StackFixtures = {
  stacks: [
    {
      name: "with a budget",
      resources: [stack, { name: "budget", type: "aws:budgets/budget:Budget", properties: { budgetType: "COST" } }],
      messages: {},
      settings,
    },
    { name: "where none is asked for", resources: [stack], messages: {} },
    {
      name: "without",
      resources: [stack],
      messages: {
        shop: [
          "stack is without a budget; required: a budget of its cloud. Add a budget of the cloud with a notification, or set required to false for budgets of the whole account.",
        ],
      },
      settings,
    },
  ],
};
