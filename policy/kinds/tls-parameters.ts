import type { Finding } from "../core/finding";
import type { View } from "../core/view";

/** The parameter of a database that makes TLS a must. */
interface TlsParameter {
  name: string;
  /** What switches it on, in capital letters; the fix names the first one. */
  on: readonly string[];
  /** Whether it is on where nothing is said. */
  byDefault: boolean;
}

/** Parameters of a group, as Amazon's databases have them. */
type Parameters = View<readonly { name: string; value: string }[] | undefined>;

/**
 * By the family of a group: RDS User Guide and Aurora User Guide, "Requiring an SSL/TLS connection" of each engine; DocumentDB
 * Developer Guide, "Managing Amazon DocumentDB cluster TLS settings"; Neptune User Guide, `neptune_enforce_ssl`; Redshift
 * Management Guide, "Configuring security options for connections".
 */
const parameters: readonly (readonly [family: RegExp, parameter: (version: number) => TlsParameter])[] = [
  [/^postgres([\d.]+)$/, (version) => ({ name: "rds.force_ssl", on: ["1"], byDefault: version >= 15 })],
  [/^aurora-postgresql([\d.]+)$/, (version) => ({ name: "rds.force_ssl", on: ["1"], byDefault: version >= 17 })],
  [/^sqlserver-\w+-([\d.]+)$/, () => ({ name: "rds.force_ssl", on: ["1"], byDefault: false })],
  [/^mysql([\d.]+)$/, (version) => transport(version >= 9.7)],
  [/^mariadb([\d.]+)$/, (version) => transport(version >= 11.8)],
  [/^aurora-mysql([\d.]+)$/, () => transport(false)],
  [/^docdb([\d.]+)$/, () => ({ name: "tls", on: ["ENABLED", "FIPS-140-3", "TLS1.2+", "TLS1.3+"], byDefault: true })],
  [/^neptune([\d.]+)$/, () => ({ name: "neptune_enforce_ssl", on: ["1"], byDefault: true })],
  [/^redshift-([\d.]+)$/, (version) => ({ name: "require_ssl", on: ["TRUE", "1"], byDefault: version >= 2 })],
];

function transport(byDefault: boolean): TlsParameter {
  return { name: "require_secure_transport", on: ["1", "ON"], byDefault };
}

function tlsParameter(family: string): TlsParameter | undefined {
  for (const [form, parameter] of parameters) {
    const version = form.exec(family)?.[1];
    if (version !== undefined) return parameter(Number.parseFloat(version));
  }
  return undefined;
}

/** Whether a group of parameters, of whichever engine, requires TLS. */
export function requiresTls(
  group: View<{ family?: string; parameters?: readonly { name: string; value: string }[] }>,
): Finding[] {
  const family = group.at("family").text() ?? "";
  const parameter = tlsParameter(family);
  const list: Parameters = group.at("parameters");
  if (parameter === undefined || !list.known) return [];
  const { name, on, byDefault } = parameter;
  const items = list.items();
  const written = items.find((item) => item.at("name").text() === name);
  const required = `${name} = ${on[0]?.toLowerCase()}`;
  if (written !== undefined) {
    const value = written.at("value");
    if (!value.known || on.includes((value.text() ?? String(value.number() ?? value.boolean())).toUpperCase()))
      return [];
    return [{ path: value.path, found: value.shown(), required }];
  }
  if (byDefault || items.some((item) => !item.known || !item.at("name").known)) return [];
  return [{ path: "parameters", found: `without ${name}, which is off in ${family}`, required }];
}
