/**
 * The whole key of a setting, `namespace:key`; a key alone is the project's. Undefined for a text that is no key (`ParseKey`
 * in `sdk/go/common/resource/config/key.go`).
 */
export function configKey(key: string, project: string): string | undefined {
  const parts = key.split(":");
  const [first = "", second = "", third = ""] = parts;
  if (parts.length === 1) return `${project}:${key}`;
  if (parts.length === 2) return key;
  // Older projects have `aws:config:region`.
  return parts.length === 3 && second === "config" ? `${first}:${third}` : undefined;
}
