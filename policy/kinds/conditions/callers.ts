import { isWorld } from "../addresses";
import type { Names } from "./aws";

/** A value without a wildcard and without a policy variable, which S3 calls fixed. */
export function isFixed(value: string): boolean {
  return value.trim() !== "" && !/[*?]|\$\{/.test(value);
}

/**
 * An ARN that fixes the account: `arn:aws:iam::111122223333:role/*`. One without an account has to fix the whole name; of S3,
 * the bucket, whose name is one of a kind.
 */
export function fixesAccount(arn: string): boolean {
  const [, , service = "", , account = "", ...rest] = arn.split(":");
  const name = rest.join(":");
  if (account === "") return isFixed(service === "s3" ? (name.split("/")[0] ?? "") : name);
  // Older guides of S3's have a star for the account of a bucket, which is left out of its ARN.
  if (account === "*" && service === "s3") return isFixed(name) && !name.includes("/");
  return /^\d+$/.test(account);
}

/** `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*`: the organization comes first. */
function fixesOrganization(path: string): boolean {
  return path.includes("/") && isFixed(path.split("/")[0] ?? "");
}

/** Addresses that are no part of the internet so large that S3 calls it public: /8 and, in IPv6, /32. */
function isNarrow(range: string): boolean {
  const [base = "", prefix] = range.split("/");
  if (!/^[\da-f:.]+$/i.test(base) || isWorld(range)) return false;
  return !base.includes(":") || prefix === undefined || Number(prefix) >= 32;
}

/** A user's or role's unique id, with the name of a session or any: `AROAEXAMPLEID:*`. */
function isUserId(value: string): boolean {
  return isFixed(value.split(":")[0] ?? "");
}

/** Where a topic delivers to: an address of a domain, or an ARN. */
function isEndpoint(value: string): boolean {
  if (value.startsWith("arn:")) return fixesAccount(value);
  return /^[^@]*@[\w.-]+\.[a-z]+$/i.test(value) || /^https:\/\/[\w.-]+\.[a-z]+(:\d+)?\//i.test(value);
}

const yes = (): boolean => true;

/**
 * Keys that say who calls or from where, and what their values have to fix: S3's ("The meaning of public", Amazon S3 User
 * Guide), those of other services ("The meaning of public", Amazon EFS User Guide; Service Authorization Reference), and the
 * global ones of the caller (IAM User Guide, "AWS global condition context keys"). Not among them: what any account can have
 * by the same name or set by itself, as `aws:username`, `aws:PrincipalTag/…`, `aws:SourceIdentity`, `sts:ExternalId`,
 * `aws:Referer`, and private addresses (`aws:VpcSourceIp`).
 */
const callerKeys: Readonly<Record<string, (value: string) => boolean>> = {
  "aws:ec2instancesourcevpc": isFixed,
  "aws:principalaccount": isFixed,
  "aws:principalarn": fixesAccount,
  "aws:principalisawsservice": yes,
  "aws:principalorgid": isFixed,
  "aws:principalorgpaths": fixesOrganization,
  "aws:principalservicename": isFixed,
  "aws:sourceaccount": isFixed,
  "aws:sourcearn": fixesAccount,
  "aws:sourceip": isNarrow,
  "aws:sourceorgid": isFixed,
  "aws:sourceorgpaths": fixesOrganization,
  "aws:sourceowner": isFixed,
  "aws:sourcevpc": isFixed,
  "aws:sourcevpce": isFixed,
  "aws:userid": isUserId,
  "elasticfilesystem:accessedviamounttarget": yes,
  "kms:calleraccount": isFixed,
  "s3:dataaccesspointaccount": isFixed,
  "s3:dataaccesspointarn": fixesAccount,
  "sns:endpoint": isEndpoint,
  "vpc-lattice-svcs:sourcevpc": isFixed,
  "vpc-lattice-svcs:sourcevpcowneraccount": isFixed,
};

/** Which values of a key name a caller. */
export const callers: Names = (key) => (Object.hasOwn(callerKeys, key) ? callerKeys[key] : undefined);

/** As `callers` beside an Allow: that a service of AWS' calls leaves in every customer of the service. */
export const allowedCallers: Names = (key) => (key === "aws:principalisawsservice" ? undefined : callers(key));
