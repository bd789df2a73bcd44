import assert from "node:assert/strict";
import { View } from "../../../policy/core/view";
import { escalations } from "../../../policy/kinds/escalation";
import { ways } from "../../../policy/kinds/escalation-ways";
import { launches } from "../../../policy/kinds/passed-roles";
import { beyond, noPaths, pathfinding } from "./escalation-paths";

const role = "arn:aws:iam::111122223333:role";
const passes = { Effect: "Allow", Action: "iam:PassRole", Resource: "*" };
const to = (service: string) => ({ Condition: { StringEquals: { "iam:PassedToService": service } } });
const may = (Action: string | string[], Resource: string | string[] = "*", more: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const deny = (Action: string, more: object = {}) => ({ Effect: "Deny", Action, Resource: "*", ...more });

/** Statements, and what is found of them; nothing where they lead to no more rights. */
type Row = readonly [name: string, statements: object[], found: string[]];
const rows: readonly Row[] = [
  ["keys of any user", [may("iam:CreateAccessKey")], ['"iam:CreateAccessKey" on any resource']],
  [
    "keys of any user, by ARN",
    [may("iam:CreateAccessKey", "arn:aws:iam::*:user/*")],
    ['"iam:CreateAccessKey" on any resource'],
  ],
  [
    "keys of any user of an account",
    [may("iam:CreateAccessKey", "arn:aws:iam::1:user/*")],
    ['"iam:CreateAccessKey" on any resource'],
  ],
  ["one's own keys", [may("iam:CreateAccessKey", `arn:aws:iam::*:user/$\{aws:username}`)], []],
  ["keys of a path", [may("iam:CreateAccessKey", "arn:aws:iam::1:user/ci/*")], []],
  ["keys of a prefix", [may("iam:CreateAccessKey", "arn:aws:iam::1:user/ci-*")], []],
  ["keys on roles, which have none", [may("iam:CreateAccessKey", `${role}/*`)], []],
  [
    "letters in another case",
    [may("IAM:createaccesskey")],
    ['"IAM:createaccesskey", which allows iam:CreateAccessKey on any resource'],
  ],
  [
    "by a pattern",
    [may("iam:Attach*")],
    ['"iam:Attach*", which allows iam:AttachGroupPolicy on any resource, and 2 more'],
  ],
  ["all of IAM", [may("iam:*")], ['"iam:*", which allows iam:AddUserToGroup on any resource, and 21 more']],
  ["everything, which another rule says", [may("*")], []],
  ["a whole service, which another rule says", [may("lambda:*")], []],
  ["reads IAM", [may(["iam:Get*", "iam:List*"])], []],
  ["new versions of a policy", [may("iam:CreatePolicyVersion", "arn:aws:iam::1:policy/app")], []],
  [
    "with a boundary",
    [
      may("iam:PutRolePolicy", "*", {
        Condition: { StringEquals: { "iam:PermissionsBoundary": "arn:aws:iam::1:policy/b" } },
      }),
    ],
    [],
  ],
  [
    "with any boundary",
    [may("iam:PutRolePolicy", "*", { Condition: { StringLike: { "iam:PermissionsBoundary": "*" } } })],
    ['"iam:PutRolePolicy" on any resource'],
  ],
  [
    "one policy to attach",
    [may("iam:AttachRolePolicy", "*", { Condition: { ArnEquals: { "iam:PolicyARN": "arn:aws:iam::1:policy/a" } } })],
    [],
  ],
  [
    "the administrator's policy",
    [
      may("iam:AttachRolePolicy", "*", {
        Condition: { ArnEquals: { "iam:PolicyARN": "arn:aws:iam::aws:policy/AdministratorAccess" } },
      }),
    ],
    ['"iam:AttachRolePolicy" on any resource'],
  ],
  [
    "any but the administrator's policy",
    [
      may("iam:AttachRolePolicy", "*", {
        Condition: { ArnNotEquals: { "iam:PolicyARN": "arn:aws:iam::aws:policy/AdministratorAccess" } },
      }),
    ],
    ['"iam:AttachRolePolicy" on any resource'],
  ],
  [
    "with a second factor",
    [may("iam:CreateAccessKey", "*", { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } })],
    ['"iam:CreateAccessKey" on any resource'],
  ],
  [
    "by tag of the resource",
    [may("ssm:StartSession", "*", { Condition: { StringEquals: { "aws:ResourceTag/team": "shop" } } })],
    [],
  ],
  [
    "by tag of the caller",
    [may("ssm:StartSession", "*", { Condition: { StringEquals: { "aws:PrincipalTag/team": "shop" } } })],
    ['"ssm:StartSession" on any resource'],
  ],
  [
    "entries of clusters, for one user",
    [
      may(["eks:CreateAccessEntry", "eks:AssociateAccessPolicy"], "*", {
        Condition: { ArnEquals: { "eks:principalArn": "arn:aws:iam::1:role/ci" } },
      }),
    ],
    [],
  ],
  ["entries of a cluster", [may("eks:AssociateAccessPolicy", "arn:aws:eks:eu-west-1:1:access-entry/shop/*")], []],
  [
    "reading access policies",
    [
      may("eks:AssociateAccessPolicy", "*", {
        Condition: { ArnEquals: { "eks:policyArn": "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy" } },
      }),
    ],
    [],
  ],
  [
    "the administrator's access policy",
    [
      may("eks:AssociateAccessPolicy", "*", {
        Condition: {
          ArnEquals: { "eks:policyArn": "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy" },
        },
      }),
    ],
    ['"eks:AssociateAccessPolicy" on any resource'],
  ],
  [
    "a boundary, put in the place of another",
    [
      may(["iam:PutRolePermissionsBoundary"], "*", {
        Condition: { StringEquals: { "iam:PermissionsBoundary": "arn:aws:iam::1:policy/b" } },
      }),
    ],
    [],
  ],
  [
    "a boundary, by its name, deleted",
    [
      may("iam:DeleteRolePermissionsBoundary", "*", {
        Condition: { StringEquals: { "iam:PermissionsBoundary": "arn:aws:iam::1:policy/b" } },
      }),
    ],
    ['"iam:DeleteRolePermissionsBoundary" on any resource'],
  ],
  [
    "permission sets of an instance",
    [may("sso:PutInlinePolicyToPermissionSet", "arn:aws:sso:::permissionSet/ssoins-1/*")],
    ['"sso:PutInlinePolicyToPermissionSet" on any resource'],
  ],
  [
    "all permission sets",
    [may("sso:PutInlinePolicyToPermissionSet", "arn:aws:sso:::permissionSet/*/*")],
    ['"sso:PutInlinePolicyToPermissionSet" on any resource'],
  ],
  ["a permission set", [may("sso:CreateAccountAssignment", "arn:aws:sso:::permissionSet/ssoins-1/ps-1")], []],
  [
    "all permission sets, refused by ARN",
    [may("sso:CreateAccountAssignment"), { ...deny("sso:*"), Resource: "arn:aws:sso:::permissionSet/*" }],
    [],
  ],
  ["keys, refused by ARN", [may("iam:CreateAccessKey"), { ...deny("iam:*"), Resource: "arn:aws:iam::*:user/*" }], []],
  ["a runbook", [may("ssm:StartAutomationExecution", "arn:aws:ssm:*:1:automation-definition/Stop:*")], []],
  [
    "any runbook",
    [may("ssm:StartAutomationExecution", "arn:aws:ssm:*:*:automation-definition/*:*")],
    ['"ssm:StartAutomationExecution" on any resource'],
  ],
  [
    "any document",
    [may("ssm:StartAutomationExecution", "arn:aws:ssm:*:*:document/*")],
    ['"ssm:StartAutomationExecution" on any resource'],
  ],
  ["any role", [may("sts:AssumeRole")], ['"sts:AssumeRole" on any resource']],
  ["a role", [may("sts:AssumeRole", `${role}/app`)], []],
  ["a role of every account", [may("sts:AssumeRole", "arn:aws:iam::*:role/app")], []],
  ["code of a function", [may("lambda:UpdateFunctionCode", "arn:aws:lambda:eu-west-1:1:function:app")], []],
  [
    "code of any function",
    [may("lambda:UpdateFunctionCode", "arn:aws:lambda:*:*:function:*")],
    ['"lambda:UpdateFunctionCode" on any resource'],
  ],
  ["refused", [may("iam:CreateAccessKey"), deny("iam:*")], []],
  [
    "refused but for tagged ones",
    [may("iam:CreateAccessKey"), deny("iam:*", { Condition: { StringNotEquals: { "aws:ResourceTag/team": "shop" } } })],
    [],
  ],
  [
    "refused without a second factor",
    [may("iam:CreateAccessKey"), deny("iam:*", { Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } })],
    ['"iam:CreateAccessKey" on any resource'],
  ],
  ["refused in part", [may("iam:CreateAccessKey"), deny("iam:Delete*")], ['"iam:CreateAccessKey" on any resource']],
  [
    "all but IAM",
    [
      {
        Effect: "Allow",
        NotAction: [
          ...["iam:*", "sts:*", "lambda:*", "ec2*", "ecs:*", "glue:*", "ssm:*", "apprunner:*", "bedrock-agentcore:*"],
          ...["cloudformation:*", "codebuild:*", "sagemaker:*", "eks:*", "sso*", "identitystore:*"],
        ],
        Resource: "*",
      },
    ],
    [],
  ],
  [
    "all but deletion",
    [{ Effect: "Allow", NotAction: "s3:Delete*", Resource: "*" }],
    ["everything but some, which allows iam:AddUserToGroup on any resource, and 51 more"],
  ],
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

