import { isFixed } from "./callers";

/** Says which values of a claim name somebody. A star in a value is any text. */
type Claim = (value: string) => boolean;

/** An issuer of tokens, and its claims that say whose a token is. */
interface Issuer {
  host: RegExp;
  claims: Readonly<Record<string, Claim>>;
  /** Whether it is one cluster's: all of its tokens are its owner's. The others are shared by their customers. */
  isOwn?: true;
}

/** A whole value, or one whose begin has that form before any star. */
function begins(form: RegExp): Claim {
  return (value) => isFixed(value) || beginsAs(form, value);
}

/** As `begins`, of a claim that its customer may have made of other parts: a whole value has to have a form too. */
function has(form: RegExp, whole = form): Claim {
  return (value) => beginsAs(form, value) || (isFixed(value) && whole.test(value));
}

function beginsAs(form: RegExp, value: string): boolean {
  return !value.includes("${") && form.test(value.split(/[*?]/)[0] ?? "");
}

const owner = begins(/^[^/]+\//);
const serviceAccount = begins(/^system:serviceaccount:[^:]+:/);
const uuid = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i;
const bracedUuid = /^\{[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}\}/i;

/** A tenant of Microsoft's that calls for every customer of Sentinel; the session's name has the customer's workspace. */
const sentinel = /^sts\.windows\.net\/33e01921-4d64-4f8c-a055-5bdaffd5e33d$/;

/** Of GitHub Actions; an enterprise may have an issuer of its own, by its name behind the common one. */
const github: Issuer["claims"] = {
  sub: has(
    /^(repo(sitory)?:[^/]+\/|(repository_id|repository_owner(_id)?|enterprise(_id)?):[^:]+:)/,
    /^(repo(sitory)?:[^/]+\/|(repository_id|repository_owner(_id)?|enterprise(_id)?):[^:])/,
  ),
  repository: owner,
  repository_id: isFixed,
  repository_owner: isFixed,
  repository_owner_id: isFixed,
  enterprise: isFixed,
  enterprise_id: isFixed,
  workflow_ref: owner,
};

/**
 * Issuers that are known. GitHub: "OpenID Connect reference" (GitHub Actions documentation); `job_workflow_ref` is not among the
 * claims, for a public workflow may be called by any repository. GitLab: "OpenID Connect (OIDC) Authentication Using ID Tokens".
 * Terraform: "Workload identity tokens" (HCP Terraform documentation). Google, Amazon, Facebook and Cognito: "IAM and AWS STS
 * condition context keys" (IAM User Guide), where `aud` is Google's `azp`, which no other has, and `oaud` what the caller
 * asked for. Buildkite: "OIDC in Buildkite Pipelines"; `--subject-claim` makes an id the subject. Pulumi: "Configuring OIDC",
 * token claims, where the audience is the organization; that of version 2 is what the caller asked for ("Custom audiences").
 * Bitbucket: "Deploy on AWS using Bitbucket Pipelines OpenID Connect" and "Integrate Pipelines with resource servers using OIDC",
 * where each workspace has an issuer; a step may ask for another audience. Modal: "OpenID Connect (OIDC) integration". Codefresh: "OIDC for Codefresh pipelines". Env zero: "Retrieving your subject identifier". The others: "Identity-provider controls
 * for shared OIDC providers" (IAM User Guide). Vercel: "OIDC Federation Reference"; that of a team's own issuer mode, `oidc.vercel.com/team`, is one's own.
 */
const known: readonly Issuer[] = [
  { host: /^token\.actions\.githubusercontent\.com$/, claims: github },
  { host: /^token\.actions\.githubusercontent\.com\//, claims: github, isOwn: true },
  {
    host: /^gitlab\.com$/,
    claims: {
      sub: has(/^project_path:[^/]+\//),
      namespace_id: isFixed,
      namespace_path: begins(/^[^/]+\//),
      project_id: isFixed,
      project_path: owner,
    },
  },
  {
    host: /^app\.(eu\.)?terraform\.io$/,
    claims: {
      sub: has(/^organization:[^:]+:/),
      terraform_full_workspace: begins(/^organization:[^:]+:/),
      terraform_organization_id: isFixed,
      terraform_organization_name: isFixed,
      terraform_project_id: isFixed,
      terraform_workspace_id: isFixed,
    },
  },
  {
    host: /^agent\.buildkite\.com$/,
    claims: {
      sub: has(/^organization:[^:]+:/, new RegExp(`^organization:[^:]+:|${uuid.source}`, "i")),
      organization_id: isFixed,
      organization_slug: isFixed,
      pipeline_id: isFixed,
      cluster_id: isFixed,
    },
  },
  {
    host: /^api\.pulumi\.com\/oidc$/,
    claims: {
      sub: has(/^pulumi:(deploy:org|environments:(org|pulumi\.organization\.login)):[^:]+:/),
      aud: isFixed,
      org: isFixed,
      stackid: owner,
    },
  },
  {
    host: /^api\.pulumi\.com\/oidc\/v2$/,
    claims: {
      sub: has(/^pulumi:org:[^:]+:/),
      "https://pulumi.com/org": isFixed,
      "https://pulumi.com/org_id": isFixed,
      "https://pulumi.com/current_env_id": isFixed,
      "https://pulumi.com/root_env_id": isFixed,
    },
  },
  {
    host: /^oidc\.vercel\.com$/,
    claims: { sub: has(/^owner:[^:]+:/), owner: isFixed, owner_id: isFixed, project_id: isFixed },
  },
  { host: /^(oidc\.codefresh|scalr)\.io$/, claims: { sub: has(/^account:[^:]+:/) } },
  { host: /^oidc\.modal\.com$/, claims: { sub: has(/^modal:workspace_id:[^:]+:/) } },
  {
    host: /^(login\.app\.env0\.com|proidc\.upbound\.io|studio\.datachain\.ai\/api|tokens\.cloud\.shisho\.dev)$/,
    claims: { sub: parts },
  },
  { host: /^(vstoken\.actions|oidc-configuration\.audit-log)\.githubusercontent\.com$/, claims: { sub: parts } },
  { host: sentinel, claims: {} },
  { host: /^accounts\.google\.com$/, claims: { sub: isFixed, azp: isFixed, email: isFixed, hd: isFixed } },
  { host: /^cognito-identity\.amazonaws\.com$/, claims: { aud: isFixed, sub: isFixed } },
  { host: /^www\.amazon\.com$/, claims: { app_id: isFixed, user_id: isFixed } },
  { host: /^graph\.facebook\.com$/, claims: { app_id: isFixed, id: isFixed } },
  {
    host: /^api\.bitbucket\.org\/2\.0\/workspaces\/[^/]+\/pipelines-config\/identity\/oidc$/,
    claims: {
      sub: begins(bracedUuid),
      aud: (value) => isFixed(value) && value.startsWith("ari:cloud:bitbucket::workspace/"),
      repositoryuuid: isFixed,
      workspaceuuid: isFixed,
    },
    isOwn: true,
  },
  {
    host: /^(oidc\.eks\.|oidc-eks\.|container\.googleapis\.com\/|[\w.-]*oic\.prod-aks\.azure\.com\/)/,
    claims: { sub: serviceAccount, "kubernetes.io.namespace": isFixed },
    isOwn: true,
  },
];

/** Claims that say nothing of whose a token is: for whom, by whom and until when it was made, and how somebody logged in. */
const withoutOwner = new Set(["aud", "oaud", "iss", "exp", "iat", "nbf", "jti", "amr", "acr"]);

/** What says that a value follows: `workspace_id` of `modal:workspace_id:*`. */
const isKey = /(^|_)(id|ids|login|name|slug|uuid)$/;

/**
 * A value that fixes a part of what an unknown issuer says: whole, or two whole parts before any star, or one that is a UUID. The
 * name of a value that the star is in the place of is none.
 */
function parts(value: string): boolean {
  if (isFixed(value)) return true;
  const whole = (value.split(/[*?]|\$\{/)[0] ?? "")
    .split(/[:/|]/)
    .slice(0, -1)
    .filter((part) => part !== "")
    .filter((part, i, all) => i < all.length - 1 || !isKey.test(part));
  return whole.length >= 2 || whole.some((part) => /[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}/i.test(part));
}

function hostOf(issuer: string): string {
  return issuer
    .replace(/^https?:\/\//, "")
    .replace(/\/$/, "")
    .toLowerCase();
}

function knownAs(issuer: string): Issuer | undefined {
  const host = hostOf(issuer);
  return known.find((one) => one.host.test(host));
}

/** Whether an issuer makes tokens for many customers: those of another one are as good, unless a claim says whose they are. */
export function isShared(issuer: string): boolean {
  const found = knownAs(issuer);
  return found !== undefined && found.isOwn === undefined;
}

/** Which values of an issuer's claim name somebody; of an issuer that is not known, of any claim on whose a token is. */
export function claimsOf(issuer: string): (claim: string) => Claim | undefined {
  const found = knownAs(issuer);
  if (found === undefined) return (claim) => (withoutOwner.has(claim) ? undefined : parts);
  return (claim) => (Object.hasOwn(found.claims, claim) ? found.claims[claim] : undefined);
}

/**
 * As `claimsOf`, by the keys that IAM has for claims, in small letters: they begin with the issuer, and Google's `azp` is `aud`
 * there. Keys of IAM's own say nothing of a token, but for the name of Sentinel's sessions.
 */
export function awsClaimsOf(issuer: string): (key: string) => Claim | undefined {
  const claims = claimsOf(issuer);
  const host = hostOf(issuer);
  const prefix = `${issuer}:`.toLowerCase();
  return (key) => {
    if (!key.startsWith(prefix)) return sentinel.test(host) && key === "sts:rolesessionname" ? isFixed : undefined;
    const claim = key.slice(prefix.length);
    return claims(host === "accounts.google.com" && claim === "aud" ? "azp" : claim);
  };
}

/** The claims of an issuer that say whose a token is, in words; of one that is not known, its subject. */
export function claimNames(issuer: string): string {
  const names = ["sub", "repository", "project_path", "app_id", "aud"].filter(
    (name) => claimsOf(issuer)(name) !== undefined,
  );
  return names.length > 0 ? names.join(" or ") : "session's name";
}
