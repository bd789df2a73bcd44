import { deny, itFinds, may, type Row, role } from "./escalation-statements";

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
];

describe("an identity's policy", () => itFinds(rows));
