import { rbacRoles } from "../../kinds/rbac";
import { rightsFixtures } from "../../kinds/rbac.fixtures";
import { rights } from "./rbac-namespaces";

export const fixtures = rightsFixtures(rbacRoles, rights, {
  required: "names of the namespaces",
  fix: "Name the namespaces by resourceNames; exempt the controller that owns them.",
});
