import type { Finding } from "./finding";
import type { Rule } from "./rule";

/** What is wrong, in the words that every report shows: `path is found; required: this. Mend.` */
export function messageOf(rule: Rule, { path, found, required, mend }: Finding): string {
  return `${path} is ${found}; required: ${required}. ${mend ?? rule.mend}`;
}
