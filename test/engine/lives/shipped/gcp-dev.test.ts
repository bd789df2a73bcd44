import { describeShipped } from "./shipped";

describeShipped("gcp", "dev");
