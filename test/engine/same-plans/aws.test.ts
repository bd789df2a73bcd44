import { describeSamePlans } from "./same-plans";

describeSamePlans("aws");
