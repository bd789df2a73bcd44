import type { Names } from "./conditions/aws";
import { isFixed } from "./conditions/callers";

/** An action that leads to the rights of others. */
export interface Way {
  action: string;
  /** The ends of ARNs of what it is about: any one of them is enough to be about all of its kind. */
  about: readonly string[];
  /** Actions without which it leads to nothing. */
  needs: readonly string[];
}

/**
 * Actions that by themselves lead to the rights of others. Source: Rhino Security Labs, "AWS IAM Privilege Escalation – Methods
 * and Mitigation", and pathfinding.cloud of Datadog, where no other one is named. ARNs: Service Authorization Reference.
 */
const direct: Readonly<Record<string, readonly string[]>> = {
  "iam:AddUserToGroup": ["group/any"],
  "iam:AttachGroupPolicy": ["group/any"],
  "iam:AttachRolePolicy": ["role/any"],
  "iam:AttachUserPolicy": ["user/any"],
  "iam:CreateAccessKey": ["user/any"],
  "iam:CreateLoginProfile": ["user/any"],
  "iam:CreatePolicyVersion": ["policy/any"],
  "iam:PutGroupPolicy": ["group/any"],
  "iam:PutRolePolicy": ["role/any"],
  "iam:PutUserPolicy": ["user/any"],
  "iam:SetDefaultPolicyVersion": ["policy/any"],
  "iam:UpdateAssumeRolePolicy": ["role/any"],
  "iam:UpdateLoginProfile": ["user/any"],
  "sts:AssumeRole": ["role/any"],
  // What holds a user or role to less than its policies say (IAM User Guide, "Permissions boundaries for IAM entities").
  "iam:DeleteRolePermissionsBoundary": ["role/any"],
  "iam:DeleteUserPermissionsBoundary": ["user/any"],
  "iam:PutRolePermissionsBoundary": ["role/any"],
  "iam:PutUserPermissionsBoundary": ["user/any"],
  // Who signs in to the roles that trust a provider: the keys in its metadata, the clients that tokens are for (IAM API Reference).
  "iam:AddClientIDToOpenIDConnectProvider": ["oidc-provider/any"],
  "iam:UpdateSAMLProvider": ["saml-provider/any"],
  // Roles that IAM Identity Center makes in other accounts, and who has them (Jason Kao, "AWS Identity Center: A Guide to
  // Privilege Escalation and Identity and Access Management").
  "identitystore:CreateGroupMembership": ["group/any"],
  "sso-directory:AddMemberToGroup": ["any"],
  "sso:AttachCustomerManagedPolicyReferenceToPermissionSet": ["permissionSet/any/any"],
  "sso:AttachManagedPolicyToPermissionSet": ["permissionSet/any/any"],
  "sso:CreateAccountAssignment": ["permissionSet/any/any"],
  "sso:DeletePermissionsBoundaryFromPermissionSet": ["permissionSet/any/any"],
  "sso:PutInlinePolicyToPermissionSet": ["permissionSet/any/any"],
  "sso:PutPermissionsBoundaryToPermissionSet": ["permissionSet/any/any"],
  // Everything in a cluster, or what its groups may (EKS User Guide, "Create access entries"; Datadog Security Labs, "Deep dive
  // into the new Amazon EKS Cluster Access Management features").
  "eks:AssociateAccessPolicy": ["access-entry/any/any/any/any/any"],
  "eks:CreateAccessEntry": ["cluster/any"],
  "eks:UpdateAccessEntry": ["access-entry/any/any/any/any/any"],
  // What runs already runs with the rights of its role.
  "apprunner:UpdateService": ["service/any/any"],
  "bedrock-agentcore:InvokeCodeInterpreter": ["code-interpreter/any"],
  "cloudformation:UpdateStack": ["stack/any/any"],
  "codebuild:StartBuild": ["project/any"],
  "codebuild:StartBuildBatch": ["project/any"],
  "ec2-instance-connect:SendSSHPublicKey": ["instance/any"],
  "ecs:ExecuteCommand": ["task/any/any"],
  "glue:UpdateDevEndpoint": ["devEndpoint/any"],
  "lambda:UpdateFunctionCode": ["function:any"],
  "lambda:UpdateFunctionConfiguration": ["function:any"],
  "sagemaker:CreatePresignedNotebookInstanceUrl": ["notebook-instance/any"],
  "ssm:SendCommand": ["instance/any"],
  // A runbook with a role of its own has its rights, whoever starts it (Systems Manager User Guide, "Running an automation by
  // using delegated administration").
  "ssm:StartAutomationExecution": ["automation-definition/any:any", "document/any"],
  "ssm:StartSession": ["instance/any"],
};

/** The same of actions that need others beside them. */
const combined: Readonly<Record<string, Omit<Way, "action">>> = {
  "cloudformation:ExecuteChangeSet": { about: ["stack/any/any"], needs: ["cloudformation:CreateChangeSet"] },
  "ec2:ModifyInstanceAttribute": { about: ["instance/any"], needs: ["ec2:StartInstances", "ec2:StopInstances"] },
  "ec2:ModifyLaunchTemplate": { about: ["launch-template/any"], needs: ["ec2:CreateLaunchTemplateVersion"] },
  // In the place of one that is deleted, by its name: roles go on to trust it (IAM API Reference, "DeleteSAMLProvider" and
  // "DeleteOpenIDConnectProvider").
  "iam:CreateOpenIDConnectProvider": { about: ["oidc-provider/any"], needs: ["iam:DeleteOpenIDConnectProvider"] },
  "iam:CreateSAMLProvider": { about: ["saml-provider/any"], needs: ["iam:DeleteSAMLProvider"] },
  "sagemaker:UpdateNotebookInstance": {
    about: ["notebook-instance/any"],
    needs: ["sagemaker:CreateNotebookInstanceLifecycleConfig"],
  },
};

export const ways: readonly Way[] = [
  ...Object.entries(direct).map(([action, about]) => ({ action, about, needs: [] })),
  ...Object.entries(combined).map(([action, way]) => ({ action, ...way })),
];

/** AWS' managed policies that allow everything, or to grant it (AWS Managed Policy Reference Guide). */
export const adminPolicies = /:policy\/(AdministratorAccess|PowerUserAccess|IAMFullAccess)$/i;

/** EKS' access policies that allow everything in a cluster or a namespace (EKS User Guide, "Review access policy permissions"). */
const clusterPolicies = /:cluster-access-policy\/AmazonEKS(Cluster)?AdminPolicy$/i;

/**
 * The keys that hold an action to some targets: their tags, the boundary of what may be given, what may be attached; for access
 * to clusters, whose entry it is and which groups it has. A boundary that allows everything, or to grant it, bounds nothing (IAM
 * User Guide, "Permissions boundaries for IAM entities"); of one that is deleted, its name holds back nothing.
 */
export function targetsOf(action: string): Names {
  const isDeleted = /^iam:Delete\w+Boundary$/.test(action);
  const butOf = (policies: RegExp) => (value: string) => isFixed(value) && !policies.test(value);
  return (key) => {
    if (/:resourcetag\//.test(key)) return (value) => /[^*?\s]/.test(value);
    if (key === "eks:principalarn" || key === "eks:kubernetesgroups") return isFixed;
    if (key === "eks:policyarn") return butOf(clusterPolicies);
    const holds = key === "iam:policyarn" || (key === "iam:permissionsboundary" && !isDeleted);
    return holds ? butOf(adminPolicies) : undefined;
  };
}
