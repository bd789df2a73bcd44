import type { Behaviour } from "../behaviour";
import { guarded } from "./guarded";
import { lasting } from "./lasting";
import { locked } from "./locked";
import { oneWay } from "./one-way";
import { taken } from "./taken";
import { used } from "./used";

/** Every behaviour of the clouds; a table of each says for which types. */
export const behaviours: readonly Behaviour[] = [taken, lasting, guarded, used, oneWay, locked];
