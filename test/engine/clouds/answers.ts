import type { WireObject } from "../../../preview/model/wire";

/** Outputs that a program computes with and that can't be made up by their type: from what a resource was asked to be. */
const answers: Readonly<Record<string, (inputs: WireObject, outputs: WireObject) => WireObject>> = {
  // "Connect using DNS names", Cloud SQL documentation: an instance with private services access has a name of its own.
  "gcp:sql/databaseInstance:DatabaseInstance": (_inputs, { name }) => ({
    dnsNames: [
      { connectionType: "PRIVATE_SERVICES_ACCESS", dnsScope: "INSTANCE", name: `${String(name)}.test.sql-psa.goog.` },
    ],
  }),
};

/** What a cloud answers of a resource beside what is made up by its type. */
export function answersOf(type: string, inputs: WireObject, outputs: WireObject): WireObject {
  return answers[type]?.(inputs, outputs) ?? {};
}
