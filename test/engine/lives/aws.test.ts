import { describeLives } from "./life";
import { crowdedLife, singleLife } from "./steps";

describeLives([
  { stack: "fixture-aws-prod", cloud: "aws", changes: crowdedLife },
  { stack: "fixture-aws-dev", cloud: "aws", changes: singleLife },
]);
