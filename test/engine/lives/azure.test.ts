import { describeLife } from "./life";

for (const environment of ["dev", "prod"]) describeLife(`fixture-azure-${environment}`, "azure");
