import { describeShipped } from "./shipped";

describeShipped("aws", "dev");
