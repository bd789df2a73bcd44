import { describeShipped } from "./shipped";

describeShipped("azure", "dev");