describe("an identity's policy", () => {
  for (const [name, statements, expected] of rows) {
    it(`${name}: ${expected.length === 0 ? "leads to no more rights" : "leads to more"}`, () => {
      const found = escalations(View.of(JSON.stringify({ Version: "2012-10-17", Statement: statements })));
      assert.deepEqual(
        found.map((finding) => finding.found),
        expected,
      );
    });
  }
});

describe("a policy that allows everything", () => {
  const found = (action: string, key: string, value: string) =>
    escalations(
      View.of(JSON.stringify({ Statement: [may(action, "*", { Condition: { StringEquals: { [key]: value } } })] })),
    ).length;
  const ofAws = (name: string) => `arn:aws:iam::aws:policy/${name}`;
  const everything = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess", "administratoraccess"].map(ofAws);
  const inClusters = ["AmazonEKSAdminPolicy", "AmazonEKSClusterAdminPolicy"].map(
    (name) => `arn:aws:eks::aws:cluster-access-policy/${name}`,
  );
  const keys: readonly [key: string, policies: readonly string[], harmless: string][] = [
    ["iam:PermissionsBoundary", everything, ofAws("ReadOnlyAccess")],
    ["iam:PolicyARN", everything, ofAws("ReadOnlyAccess")],
    ["eks:policyArn", inClusters, "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy"],
  ];
  const actions = ways.filter(({ action, needs }) => needs.length === 0 && !/^iam:Delete/.test(action));

  for (const [key, policies, harmless] of keys) {
    it(`holds no action to anything, as the value of ${key}`, () => {
      const service = key.split(":")[0] ?? "";
      const ofService = actions.map(({ action }) => action).filter((action) => action.startsWith(service));
      assert.notDeepEqual(ofService, []);
      for (const action of ofService) {
        for (const policy of policies) assert.equal(found(action, key, policy), 1, `${action} ${policy}`);
        assert.equal(found(action, key, harmless), 0, action);
      }
    });
  }

  it("nor does any boundary hold its own deletion", () => {
    for (const { action } of ways.filter((way) => /^iam:Delete\w+Boundary$/.test(way.action))) {
      assert.equal(found(action, "iam:PermissionsBoundary", "arn:aws:iam::1:policy/b"), 1, action);
    }
  });
});

