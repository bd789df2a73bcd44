import { rbacRoles } from "../../kinds/rbac";
import { rightsFixtures } from "../../kinds/rbac.fixtures";
import { rights } from "./rbac-secrets";

export const fixtures = rightsFixtures(rbacRoles, rights, {
  required: "names of the Secrets",
  fix: "Name the Secrets by resourceNames, or mount them; exempt a controller that manages Secrets.",
});
