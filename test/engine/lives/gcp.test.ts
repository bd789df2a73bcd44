import { describeLives } from "./life";
import { crowdedLife, singleLife } from "./steps";

describeLives([
  { stack: "fixture-gcp-prod", cloud: "gcp", changes: crowdedLife },
  { stack: "fixture-gcp-dev", cloud: "gcp", changes: singleLife },
]);
