import type { PlatformSpec } from "../../components/contract";
import { targetNames, targets } from "../../components/targets";
import { type Application, type ApplicationFacts, placeOf, unknownMailHost } from "../apps/application";
import { platformOf } from "./platforms";
import type { StackConfig } from "./schema";
import { valueAt } from "./value-at";

/** The end of domain names that belong to no one (RFC 2606): the shipped stacks use it until their owner sets a real one. */
const placeholderDomain = /(^|\.)example$/;
/** A placeholder as the name of a project, zone or resource group. */
const placeholderName = /(^|-)example$/;
/** A registry, account or project with a placeholder or only zeros as its name, or a digest of zeros. */
const placeholderImage =
  /^[^/]*\.example\/|^0{12}\.|^[^/]*-docker\.pkg\.dev\/([^/]*-)?example\/|^[a-z0-9]*example\.azurecr\.io\/|@sha256:0{64}$/;

/** What a stack still lacks before it can be deployed. */
export interface Missing {
  /** Config keys that hold a placeholder. */
  placeholders: string[];
  /** Config keys that the application needs and the stack does not set, with the reason. */
  unset: Readonly<Record<string, string>>;
  /** Required external secrets without a value. */
  secrets: string[];
  /** The project's name, the prefix of the program's keys. */
  namespace: string;
  /** Folder of the program in the project; undefined for the stacks of the project itself. */
  folder?: string;
}

/** Finds the placeholders of a stack and, on clouds that take secrets from the stack, the missing ones. */
export function missing(config: StackConfig, application: Application, namespace = "isotopo"): Missing {
  const images = Object.entries(config.images)
    .filter(([, image]) => placeholderImage.test(image))
    .map(([key]) => `${namespace}:images.${key}`);
  const domain = placeholderDomain.test(config.domain) ? [`${namespace}:domain`] : [];
  const places = placeholdersOfPlace(platformOf(config)).map((key) => `${namespace}:${key}`);
  const facts = application.describe(placeOf(config));
  const mailHost = `${namespace}:mailHost`;
  const mail = config.mailHost !== undefined && placeholderDomain.test(config.mailHost) ? [mailHost] : [];
  const sendsMail = config.mailHost === undefined && facts.egress.some(({ host }) => host === unknownMailHost);
  const unset = sendsMail ? { [mailHost]: "the application sends mail" } : {};
  const secrets = missingSecrets(config, facts);
  return { placeholders: [...domain, ...mail, ...images, ...places], unset, secrets, namespace };
}

/** Keys of a place that hold a placeholder. */
export function placeholdersOfPlace(place: PlatformSpec): string[] {
  return targetNames.flatMap((name) =>
    Object.entries(targets[name].platform?.placeholders ?? {}).flatMap(([path, kind]) => {
      const value = valueAt(place, [name, ...path.split(".")]);
      if (typeof value !== "string") return [];
      const held = kind === "name" ? placeholderName.test(value) : placeholderDomain.test(new URL(value).hostname);
      return held ? [`${name}.${path}`] : [];
    }),
  );
}

/** Secrets that the stack must give; with a target that has a secret store, the others are set there. */
function missingSecrets(config: StackConfig, facts: ApplicationFacts): string[] {
  if (targets[config.cloud].ownSecretStore) return [];
  return facts.secrets
    .filter((secret) => secret.kind === "external" && secret.required)
    .map(({ name }) => name)
    .filter((name) => !config.secretNames.includes(name));
}

/** One line for a preview, or undefined where nothing is missing. */
export function previewNotice({ placeholders, unset, secrets, namespace }: Missing): string | undefined {
  const parts = [
    placeholders.length > 0 ? `placeholders in ${placeholders.join(", ")}` : undefined,
    ...Object.entries(unset).map(([key, why]) => `${key} is not set, and ${why}`),
    secrets.length > 0
      ? `no value for ${secrets.join(", ")} (\`pulumi config set --secret --path '${namespace}:secrets.${secrets[0]}'\`)`
      : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : `This stack can be previewed, not deployed yet: ${parts.join("; ")}`;
}

/** The refusal of a real deployment, one line a problem; undefined if nothing is missing. */
export function refusal({ placeholders, unset, secrets, namespace, folder }: Missing): string | undefined {
  const set = `pulumi ${folder === undefined ? "" : `--cwd ${folder} `}config set`;
  const lines = [
    ...placeholders.map((key) => {
      const too = providerKey(key.slice(namespace.length + 1));
      const own = too === undefined ? "your own" : `your own, as ${too} too`;
      return `${key} still holds a placeholder; set ${own}: ${set} --path '${key}' <value>`;
    }),
    ...Object.entries(unset).map(([key, why]) => `${key} is not set, and ${why}; ${set} --path '${key}' <value>`),
    ...secrets.map((name) => {
      const key = `${namespace}:secrets.${name}`;
      return `${key} has no value; ${set} --secret --path '${key}'`;
    }),
  ];
  return lines.length === 0 ? undefined : lines.join("\n");
}

/** The provider's key for the same value as a key of the place; undefined if there is none. */
function providerKey(key: string): string | undefined {
  return Object.values(targets)
    .flatMap(({ providerConfig }) => Object.entries(providerConfig))
    .find(([, ours]) => ours === key && ours.includes("."))?.[0];
}
