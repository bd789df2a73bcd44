import { clusterRoles } from "../../kinds/rbac";
import { rightsFixtures } from "../../kinds/rbac.fixtures";
import { rights } from "./rbac-nodes";

export const fixtures = rightsFixtures(clusterRoles, rights, {
  required: "roles without the proxy of nodes",
  fix: "Grant nodes/metrics, nodes/stats or nodes/log instead.",
});
