import type { Exclusion } from "./exclusion";

const azure = (...services: string[]) => services.map((service) => `azure-native:${service}`);

/** Policies and roles that are attached. */
export const rights: readonly Exclusion[] = [
  {
    types: [
      "aws:rolesanywhere/profile:Profile",
      "aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment",
    ],
    properties: ["*managedPolicyArn*"],
    why: "It takes rights away: of sessions, or as a boundary.",
  },
  {
    types: ["aws:budgets/budgetAction:BudgetAction"],
    properties: ["*policyArn"],
    why: "A limit: what is attached when a budget is used up is a refusal, and nothing asks whether it is.",
  },
  {
    types: ["aws:quicksight/iamPolicyAssignment:IamPolicyAssignment"],
    properties: ["policyArn"],
    why: "It says which data QuickSight shows to its users; they get no credentials of AWS.",
  },
  { types: ["aws:resiliencehub/*"], properties: ["policyArn"], why: "It is a policy of resilience, none of IAM." },
  {
    types: azure(
      "authorization:RoleDefinition",
      "authorization:RoleManagementPolicyAssignment",
      "cosmosdb:*RoleDefinition",
    ),
    properties: ["roleDefinitionId"],
    why: "It is the role itself, or how it is assumed: it grants the role to no one.",
  },
  {
    types: azure("billing:*", "cosmosdb:*RoleAssignment"),
    properties: ["*roleDefinitionId"],
    why: "The service has roles of its own, which reach over bills or over the data of one account.",
  },
  {
    types: azure("blueprint:RoleAssignmentArtifact"),
    properties: ["roleDefinitionId"],
    why: "Azure deprecated Blueprints on 11 July 2026.",
  },
  {
    types: azure("databricks:Workspace", "solutions:ApplicationDefinition", "solutions:JitRequest"),
    properties: ["*roleDefinitionId"],
    why: "It is over the resource group that the service makes for itself, in which its publisher works.",
  },
  {
    types: azure("mission:Community", "mission:VirtualEnclave"),
    properties: ["*roleDefinitionId"],
    why: "A limit: roles in the resource groups of an enclave are not read.",
  },
  {
    types: azure("providerhub:*"),
    properties: ["*roleDefinitionId"],
    why: "It is for those who make a resource provider of Azure, and grants nothing in a subscription.",
  },
];
