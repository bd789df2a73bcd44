import { createHash } from "node:crypto";
import type { Wire } from "../../model/wire";

/** The resource that a placeholder is made for. */
export interface PlaceholderContext {
  /** Type token of the resource. */
  type: string;
  /** Name by which the cloud would know it. */
  name: string;
  urn: string;
  region: string;
}

/** The account of all simulated clouds: AWS's own example account. */
export const simulatedAccount = "123456789012";

/** Letters and digits, always the same for the same text. */
export function digest(text: string, length: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, length);
}

/** The id that the engine gives a provider: a UUID. */
export function providerId(urn: string): string {
  return digest(urn, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** A plausible, well-formed value for a property that only the cloud knows; always the same for the same resource. */
export function placeholder(property: string, type: string, context: PlaceholderContext): Wire {
  if (/\[\]$/.test(type) || /^Array<|^ReadonlyArray</.test(type)) {
    const element = type.replace(/\[\]$/, "").replace(/^\((.*)\)$/, "$1");
    return isScalar(element) ? [placeholder(property.replace(/s$/, ""), element, context)] : [];
  }
  if (type === "boolean") return false;
  if (type === "number") return numberFor(property);
  if (/^\{/.test(type)) return {};
  const literal = /^"([^"]*)"/.exec(type);
  if (literal) return literal[1] ?? "";
  return isScalar(type) ? textFor(property, context) : {};
}

function isScalar(type: string): boolean {
  return type === "string" || type === "number" || type === "boolean" || /^enums\.|^"/.test(type) || type === "any";
}

function numberFor(property: string): number {
  if (/port$/i.test(property)) return 5432;
  return /size|count|capacity|version|limit|days|seconds/i.test(property) ? 1 : 0;
}

function textFor(property: string, context: PlaceholderContext): string {
  const { name, type, urn, region } = context;
  const hash = digest(`${urn} ${property}`, 12);
  if (/arn$/i.test(property)) return simulatedArn(context);
  if (/^location$|region$/i.test(property)) return region;
  if (/(accountId|ownerId|registryId|account)$/i.test(property)) return simulatedAccount;
  const email = `${name}@simulated.iam.gserviceaccount.com`;
  if (/^email$|emailAddress$/i.test(property)) return email;
  // What is granted on an account of Google Cloud takes its whole name.
  if (property === "name" && type === "gcp:serviceaccount/account:Account") {
    return `projects/simulated-${simulatedAccount}/serviceAccounts/${email}`;
  }
  if (/zoneId$/i.test(property)) return `Z${hash.toUpperCase()}`;
  if (/(dnsName|domain|domainName|address|endpoint|host|hostname|fqdn|server|website)$/i.test(property)) {
    return `${name}.${hash.slice(0, 8)}.${region}.simulated.example`;
  }
  if (/(?:url|uri|selfLink)(?:WithVersion)?$/i.test(property))
    return `https://${name}.${hash.slice(0, 8)}.simulated.example`;
  if (/ip(v4)?(address)?$/i.test(property)) return "192.0.2.10";
  if (/(policy|json)$/i.test(property)) return "{}";
  // A property named after the resource's kind is its name: `bucket` of a bucket.
  if (/(name|identifier)$/i.test(property) || property.toLowerCase() === kindOf(type).replaceAll("-", "")) return name;
  if (/(time|date|at)$/i.test(property)) return "2000-01-01T00:00:00Z";
  return `${kindOf(type)}-${hash}`;
}

const arnServices: Record<string, string> = {
  alb: "elasticloadbalancing",
  appautoscaling: "application-autoscaling",
  cfg: "config",
  cloudwatch: "logs",
  lb: "elasticloadbalancing",
  vpc: "ec2",
};
const globalServices = new Set(["iam", "cloudfront", "route53", "s3"]);

/** A well-formed ARN: partition, service, region and account where the service has them, kind and name. */
export function simulatedArn({ type, name, region }: PlaceholderContext): string {
  const module = type.split(":")[1]?.split("/")[0] ?? "service";
  const service = arnServices[module] ?? module;
  if (service === "s3") return `arn:aws:s3:::${name}`;
  const place = globalServices.has(service) ? ":" : `${region}:`;
  return `arn:aws:${service}:${place}${simulatedAccount}:${kindOf(type)}/${name}`;
}

/** The kind in a type token, in kebab case: `aws:rds/subnetGroup:SubnetGroup` is `subnet-group`. */
export function kindOf(type: string): string {
  const kind = type.split(":").at(-1) ?? type;
  return kind.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}
