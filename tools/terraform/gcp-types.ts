/** How Terraform calls the products of Pulumi's modules, where a module's name is not it in snake case. */
const products: Readonly<Record<string, string>> = {
  artifactregistry: "artifact_registry",
  certificatemanager: "certificate_manager",
  cloudrunv2: "cloud_run_v2",
  cloudscheduler: "cloud_scheduler",
  projects: "project",
  secretmanager: "secret_manager",
  serviceaccount: "service_account",
  servicenetworking: "service_networking",
};

/** Types that follow no rule. */
const types: Readonly<Record<string, string>> = {
  "gcp:serviceaccount/account:Account": "google_service_account",
};

/** Terraform's name of a type of Pulumi's provider: `gcp:sql/databaseInstance:DatabaseInstance` is `google_sql_database_instance`. */
export function typeOf(token: string): string {
  const exception = types[token];
  if (exception !== undefined) return exception;
  const [, module = "", name = ""] = /^gcp:([^/]+)\/[^:]+:(.+)$/.exec(token) ?? [];
  return `google_${products[module] ?? module}_${snake(name)}`;
}

/** `IAMMember` is `iam_member`, `CryptoKeyIAMMember` is `crypto_key_iam_member`. */
function snake(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase();
}
