import { describeShipped } from "./shipped";

describeShipped("gcp", "prod");
