import { rbacRoles } from "../../kinds/rbac";
import { rightsFixtures } from "../../kinds/rbac.fixtures";
import { rights } from "./rbac-exec";

export const fixtures = rightsFixtures(rbacRoles, rights, {
  required: "roles that run no commands",
  fix: "Leave it to administrators in an emergency, or name the Pods by resourceNames.",
});
