import { describeSamePlans } from "./same-plans";

describeSamePlans("azure");
