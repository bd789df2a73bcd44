import { endings } from "./endings";
import type { Fix } from "./fix";
import { replacements } from "./replacements";
import { sizes } from "./sizes";

/** Every fix that a behaviour of the clouds stands for, by the name that a host is asked for. */
export const fixes: Readonly<Record<string, Fix>> = Object.fromEntries(
  [...replacements, ...endings, ...sizes].map((fix) => [`${fix.stack}: ${fix.name}`, fix]),
);
