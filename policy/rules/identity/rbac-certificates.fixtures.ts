import { clusterRoles } from "../../kinds/rbac";
import { rightsFixtures } from "../../kinds/rbac.fixtures";
import { rights } from "./rbac-certificates";

export const fixtures = rightsFixtures(clusterRoles, rights, {
  required: "names of the signers",
  fix: "Name the signers by resourceNames, and leave approval to the controller.",
});
