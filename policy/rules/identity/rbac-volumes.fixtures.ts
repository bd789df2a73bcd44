import { clusterRoles } from "../../kinds/rbac";
import { rightsFixtures } from "../../kinds/rbac.fixtures";
import { rights } from "./rbac-volumes";

export const fixtures = rightsFixtures(clusterRoles, rights, {
  required: "roles that make no volumes",
  fix: "Let users make PersistentVolumeClaims; exempt the storage driver.",
});
