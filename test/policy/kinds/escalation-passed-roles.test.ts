import { itFinds, may, passes, type Row, role, to } from "./escalation-statements";

const rows: readonly Row[] = [
  ["any role to any service", [passes], ['"iam:PassRole" of any role to any service']],
  [
    "any role to a service that it can't start",
    [{ ...passes, ...to("ecs-tasks.amazonaws.com") }, may("ec2:RunInstances")],
    [],
  ],
  [
    "any role to what it starts",
    [{ ...passes, ...to("ecs-tasks.amazonaws.com") }, may("ecs:RunTask")],
    ['"iam:PassRole" of any role, and ecs:RunTask'],
  ],
  [
    "any role to any, and starts",
    [passes, may("lambda:Create*", "arn:aws:lambda:eu-west-1:1:function:app")],
    ['"iam:PassRole" of any role, and lambda:CreateFunction'],
  ],
  [
    "any role of an account",
    [{ ...passes, Resource: `${role}/*` }, may("glue:CreateJob")],
    ['"iam:PassRole" of any role, and glue:CreateJob'],
  ],
  ...["StringEqualsIfExists", "StringLike", "ForAnyValue:StringEquals", "StringEqualsIgnoreCaseIfExists"].map(
    (operator): Row => [
      `any role to named services, by ${operator}`,
      [{ ...passes, Condition: { [operator]: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } } }],
      [],
    ],
  ),
  ...["StringNotEquals", "StringNotLikeIfExists", "ForAllValues:StringEquals", "ArnEquals"].map(
    (operator): Row => [
      `any role to any service, by ${operator}`,
      [{ ...passes, Condition: { [operator]: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } } }],
      ['"iam:PassRole" of any role to any service'],
    ],
  ),
  ["a role, and starts", [{ ...passes, Resource: `${role}/task` }, may("ecs:RunTask")], []],
  ["roles of a prefix, and starts", [{ ...passes, Resource: `${role}/shop-*` }, may("ecs:RunTask")], []],
  [
    "roles by tag, and starts",
    [{ ...passes, Condition: { StringEquals: { "iam:ResourceTag/team": "shop" } } }, may("ecs:RunTask")],
    [],
  ],
  ["starts, and passes nothing", [may(["ec2:RunInstances", "lambda:CreateFunction"])], []],
];

describe("an identity's policy", () => itFinds(rows));
