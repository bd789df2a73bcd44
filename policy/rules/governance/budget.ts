import { alike, type Check, type Rule } from "../../core/rule";
import { everywhere, flagSetting } from "../../core/setting";

const required = flagSetting("required", "Whether every stack has to have a budget of its own.", everywhere(false));

const budgets = [
  "aws:budgets/budget:Budget",
  "gcp:billing/budget:Budget",
  "azure-native:consumption:Budget",
  "azure-native:costmanagement:Budget",
];

const judge: Check = (_stack, context) =>
  !context.get(required) || context.all(budgets).length > 0
    ? []
    : [{ path: "stack", found: "without a budget", required: "a budget of its cloud" }];

/** A stack has a budget, where that is asked for: many keep budgets for the account as a whole. */
export const rule: Rule = {
  id: "governance-budget",
  title: "A stack has a budget, where that is asked for.",
  severity: "low",
  frameworks: {},
  why: "A forgotten cluster, or a loop that calls a paid service, is noticed on the invoice.",
  fix: "Add a budget of the cloud with a notification, or set required to false for budgets of the whole account.",
  source: "https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html",
  breaksBy: {
    ...alike(
      [
        "pulumi:pulumi:Stack",
        "aws:budgets/budget:Budget",
        "gcp:billing/budget:Budget",
        "azure-native:consumption:Budget",
        "azure-native:costmanagement:Budget",
      ],
      [],
    ),
  },
  settings: [required],
  companions: budgets,
  checks: { "pulumi:pulumi:Stack": judge },
};
