import type { Finding } from "../../core/finding";
import type { Check, Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { lineOfSecret } from "../../kinds/secret-lines";
import { isSecret } from "../../kinds/secrets";
import { scriptOf, scriptsOfMachines } from "../../kinds/user-data";

/** The text itself is never shown, its line is. A metadata key may say what its value is, as a variable's name does. */
function findings(script: View<unknown>, key: string): Finding[] {
  const text = scriptOf(script.text() ?? "");
  const line = isSecret(key, text) ? 1 : lineOfSecret(text);
  return line === undefined
    ? []
    : [
        {
          path: script.path,
          found: `a text with a secret in clear text in line ${line}`,
          required: "a reference to a secret",
        },
      ];
}

/** What is at a path whose last part may be any key. */
function at(view: View<unknown>, [key = "", ...rest]: readonly string[]): Finding[] {
  const object = view.as<Record<string, unknown>>();
  if (key === "*") return object.entries().flatMap(([name, value]) => findings(value, name));
  return rest.length === 0 ? findings(object.at(key), "") : at(object.at(key), rest);
}

const checkOf =
  (paths: readonly string[]): Check =>
  (properties) =>
    paths.flatMap((path) => at(properties, path.split(".")));

/** Machines fetch their secrets by their own identity. Programs in containers: `containers-secret-in-environment`. */
export const rule: Rule = {
  id: "identity-secret-in-user-data",
  title: "Scripts that machines start with hold no secret.",
  severity: "critical",
  frameworks: {
    "ISO 27001:2022": ["A.5.17", "A.8.24"],
    "SOC 2": ["CC6.1"],
    "PCI DSS 4.0": ["8.3.2"],
    HIPAA: ["164.312(a)(2)(iv)"],
  },
  why: "Every process of the machine reads it from the metadata service, and so does whoever may describe the machine.",
  fix: "Have the script fetch it from the secret store by the machine's own identity.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html",
  breaksBy: scriptsOfMachines,
  checks: Object.fromEntries(Object.entries(scriptsOfMachines).map(([type, paths]) => [type, checkOf(paths)])),
};
