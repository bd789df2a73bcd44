import { valueAt } from "../../../support/value-at";
import { type Behaviour, packagesOf } from "../behaviour";

interface Row {
  property: string;
  /** A property with which the provider passes over a change. */
  unless?: string;
  source: string;
}

/** By type, a number that an update can only raise. */
const rising: Readonly<Record<string, Row>> = {
  "aws:rds/instance:Instance": {
    property: "allocatedStorage",
    unless: "maxAllocatedStorage",
    source: "RDS User Guide: storage can't be reduced; the provider ignores changes of storage that grows by itself",
  },
  "gcp:sql/databaseInstance:DatabaseInstance": {
    property: "settings.diskSize",
    source: "Cloud SQL: The disk size cannot decrease",
  },
  "azure-native:dbforpostgresql:Server": {
    property: "storage.storageSizeGB",
    source: "Azure Database for PostgreSQL: storage can't be scaled down",
  },
};

/** By type, a major version that an update can only raise. */
const versions: Readonly<Record<string, Row>> = {
  "aws:rds/instance:Instance": { property: "engineVersion", source: "RDS API, ModifyDBInstance: no downgrade" },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    property: "engineVersion",
    source: "ElastiCache API, ModifyReplicationGroup: no downgrade",
  },
  "gcp:sql/databaseInstance:DatabaseInstance": { property: "databaseVersion", source: "Cloud SQL: no downgrade" },
  "azure-native:dbforpostgresql:Server": { property: "version", source: "Azure Database for PostgreSQL: no downgrade" },
};

/** Sizes and versions that go one way. */
export const oneWay: Behaviour = {
  name: "one-way",
  source: "each type with its own",
  packages: packagesOf([rising, versions].flatMap(Object.keys)),
  refuses(call) {
    if (call.what !== "update") return undefined;
    const { type, inputs: before } = call.thing;
    for (const row of [rising[type], versions[type]]) {
      if (row === undefined || call.inputs[row.unless ?? ""] !== undefined) continue;
      const [from, to] = [before, call.inputs].map((inputs) => numberIn(valueAt(inputs, row.property)));
      if (from !== undefined && to !== undefined && to < from) return `${row.property} ${from} → ${to}: ${row.source}`;
    }
    return undefined;
  },
};

/** The number in a value: `20`, `"15.4"`, `"POSTGRES_15"`. */
function numberIn(value: unknown): number | undefined {
  const found = /\d+(?:\.\d+)?/.exec(String(value ?? ""))?.[0];
  return found === undefined ? undefined : Number(found);
}
