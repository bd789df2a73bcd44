import { rbacRoles } from "../../kinds/rbac";
import { rightsFixtures } from "../../kinds/rbac.fixtures";
import { rights } from "./rbac-workloads";

export const fixtures = rightsFixtures(rbacRoles, rights, {
  required: "roles that make no Pods",
  fix: "Leave it to the pipeline and to operators; keep what differs in rights in namespaces of its own.",
});
