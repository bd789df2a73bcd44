import { describeLife } from "./life";

for (const environment of ["dev", "prod"]) describeLife(`fixture-aws-${environment}`, "aws");
