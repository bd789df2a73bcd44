import { environmentNames } from "../../../components/contract";
import { describeLife } from "./life";

for (const environment of environmentNames) describeLife(`fixture-aws-${environment}`, "aws");
