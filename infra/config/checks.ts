import * as ipaddr from "ipaddr.js";
import { refusals } from "../../components/contract";
import type { Application } from "../apps/application";
import { environments } from "../environments";
import { resolve } from "../resolve";
import { redisInstanceNames } from "../resolve/data";
import { mergedSettings } from "../resolve/settings";
import type { ConfigProblems } from "./problems";
import { awsRegions } from "./regions";
import { imagePattern, type StackConfig } from "./schema";
import type { EnvironmentSettings } from "./settings";

type Check = (input: CheckInput, problems: ConfigProblems) => void;

interface CheckInput {
  config: StackConfig;
  application: Application;
  raw: Readonly<Record<string, string>>;
  settings: EnvironmentSettings;
}

/** What no single key can be blamed for. Adds every problem. */
export function checkConfig(
  config: StackConfig,
  application: Application,
  raw: Readonly<Record<string, string>>,
  problems: ConfigProblems,
): void {
  const { settings } = mergedSettings(environments[config.environment], config.overrides);
  for (const check of checks) check({ config, application, raw, settings }, problems);
  if (problems.problems.length > 0) return;
  for (const { option, message } of refusals(resolve(config, application).value)) {
    problems.add(`cloud`, `is "${config.cloud}"`, `a cloud that has ${option}: ${message}`);
  }
}

const checks: readonly Check[] = [
  checkRegion,
  checkImages,
  checkNetwork,
  checkPostgres,
  checkReplicas,
  checkSecrets,
  checkRotation,
  checkKubernetes,
  checkEdge,
];

function checkRegion({ config, raw }: CheckInput, problems: ConfigProblems): void {
  if (config.cloud !== "aws") return;
  if (!awsRegions.includes(config.region)) {
    problems.add("region", `is "${config.region}"`, `a region of AWS: ${awsRegions.join(", ")}`);
    return;
  }
  const provider = raw["aws:region"];
  if (provider !== config.region) {
    problems.add(
      "region",
      `is "${config.region}", and aws:region is ${provider === undefined ? "missing" : `"${provider}"`}`,
      "the same region in both; the AWS provider reads aws:region",
    );
  }
}

function checkImages({ config, application }: CheckInput, problems: ConfigProblems): void {
  const keys = Object.keys(application.images);
  for (const key of keys) {
    if (config.images[key] === undefined) {
      problems.add(`images.${key}`, "is missing", `the reference of the image with ${application.images[key]}`);
    }
  }
  for (const [key, image] of Object.entries(config.images)) {
    if (!keys.includes(key)) {
      problems.add(`images.${key}`, `is no image of ${config.app}`, `one of ${keys.join(", ")}`);
      continue;
    }
    const { tag, digest } = imagePattern.exec(image)?.groups ?? {};
    if (config.environment === "prod" && digest === undefined) {
      problems.add(`images.${key}`, `is "${image}"`, "an image by digest in prod, name@sha256:<64 hex digits>");
    } else if (digest === undefined && (tag === undefined || tag === "latest")) {
      problems.add(`images.${key}`, `is "${image}"`, "an image by digest, or by a tag that is not latest");
    }
  }
}

function checkNetwork({ settings }: CheckInput, problems: ConfigProblems): void {
  const { cidr } = settings.network;
  const key = "overrides.network.cidr";
  const allowed = "a private IPv4 range of /16 to /20, such as 10.0.0.0/16";
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(cidr)) {
    problems.add(key, `is "${cidr}"`, allowed);
    return;
  }
  const [address, prefix] = ipaddr.IPv4.parseCIDR(cidr);
  if (address.range() !== "private" || prefix < 16 || prefix > 20) {
    problems.add(key, `is "${cidr}"`, allowed);
  } else if (ipaddr.IPv4.networkAddressFromCIDR(cidr).toString() !== address.toString()) {
    const network = `${ipaddr.IPv4.networkAddressFromCIDR(cidr).toString()}/${prefix}`;
    problems.add(key, `is "${cidr}", which has bits set below its prefix`, network);
  }
}

function checkPostgres({ settings: { postgres } }: CheckInput, problems: ConfigProblems): void {
  if (postgres.maxStorageGiB < postgres.storageGiB) {
    problems.add(
      "overrides.postgres.maxStorageGiB",
      `is ${postgres.maxStorageGiB}, less than storageGiB, which is ${postgres.storageGiB}`,
      `at least ${postgres.storageGiB}`,
    );
  }
}

function checkReplicas({ settings: { replicas } }: CheckInput, problems: ConfigProblems): void {
  const { minimum, maximum } = replicas;
  if (minimum !== undefined && maximum !== undefined && maximum < minimum) {
    problems.add(
      "overrides.replicas.maximum",
      `is ${maximum}, less than minimum, which is ${minimum}`,
      `at least ${minimum}`,
    );
  }
}

function checkSecrets({ config, application }: CheckInput, problems: ConfigProblems): void {
  const { secrets } = application.describe({ environment: config.environment, domain: config.domain });
  const external = secrets.filter(({ kind }) => kind === "external").map(({ name }) => name);
  for (const name of config.secretNames) {
    if (external.includes(name)) continue;
    const generated = secrets.some((secret) => secret.name === name);
    problems.add(
      `secrets.${name}`,
      generated ? "is generated, and so not given" : `is no secret of ${config.app}`,
      external.length === 0 ? "no key: the application has no external secrets" : `one of ${external.join(", ")}`,
    );
  }
}

function checkRotation({ config, application, settings }: CheckInput, problems: ConfigProblems): void {
  const facts = application.describe({ environment: config.environment, domain: config.domain });
  const names = [
    ...facts.secrets.filter(({ kind }) => kind === "generated").map(({ name }) => name),
    "postgres",
    ...redisInstanceNames(facts, settings.redis.shareInstance).map((name) => `redis.${name}`),
  ];
  for (const name of Object.keys(config.rotate)) {
    if (!names.includes(name))
      problems.add(`rotate.${name}`, "is nothing that is generated", `one of ${names.join(", ")}`);
  }
}

function checkKubernetes({ config }: CheckInput, problems: ConfigProblems): void {
  if (config.cloud === "kubernetes" && config.kubernetes === undefined) {
    problems.add("kubernetes", "is missing", "what the cluster offers; docs/configuration.md lists the keys");
  }
  if (config.cloud !== "kubernetes" && config.kubernetes !== undefined) {
    problems.add("kubernetes", `is set on ${config.cloud}`, "no value: it describes a cluster");
  }
  if (config.kubernetes !== undefined && !config.kubernetes.objectStorage.endpoint.startsWith("https://")) {
    problems.add(
      "kubernetes.objectStorage.endpoint",
      `is "${config.kubernetes.objectStorage.endpoint}"`,
      "an https address",
    );
  }
}

function checkEdge({ settings: { edge } }: CheckInput, problems: ConfigProblems): void {
  edge.deniedCidrs.forEach((cidr, i) => {
    if (!ipaddr.isValidCIDR(cidr)) {
      problems.add(`overrides.edge.deniedCidrs.${i}`, `is "${cidr}"`, "an address range, such as 203.0.113.0/24");
    }
  });
}
