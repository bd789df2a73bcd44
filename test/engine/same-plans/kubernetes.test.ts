import { describeSamePlans } from "./same-plans";

describeSamePlans("kubernetes");
