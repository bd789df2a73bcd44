import type { ResourceFixtures } from "../../core/fixture";

const types = ["aws:iam/userPolicy:UserPolicy", "aws:iam/userPolicyAttachment:UserPolicyAttachment"];

export const fixtures: ResourceFixtures = {
  neverPasses: types,
  passes: [{ name: "a group's", type: "aws:iam/groupPolicyAttachment:GroupPolicyAttachment", properties: {} }],
  fails: types.map((type) => ({
    name: "a user's",
    type,
    properties: { user: "ada" },
    messages: [
      "resource is a grant to a single user; required: a grant to a group or a role. Attach the policy to a group, or let people take a role.",
    ],
  })),
};
