import * as ipaddr from "ipaddr.js";
import { type CloudName, refusals } from "../../components/contract";
import { cloudFacts } from "../../components/facts";
import type { Application, ApplicationFacts } from "../apps/application";
import { environments } from "../environments";
import { resolve } from "../resolve";
import { redisInstanceNames } from "../resolve/data";
import { mergedSettings } from "../resolve/settings";
import { type ConfigProblems, nearest } from "./problems";
import { imagePattern, type StackConfig } from "./schema";
import type { EnvironmentSettings } from "./settings";
import { valueAt } from "./value-at";

type Check = (input: CheckInput, problems: ConfigProblems) => void;

interface CheckInput {
  /** Without the keys of which the schema has told a problem. */
  config: Partial<StackConfig>;
  raw: Readonly<Record<string, string>>;
  application?: Application;
  /** What the application is at the stack's place, where that is known. */
  facts?: ApplicationFacts;
  settings?: EnvironmentSettings;
}

/**
 * What no single key can be blamed for, as far as the keys that it takes are right. Adds every problem to those that
 * have been told.
 */
export function checkConfig(
  config: Partial<StackConfig>,
  application: Application | undefined,
  raw: Readonly<Record<string, string>>,
  problems: ConfigProblems,
): void {
  const { environment, domain, overrides = {} } = config;
  const settings =
    environment === undefined ? undefined : mergedSettings(environments[environment], overrides).settings;
  const facts =
    environment === undefined || domain === undefined ? undefined : application?.describe({ environment, domain });
  for (const check of checks) check({ config, raw, application, facts, settings }, problems);
}

const checks: readonly Check[] = [
  checkRegion,
  checkImages,
  checkNetwork,
  checkPostgres,
  checkReplicas,
  checkSecrets,
  checkRotation,
  checkPlatform,
  checkZone,
  checkEdge,
  checkCloud,
];

function checkRegion({ config, raw }: CheckInput, problems: ConfigProblems): void {
  const { cloud, region } = config;
  if (cloud === undefined || region === undefined) return;
  const { regions, title } = cloudFacts[cloud];
  if (regions !== undefined && !regions.includes(region)) {
    const near = nearest(region, regions);
    const any = `region of ${title}: ${regions.join(", ")}`;
    problems.add("region", `is "${region}"`, near === undefined ? `a ${any}` : `${near}, or another ${any}`);
    return;
  }
  checkProvider({ config, raw }, cloud, problems);
}

/** What the provider reads under a name of its own must say the same. */
function checkProvider({ config, raw }: CheckInput, cloud: CloudName, problems: ConfigProblems): void {
  const { title, providerConfig } = cloudFacts[cloud];
  for (const [providerKey, key] of Object.entries(providerConfig)) {
    const ours = valueAt(config, key.split("."));
    const theirs = raw[providerKey];
    if (typeof ours !== "string" || theirs === ours || problems.concern(key)) continue;
    problems.add(
      key,
      `is "${ours}", and ${providerKey} is ${theirs === undefined ? "missing" : `"${theirs}"`}`,
      `the same in both; the ${title} provider reads ${providerKey}`,
    );
  }
}

function checkImages({ config, application }: CheckInput, problems: ConfigProblems): void {
  const { images, environment } = config;
  if (images === undefined || application === undefined) return;
  const keys = Object.keys(application.images);
  for (const key of keys) {
    if (images[key] === undefined && !problems.has(`images.${key}`)) {
      problems.add(`images.${key}`, "is missing", `the reference of the image with ${application.images[key]}`);
    }
  }
  for (const [key, image] of Object.entries(images)) {
    if (!keys.includes(key)) {
      problems.add(`images.${key}`, `is no image of ${application.name}`, `one of ${keys.join(", ")}`);
      continue;
    }
    const { tag, digest } = imagePattern.exec(image)?.groups ?? {};
    if (environment === "prod" && digest === undefined) {
      problems.add(`images.${key}`, `is "${image}"`, "an image by digest in prod, name@sha256:<64 hex digits>");
    } else if (digest === undefined && (tag === undefined || tag === "latest")) {
      problems.add(`images.${key}`, `is "${image}"`, "an image by digest, or by a tag that is not latest");
    }
  }
}

