import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isotopo, type Outcome } from "../../support/command";
import { inFolder } from "../programs";

export const privileged = [
  "apiVersion: v1",
  "kind: Pod",
  "metadata: { name: web, namespace: shop }",
  "spec: { hostNetwork: true, containers: [] }",
  "",
].join("\n");

export const urn = (name: string) => `urn:pulumi:shop-dev::shop::aws:rds/instance:Instance::${name}`;

export const database = (name: string, inputs: object) => ({
  urn: urn(name),
  type: "aws:rds/instance:Instance",
  inputs,
});

export const exported = (resources: object[]) =>
  JSON.stringify({ version: 3, deployment: { manifest: {}, resources } });

/** Checks a file of that text with the options that are given. */
export function checking(
  file: string,
  text: string,
  use: (check: (...options: string[]) => Promise<Outcome>, folder: string) => Promise<void>,
): Promise<void> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, file), text);
    await use((...options) => isotopo(["check", join(folder, file), ...options]), folder);
  });
}
