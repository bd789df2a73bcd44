import { rbacRoles } from "../../kinds/rbac";
import { rightsFixtures } from "../../kinds/rbac.fixtures";
import { rights } from "./rbac-tokens";

export const fixtures = rightsFixtures(rbacRoles, rights, {
  required: "names of the service accounts",
  fix: "Name the service account by resourceNames.",
});
