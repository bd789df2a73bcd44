import type { ReplaceForcing } from "./table";

/**
 * `RequiresReplace` in hashicorp/terraform-provider-random at ad788e23 (`internal/provider/resource_{password,string,uuid}.go`,
 * read 2026-11-27): every
 * input, as what was random can't be changed.
 */
const text = [
  "keepers",
  "length",
  "lower",
  "minLower",
  "minNumeric",
  "minSpecial",
  "minUpper",
  "number",
  "numeric",
  "overrideSpecial",
  "special",
  "upper",
];

export const random: ReplaceForcing = {
  // `resource_id.go`, read in the SDK's own words: "a change of any of them makes a new one".
  "random:index/randomId:RandomId": ["byteLength", "keepers", "prefix"],
  "random:index/randomPassword:RandomPassword": text,
  "random:index/randomString:RandomString": text,
  "random:index/randomUuid:RandomUuid": ["keepers"],
};
