import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { physicalName } from "../contract";

/** Random characters that make a name unique. */
const randomCharacters = 6;

/** The parts of a globally unique name. */
export interface UniqueNameArgs {
  parts: readonly string[];
  /** Length that the service takes at most. */
  longest: number;
  /** Separator of the parts; empty if the service takes only letters and digits. */
  separator: "-" | "";
}

/** A name that no other account has: the parts of it, and some characters that are drawn once. */
export function uniqueName(name: string, args: UniqueNameArgs, parent: pulumi.Resource): pulumi.Output<string> {
  const { parts, longest, separator } = args;
  const suffix = new random.RandomString(
    `${name}-suffix`,
    { length: randomCharacters, special: false, upper: false, numeric: true },
    { parent },
  );
  const readable = physicalName(parts, longest - randomCharacters - separator.length);
  const stem = separator === "" ? readable.replaceAll("-", "") : readable;
  return pulumi.interpolate`${stem}${separator}${suffix.result}`;
}