describe("a path to more rights", () => {
  const found = (statements: object[]) => escalations(View.of(JSON.stringify({ Statement: statements }))).length;

  for (const { id, needs, passedTo } of [...pathfinding, ...beyond]) {
    const passing = passedTo === undefined ? [] : [{ ...passes, ...to(passedTo) }];
    it(`${id}: ${needs.join(" and ")}, in one statement or several`, () => {
      assert.notEqual(found([...passing, may([...needs])]), 0);
      assert.notEqual(found([...passing, ...needs.map((action) => may(action))]), 0);
      assert.equal(found([...passing, may([...needs]), deny("*")]), 0);
    });
  }

  for (const [action, why] of Object.entries(noPaths)) {
    it(`is none: ${action} (${why})`, () => {
      assert.equal(found([may(action)]), 0);
    });
  }

  for (const [service, actions] of Object.entries(launches)) {
    it(`is any role passed to ${service}, with any action that starts something by it, on one's own resource`, () => {
      const named = (action: string) => may(action, `arn:aws:${action.split(":")[0]}:eu-west-1:111122223333:any/web`);
      for (const action of actions) {
        assert.equal(found([{ ...passes, ...to(service) }, named(action)]), 1, action);
        assert.equal(found([{ ...passes, ...to(service), Resource: `${role}/web` }, named(action)]), 0, action);
        assert.equal(found([named(action)]), 0, action);
      }
      const reads = actions.map((action) => action.replace(/:\w+$/, ":Describe*"));
      assert.equal(found([{ ...passes, ...to(service) }, may(reads)]), 0);
    });
  }

  it("is any role passed to a service that is in no table, with an action of it that does more than to read", () => {
    const rows: readonly [service: string, action: string, count: number][] = [
      ["transfer.amazonaws.com", "transfer:CreateUser", 1],
      ["export.rds.amazonaws.com", "rds:StartExportTask", 1],
      ["backup.amazonaws.com", "backup:Start*", 1],
      ["transfer.amazonaws.com", "transfer:Describe*", 0],
      ["transfer.amazonaws.com", "transfer:ListUsers", 0],
      ["transfer.amazonaws.com", "transfer:TagResource", 0],
      ["transfer.amazonaws.com", "s3:PutObject", 0],
      ["vpc-flow-logs.amazonaws.com", "logs:CreateLogGroup", 0],
    ];
    for (const [service, action, count] of rows) {
      assert.equal(found([{ ...passes, ...to(service) }, may(action, "arn:aws:x:eu-west-1:1:web")]), count, action);
    }
  });

  it("is told for every action that leads to more", () => {
    const told = new Set([...pathfinding, ...beyond].flatMap(({ needs }) => needs));
    const known = ways.flatMap(({ action, needs }) => [action, ...needs]);
    assert.deepEqual(
      known.filter((action) => !told.has(action)),
      [],
    );
  });

  it("is none without what it needs beside it", () => {
    for (const { action } of ways.filter(({ needs }) => needs.length > 0)) {
      assert.equal(found([may(action)]), 0, action);
    }
  });
});