function checkNetwork({ config, settings }: CheckInput, problems: ConfigProblems): void {
  const cidr = config.overrides?.network?.cidr ?? settings?.network.cidr;
  if (cidr === undefined) return;
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

function checkPostgres({ settings }: CheckInput, problems: ConfigProblems): void {
  const keys = ["overrides.postgres.storageGiB", "overrides.postgres.maxStorageGiB"];
  if (settings === undefined || keys.some((key) => problems.concern(key))) return;
  const { storageGiB, maxStorageGiB } = settings.postgres;
  if (maxStorageGiB < storageGiB) {
    problems.add(
      "overrides.postgres.maxStorageGiB",
      `is ${maxStorageGiB}, less than storageGiB, which is ${storageGiB}`,
      `at least ${storageGiB}`,
    );
  }
}

/** Where the stack says one of the two, the other follows it. */
function checkReplicas({ config: { overrides } }: CheckInput, problems: ConfigProblems): void {
  const { minimum, maximum } = overrides?.replicas ?? {};
  if (minimum !== undefined && maximum !== undefined && maximum < minimum) {
    problems.add(
      "overrides.replicas.maximum",
      `is ${maximum}, less than minimum, which is ${minimum}`,
      `at least ${minimum}`,
    );
  }
}

function checkSecrets({ config, application, facts }: CheckInput, problems: ConfigProblems): void {
  if (application === undefined || facts === undefined) return;
  const external = facts.secrets.filter(({ kind }) => kind === "external").map(({ name }) => name);
  for (const name of config.secretNames ?? []) {
    if (external.includes(name)) continue;
    const generated = facts.secrets.some((secret) => secret.name === name);
    problems.add(
      `secrets.${name}`,
      generated ? "is generated, and so not given" : `is no secret of ${application.name}`,
      external.length === 0 ? "no key: the application has no external secrets" : `one of ${external.join(", ")}`,
    );
  }
}

function checkRotation({ config, facts, settings }: CheckInput, problems: ConfigProblems): void {
  if (facts === undefined || settings === undefined || problems.concern("overrides.redis.shareInstance")) return;
  const names = [
    ...facts.secrets.filter(({ kind }) => kind === "generated").map(({ name }) => name),
    "postgres",
    ...redisInstanceNames(facts, settings.redis.shareInstance).map((name) => `redis.${name}`),
  ];
  for (const name of Object.keys(config.rotate ?? {})) {
    if (!names.includes(name))
      problems.add(`rotate.${name}`, "is nothing that is generated", `one of ${names.join(", ")}`);
  }
}

/** What describes one cloud is there on that cloud, and nowhere else. */
function checkPlatform({ config }: CheckInput, problems: ConfigProblems): void {
  const { cloud } = config;
  if (cloud === undefined) return;
  for (const [owner, described] of Object.entries(platformKeys)) {
    const given = valueAt(config, [owner]) !== undefined || problems.concern(owner);
    if (cloud === owner && !given) {
      problems.add(owner, "is missing", `what ${described.offers}; docs/configuration.md lists the keys`);
    }
    if (cloud !== owner && given) {
      problems.add(owner, `is set on ${cloud}`, `no value: it describes ${described.is}`);
    }
  }
}

const platformKeys = {
  gcp: { is: "a place on Google Cloud", offers: "says where the stack stands" },
  azure: { is: "a place on Azure", offers: "says where the stack stands" },
  kubernetes: { is: "a cluster", offers: "the cluster offers" },
} as const;

/** A zone of another domain would be found out by the cloud, and late. */
function checkZone({ config: { cloud, dnsZone, domain } }: CheckInput, problems: ConfigProblems): void {
  if (dnsZone === undefined) return;
  if (cloud === "gcp" || cloud === "kubernetes") {
    const own = cloud === "gcp" ? "gcp.dnsZone names the managed zone" : "the cluster knows its zones";
    problems.add("dnsZone", `is set on ${cloud}`, `no value: ${own}`);
  } else if (domain !== undefined && domain !== dnsZone && !domain.endsWith(`.${dnsZone}`)) {
    problems.add("dnsZone", `is "${dnsZone}", which does not hold ${domain}`, `${domain}, or a domain above it`);
  }
}

function checkEdge({ config: { overrides } }: CheckInput, problems: ConfigProblems): void {
  (overrides?.edge?.deniedCidrs ?? []).forEach((cidr, i) => {
    if (!ipaddr.isValidCIDR(cidr)) {
      problems.add(`overrides.edge.deniedCidrs.${i}`, `is "${cidr}"`, "an address range, such as 203.0.113.0/24");
    }
  });
}

/** What the cloud has not got, blamed once on the key that asks for it; where none does, on the cloud. */
function checkCloud({ config, application }: CheckInput, problems: ConfigProblems): void {
  const { app, cloud, environment, domain } = config;
  if (application === undefined || app === undefined || cloud === undefined) return;
  if (environment === undefined || domain === undefined) return;
  const whole: StackConfig = {
    ...{ region: "", images: {}, notifications: { email: [] }, rotate: {}, secretNames: [] },
    ...{ ...config, app, cloud, environment, domain },
    overrides: problems.without(config.overrides ?? {}, "overrides"),
  };
  const topology = resolve(whole, application).value;
  for (const { key, found, allowed } of cloudFacts[cloud].problems?.(topology) ?? []) {
    if (!problems.concern(key)) problems.add(key, found, allowed);
  }
  for (const { asked, option, reason, message } of refusals(topology, cloudFacts[cloud].capabilities)) {
    const found = asked === undefined ? undefined : valueAt(whole, asked.key.split("."));
    if (asked === undefined || found === undefined) {
      problems.add("cloud", `is "${cloud}"`, `a cloud that has ${option}: ${message}`);
    } else if (!problems.has(asked.key)) {
      problems.add(asked.key, `is ${JSON.stringify(found)}`, `${asked.allowed} on ${cloud}: ${reason}`);
    }
  }
}
