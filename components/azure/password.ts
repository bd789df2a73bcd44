import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

/** A generated text of letters and digits, which stands in URLs as it is. A higher version makes a new one. */
export function generatedPassword(
  name: string,
  { length, version }: { length: number; version: number },
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const password = new random.RandomPassword(
    name,
    { length, special: false, keepers: { version: String(version) } },
    { parent },
  );
  return pulumi.secret(password.result);
}
