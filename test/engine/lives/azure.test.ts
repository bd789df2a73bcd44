import { describeLives } from "./life";
import { crowdedLife, singleLife } from "./steps";

describeLives([
  { stack: "fixture-azure-prod", cloud: "azure", changes: crowdedLife },
  { stack: "fixture-azure-dev", cloud: "azure", changes: singleLife },
]);
