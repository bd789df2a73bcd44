import { describeShipped } from "./shipped";

describeShipped("aws", "prod");
