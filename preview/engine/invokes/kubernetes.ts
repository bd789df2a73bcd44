import { isWireObject, type Wire, type WireObject } from "../../model/wire";
import type { InvokeAnswer } from "./answer";

/** Functions of the Kubernetes provider whose answers become resources. */
export const kubernetesInvokes: Readonly<Record<string, InvokeAnswer>> = {
  /** As `decodeYaml` in pulumi-kubernetes' `provider/pkg/provider/invoke_decode_yaml.go`: what has no kind is left out. */
  "kubernetes:yaml:decode": ({ text = "" }) => {
    const { readYaml }: typeof import("../../project/yaml/read") = require("../../project/yaml/read");
    const { documents, problems } = readYaml(String(text));
    const [problem] = problems;
    if (problem !== undefined) throw new Error(`the manifest is no YAML: line ${problem.line}: ${problem.words}`);
    return {
      result: documents
        .map(({ value }) => value)
        .filter(isObject)
        .map(withoutNulls),
    };
  },
  "kubernetes:helm:template": ({ jsonOpts = "" }) => {
    throw new Error(unknowable("Helm chart", chartIn(String(jsonOpts)), "helm template"));
  },
  "kubernetes:kustomize:directory": ({ directory = "" }) => {
    throw new Error(unknowable("Kustomize directory", String(directory), "kustomize build"));
  },
};

function unknowable(what: string, name: string, command: string): string {
  return (
    `the ${what} ${JSON.stringify(name)} is rendered by the Kubernetes provider's plugin, which a preview without plugins does ` +
    "not start: its resources can't be known here, nor judged. Use `pulumi preview` for this program, or " +
    `\`isotopo check\` for what \`${command}\` writes.`
  );
}

function chartIn(options: string): string {
  try {
    const { chart, path, release_name: release }: Record<string, unknown> = JSON.parse(options);
    return String(chart ?? path ?? release ?? "");
  } catch {
    return "";
  }
}

function isObject(value: Wire): value is WireObject {
  return isWireObject(value) && [value.kind, value.apiVersion].every((word) => typeof word === "string" && word !== "");
}

/** The provider leaves nulls out of its answer. */
function withoutNulls(value: Wire): Wire {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls);
  if (!isWireObject(value)) return value;
  const kept = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutNulls(member)]));
}
