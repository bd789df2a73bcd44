import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

/**
 * A generated text of letters and digits, which is valid in URLs unescaped. A higher version makes a new one. With `classes` it
 * has capitals, small letters and digits for certain: Azure refuses an administrator's password that lacks one of them.
 */
export function generatedPassword(
  name: string,
  { length, version, classes = false }: { length: number; version: number; classes?: boolean },
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const password = new random.RandomPassword(
    name,
    {
      length,
      special: false,
      keepers: { version: String(version) },
      ...(classes ? { minLower: 1, minUpper: 1, minNumeric: 1 } : {}),
    },
    { parent },
  );
  return pulumi.secret(password.result);
}
