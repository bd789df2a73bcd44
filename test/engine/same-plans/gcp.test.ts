import { describeSamePlans } from "./same-plans";

describeSamePlans("gcp");
