/** A path to the rights of others: the actions that it needs, on anything. */
export interface EscalationPath {
  /** The name that its source has for it. */
  id: string;
  needs: readonly string[];
  /** The service that a role is passed to, where the path needs `iam:PassRole` beside them. */
  passedTo?: string;
}

/** Every path of pathfinding.cloud (Datadog), as of 17 December 2025 (commit 84dd65c). */
export const pathfinding: readonly EscalationPath[] = [
  { id: "apprunner-001", needs: ["apprunner:CreateService"], passedTo: "tasks.apprunner.amazonaws.com" },
  { id: "apprunner-002", needs: ["apprunner:UpdateService"] },
  {
    id: "bedrock-001",
    needs: [
      "bedrock-agentcore:CreateCodeInterpreter",
      "bedrock-agentcore:StartCodeInterpreterSession",
      "bedrock-agentcore:InvokeCodeInterpreter",
    ],
    passedTo: "bedrock-agentcore.amazonaws.com",
  },
  {
    id: "bedrock-002",
    needs: ["bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"],
  },
  { id: "cloudformation-001", needs: ["cloudformation:CreateStack"], passedTo: "cloudformation.amazonaws.com" },
  { id: "cloudformation-002", needs: ["cloudformation:UpdateStack"] },
  {
    id: "cloudformation-003",
    needs: ["cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"],
    passedTo: "cloudformation.amazonaws.com",
  },
  { id: "cloudformation-004", needs: ["cloudformation:UpdateStackSet"], passedTo: "cloudformation.amazonaws.com" },
  { id: "cloudformation-005", needs: ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"] },
  {
    id: "codebuild-001",
    needs: ["codebuild:CreateProject", "codebuild:StartBuild"],
    passedTo: "codebuild.amazonaws.com",
  },
  { id: "codebuild-002", needs: ["codebuild:StartBuild"] },
  { id: "codebuild-003", needs: ["codebuild:StartBuildBatch"] },
  {
    id: "codebuild-004",
    needs: ["codebuild:CreateProject", "codebuild:StartBuildBatch"],
    passedTo: "codebuild.amazonaws.com",
  },
  {
    id: "datapipeline-001",
    needs: ["datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition", "datapipeline:ActivatePipeline"],
    passedTo: "datapipeline.amazonaws.com",
  },
  { id: "ec2instanceconnect-003", needs: ["ec2-instance-connect:SendSSHPublicKey", "ec2:DescribeInstances"] },
  { id: "ec2-001", needs: ["ec2:RunInstances"], passedTo: "ec2.amazonaws.com" },
  { id: "ec2-002", needs: ["ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"] },
  { id: "ec2-003", needs: ["ec2:RequestSpotInstances"], passedTo: "ec2.amazonaws.com" },
  { id: "ec2-004", needs: ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"] },
  {
    id: "ecs-001",
    needs: ["ecs:CreateCluster", "ecs:RegisterTaskDefinition", "ecs:CreateService"],
    passedTo: "ecs-tasks.amazonaws.com",
  },
  {
    id: "ecs-002",
    needs: ["ecs:CreateCluster", "ecs:RegisterTaskDefinition", "ecs:RunTask"],
    passedTo: "ecs-tasks.amazonaws.com",
  },
  { id: "ecs-003", needs: ["ecs:RegisterTaskDefinition", "ecs:CreateService"], passedTo: "ecs-tasks.amazonaws.com" },
  { id: "ecs-004", needs: ["ecs:RegisterTaskDefinition", "ecs:RunTask"], passedTo: "ecs-tasks.amazonaws.com" },
  { id: "ecs-005", needs: ["ecs:RegisterTaskDefinition", "ecs:StartTask"], passedTo: "ecs-tasks.amazonaws.com" },
  { id: "glue-001", needs: ["glue:CreateDevEndpoint"], passedTo: "glue.amazonaws.com" },
  { id: "glue-002", needs: ["glue:UpdateDevEndpoint"] },
  { id: "glue-003", needs: ["glue:CreateJob", "glue:StartJobRun"], passedTo: "glue.amazonaws.com" },
  { id: "glue-004", needs: ["glue:CreateJob", "glue:CreateTrigger"], passedTo: "glue.amazonaws.com" },
  { id: "glue-005", needs: ["glue:UpdateJob", "glue:StartJobRun"], passedTo: "glue.amazonaws.com" },
  { id: "glue-006", needs: ["glue:UpdateJob", "glue:CreateTrigger"], passedTo: "glue.amazonaws.com" },
  { id: "iam-001", needs: ["iam:CreatePolicyVersion"] },
  { id: "iam-002", needs: ["iam:CreateAccessKey"] },
  { id: "iam-003", needs: ["iam:CreateAccessKey", "iam:DeleteAccessKey"] },
  { id: "iam-004", needs: ["iam:CreateLoginProfile"] },
  { id: "iam-005", needs: ["iam:PutRolePolicy"] },
  { id: "iam-006", needs: ["iam:UpdateLoginProfile"] },
  { id: "iam-007", needs: ["iam:PutUserPolicy"] },
  { id: "iam-008", needs: ["iam:AttachUserPolicy"] },
  { id: "iam-009", needs: ["iam:AttachRolePolicy"] },
  { id: "iam-010", needs: ["iam:AttachGroupPolicy"] },
  { id: "iam-011", needs: ["iam:PutGroupPolicy"] },
  { id: "iam-012", needs: ["iam:UpdateAssumeRolePolicy"] },
  { id: "iam-013", needs: ["iam:AddUserToGroup"] },
  { id: "iam-014", needs: ["iam:AttachRolePolicy", "sts:AssumeRole"] },
  { id: "iam-015", needs: ["iam:AttachUserPolicy", "iam:CreateAccessKey"] },
  { id: "iam-016", needs: ["iam:CreatePolicyVersion", "sts:AssumeRole"] },
  { id: "iam-017", needs: ["iam:PutRolePolicy", "sts:AssumeRole"] },
  { id: "iam-018", needs: ["iam:PutUserPolicy", "iam:CreateAccessKey"] },
  { id: "iam-019", needs: ["iam:AttachRolePolicy", "iam:UpdateAssumeRolePolicy"] },
  { id: "iam-020", needs: ["iam:CreatePolicyVersion", "iam:UpdateAssumeRolePolicy"] },
  { id: "iam-021", needs: ["iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy"] },
  { id: "lambda-001", needs: ["lambda:CreateFunction", "lambda:InvokeFunction"], passedTo: "lambda.amazonaws.com" },
  {
    id: "lambda-002",
    needs: ["lambda:CreateFunction", "lambda:CreateEventSourceMapping"],
    passedTo: "lambda.amazonaws.com",
  },
  { id: "lambda-003", needs: ["lambda:UpdateFunctionCode"] },
  { id: "lambda-004", needs: ["lambda:UpdateFunctionCode", "lambda:InvokeFunction"] },
  { id: "lambda-005", needs: ["lambda:UpdateFunctionCode", "lambda:AddPermission"] },
  { id: "lambda-006", needs: ["lambda:CreateFunction", "lambda:AddPermission"], passedTo: "lambda.amazonaws.com" },
  { id: "sagemaker-001", needs: ["sagemaker:CreateNotebookInstance"], passedTo: "sagemaker.amazonaws.com" },
  { id: "sagemaker-002", needs: ["sagemaker:CreateTrainingJob"], passedTo: "sagemaker.amazonaws.com" },
  { id: "sagemaker-003", needs: ["sagemaker:CreateProcessingJob"], passedTo: "sagemaker.amazonaws.com" },
  { id: "sagemaker-004", needs: ["sagemaker:CreatePresignedNotebookInstanceUrl"] },
  {
    id: "sagemaker-005",
    needs: [
      "sagemaker:CreateNotebookInstanceLifecycleConfig",
      "sagemaker:StopNotebookInstance",
      "sagemaker:UpdateNotebookInstance",
      "sagemaker:StartNotebookInstance",
    ],
  },
  { id: "ssm-001", needs: ["ssm:StartSession"] },
  { id: "ssm-002", needs: ["ssm:SendCommand"] },
  { id: "sts-001", needs: ["sts:AssumeRole"] },
];

/** Paths that it has not, each with its source. */
export const beyond: readonly EscalationPath[] = [
  // IAM User Guide, "Permissions boundaries for IAM entities".
  { id: "a role's boundary, removed", needs: ["iam:DeleteRolePermissionsBoundary"] },
  { id: "a role's boundary, replaced", needs: ["iam:PutRolePermissionsBoundary"] },
  { id: "a user's boundary, removed", needs: ["iam:DeleteUserPermissionsBoundary"] },
  { id: "a user's boundary, replaced", needs: ["iam:PutUserPermissionsBoundary"] },
  // IAM API Reference, "UpdateSAMLProvider", "DeleteSAMLProvider", "AddClientIDToOpenIDConnectProvider", "DeleteOpenIDConnectProvider".
  { id: "keys of a SAML provider", needs: ["iam:UpdateSAMLProvider"] },
  { id: "a SAML provider in the place of another", needs: ["iam:CreateSAMLProvider", "iam:DeleteSAMLProvider"] },
  { id: "clients of an OIDC provider", needs: ["iam:AddClientIDToOpenIDConnectProvider"] },
  {
    id: "an OIDC provider in the place of another",
    needs: ["iam:CreateOpenIDConnectProvider", "iam:DeleteOpenIDConnectProvider"],
  },
  // Jason Kao, "AWS Identity Center: A Guide to Privilege Escalation and Identity and Access Management".
  { id: "an assignment", needs: ["sso:CreateAccountAssignment"] },
  { id: "a policy in a permission set", needs: ["sso:PutInlinePolicyToPermissionSet"] },
  { id: "AWS' policy in a permission set", needs: ["sso:AttachManagedPolicyToPermissionSet"] },
  { id: "one's own in a permission set", needs: ["sso:AttachCustomerManagedPolicyReferenceToPermissionSet"] },
  { id: "a permission set's boundary, removed", needs: ["sso:DeletePermissionsBoundaryFromPermissionSet"] },
  { id: "a permission set's boundary, replaced", needs: ["sso:PutPermissionsBoundaryToPermissionSet"] },
  { id: "a member of a group", needs: ["identitystore:CreateGroupMembership"] },
  { id: "a member of a group, by the console", needs: ["sso-directory:AddMemberToGroup"] },
  // Datadog Security Labs, "Deep dive into the new Amazon EKS Cluster Access Management features".
  { id: "an access policy", needs: ["eks:AssociateAccessPolicy"] },
  { id: "an entry and its access policy", needs: ["eks:CreateAccessEntry", "eks:AssociateAccessPolicy"] },
  { id: "groups of a new entry", needs: ["eks:CreateAccessEntry"] },
  { id: "groups of an entry", needs: ["eks:UpdateAccessEntry"] },
  // Systems Manager User Guide, "Running an automation by using delegated administration".
  { id: "a runbook with a role of its own", needs: ["ssm:StartAutomationExecution"] },
  { id: "a runbook by a role", needs: ["ssm:StartAutomationExecution"], passedTo: "ssm.amazonaws.com" },
  // Rhino Security Labs, "AWS IAM Privilege Escalation – Methods and Mitigation".
  { id: "an old version of a policy", needs: ["iam:SetDefaultPolicyVersion"] },
  { id: "settings of a function", needs: ["lambda:UpdateFunctionConfiguration"] },
  { id: "a launch configuration", needs: ["autoscaling:CreateLaunchConfiguration"], passedTo: "ec2.amazonaws.com" },
  // Amazon ECS Developer Guide, "ECS Exec".
  { id: "a command in a task", needs: ["ecs:ExecuteCommand"] },
];

/**
 * The actions of IAM and IAM Identity Center that AWS itself calls "Permissions management", and those that make identities
 * or what identifies them (Service Authorization Reference), that are no path by themselves, each with the reason.
 */
export const noPaths: Readonly<Record<string, string>> = {
  "iam:CreatePolicy": "A new policy is of nobody; to attach it is told.",
  "iam:CreateRole": "A new role has no rights; to give it some is told.",
  "iam:CreateUser": "A new user has no rights; to give him some is told.",
  "iam:CreateGroup": "A new group has no rights; to give it some is told.",
  "iam:CreateSAMLProvider": "No role trusts a new provider; to replace one, and to change whom a role trusts, is told.",
  "iam:CreateOpenIDConnectProvider":
    "No role trusts a new provider; to replace one, and to change whom a role trusts, is told.",
  "iam:UpdateOpenIDConnectProviderThumbprint":
    "It is about the certificate of the issuer's address: without that address, or a place between it and AWS, it is of no use.",
  "iam:CreateServiceSpecificCredential": "A limit: it is for CodeCommit, Keyspaces and Bedrock alone.",
  "iam:UploadSSHPublicKey": "A limit: it is for CodeCommit alone.",
  "iam:DeleteAccountPasswordPolicy": "It gives no rights.",
  "iam:DeleteGroupPolicy": "A limit: it takes rights away, unless the policy denies something.",
  "iam:DeletePolicy": "A policy that is attached can't be deleted.",
  "iam:DeletePolicyVersion": "The version that counts can't be deleted.",
  "iam:DeleteRolePolicy": "A limit: it takes rights away, unless the policy denies something.",
  "iam:DeleteUserPolicy": "A limit: it takes rights away, unless the policy denies something.",
  "iam:DetachGroupPolicy": "A limit: it takes rights away, unless the policy denies something.",
  "iam:DetachRolePolicy": "A limit: it takes rights away, unless the policy denies something.",
  "iam:DetachUserPolicy": "A limit: it takes rights away, unless the policy denies something.",
  "sso:CreatePermissionSet": "A new permission set has no rights; to give it some is told.",
  "sso:DetachCustomerManagedPolicyReferenceFromPermissionSet":
    "A limit: it takes rights away, unless the policy denies something.",
  "sso:DetachManagedPolicyFromPermissionSet": "It takes rights away: AWS' own policies hardly deny anything.",
  "sso:ProvisionPermissionSet": "It applies what was written into the permission set, which is told.",
  "sso:PutPermissionsPolicy":
    "A limit: the Service Authorization Reference alone has it, without a word on what it is for.",
  "sso:UpdatePermissionSet": "It is about the length of sessions and the description.",
};
