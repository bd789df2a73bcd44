import type * as aws from "@pulumi/aws";
import type { Finding } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { ofCloudRunContainers } from "../../kinds/cloud-run";
import { ofAppContainers } from "../../kinds/container-apps";
import { ofTaskContainers } from "../../kinds/ecs";
import { ofPodContainers } from "../../kinds/pods";

/** Names that say their value is a secret. */
const secretName = /(^|_)(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY|CREDENTIALS?)$/i;
/** Texts that are secrets whatever they are called: private keys, AWS' access keys, addresses with a password. */
const secretText =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s:@$][^/\s@]*@/;
/** Kubernetes puts another variable in the place of `$(NAME)`. */
const reference = /\$\(\w+\)/;

function isSecret(name: string, value: string): boolean {
  if (value === "" || reference.test(value)) return false;
  return secretName.test(name) || secretText.test(value);
}

/** The text itself is never shown. */
function literal(name: View<string | undefined>, value: View<string | undefined>): Finding[] {
  return isSecret(name.text() ?? "", value.text() ?? "")
    ? [{ path: value.path, found: "a secret in clear text", required: "a reference to a secret" }]
    : [];
}

type Variables = View<{ name?: string; value?: string }[]>;

function inList(variables: Variables): Finding[] {
  return variables.items().flatMap((variable) => literal(variable.at("name"), variable.at("value")));
}

/** Secrets come to containers by reference. */
export const rule: Rule = {
  id: "containers-secret-in-environment",
  title: "Secrets come to containers by reference, not in clear text.",
  severity: "critical",
  frameworks: {
    "ISO 27001:2022": ["A.5.17", "A.8.24"],
    "SOC 2": ["CC6.1"],
    "PCI DSS 4.0": ["8.3.2"],
    HIPAA: ["164.312(a)(2)(iv)"],
  },
  why: "Whoever may read the definition, its history or a preview reads the secret.",
  mend: "Put it into the secret store, and refer to it: secretKeyRef, secrets of ECS, valueSource, secretRef.",
  source: "https://kubernetes.io/docs/concepts/configuration/secret/",
  breaksBy: {
    "kinds that make Pods": [
      "spec.{containers,initContainers,ephemeralContainers}[].env[].name",
      "spec.{containers,initContainers,ephemeralContainers}[].env[].value",
    ],
    "aws:ecs/taskDefinition:TaskDefinition": [
      "containerDefinitions[].environment[].name",
      "containerDefinitions[].environment[].value",
      "runtimePlatform.operatingSystemFamily",
    ],
    "gcp:cloudrunv2/service:Service": ["template.containers[].envs[].name", "template.containers[].envs[].value"],
    "gcp:cloudrunv2/workerPool:WorkerPool": ["template.containers[].envs[].name", "template.containers[].envs[].value"],
    "azure-native:app:ContainerApp": [
      "template.containers[].env[].name",
      "template.containers[].env[].value",
      "template.initContainers[].env[].name",
      "template.initContainers[].env[].value",
    ],
    "azure-native:app:Job": [
      "template.containers[].env[].name",
      "template.containers[].env[].value",
      "template.initContainers[].env[].name",
      "template.initContainers[].env[].value",
    ],
    "gcp:cloudrunv2/job:Job": [
      "template.template.containers[].envs[].name",
      "template.template.containers[].envs[].value",
    ],
    "aws:lambda/function:Function": ["environment.variables.*"],
  },
  checks: {
    ...ofPodContainers((container) => inList(container.at("env").as<{ name?: string; value?: string }[]>())),
    ...ofTaskContainers((container) => inList(container.at("environment").as<{ name?: string; value?: string }[]>())),
    ...ofCloudRunContainers((container) => inList(container.at("envs").as<{ name?: string; value?: string }[]>())),
    ...ofAppContainers((container) => inList(container.at("env").as<{ name?: string; value?: string }[]>())),
    "aws:lambda/function:Function": check<aws.lambda.FunctionArgs>((args) =>
      args
        .at("environment")
        .at("variables")
        .entries()
        .flatMap(([name, value]) =>
          isSecret(name, value.text() ?? "")
            ? [{ path: value.path, found: "a secret in clear text", required: "a reference to a secret" }]
            : [],
        ),
    ),
  },
};
