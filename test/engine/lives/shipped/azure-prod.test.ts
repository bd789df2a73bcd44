import { describeShipped } from "./shipped";

describeShipped("azure", "prod");
