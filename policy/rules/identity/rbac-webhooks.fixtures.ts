import { clusterRoles } from "../../kinds/rbac";
import { rightsFixtures } from "../../kinds/rbac.fixtures";
import { rights } from "./rbac-webhooks";

export const fixtures = rightsFixtures(clusterRoles, rights, {
  required: "names of the webhooks",
  fix: "Name the webhooks by resourceNames; exempt the controller that owns them.",
});
