import type { PostgresSize } from "../../contract";

/**
 * Instance classes by what a size promises (Amazon RDS User Guide, "Hardware specifications for DB instance classes"):
 * db.t4g.micro 2 vCPU 1 GiB, db.t4g.medium 2 vCPU 4 GiB, db.m7g.large 2 vCPU 8 GiB, db.m7g.xlarge 4 vCPU 16 GiB.
 */
export const instanceClasses: Readonly<Record<PostgresSize, string>> = {
  micro: "db.t4g.micro",
  small: "db.t4g.medium",
  medium: "db.m7g.large",
  large: "db.m7g.xlarge",
};
