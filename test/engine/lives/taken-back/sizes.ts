import type { WholeTopology } from "../../../support/whole";
import { type Change, type Fix, of } from "./fix";

/** A database whose storage the cloud lets grow: its first size counts no longer. */
const grown: readonly { stack: string; name: string; takeBack: Change }[] = [
  {
    stack: "small-aws-dev",
    name: "storage that grows by itself is not set back (maxAllocatedStorage)",
    takeBack: of("aws:rds/instance:Instance", ({ props }) => Object.assign(props, { maxAllocatedStorage: undefined })),
  },
  {
    stack: "small-gcp-dev",
    name: "storage that grows by itself is not set back (settings.diskSize is ignored)",
    takeBack: of("gcp:sql/databaseInstance:DatabaseInstance", ({ opts }) => Object.assign(opts, { ignoreChanges: [] })),
  },
  {
    stack: "small-azure-dev",
    name: "storage that grows by itself is not set back (storage.storageSizeGB is ignored)",
    takeBack: of("azure-native:dbforpostgresql:Server", ({ opts }) => Object.assign(opts, { ignoreChanges: [] })),
  },
];

function withStorage(factor: number) {
  return (topology: WholeTopology): WholeTopology => {
    const other = structuredClone(topology);
    other.postgres.storageGiB *= factor;
    other.postgres.maxStorageGiB *= 4;
    return other;
  };
}

/** Sizes that go one way. */
export const sizes: readonly Fix[] = grown.map(({ stack, name, takeBack }) => ({
  behaviour: "one-way",
  name,
  stack,
  steps: [
    { up: "with more storage", becomes: withStorage(4) },
    { up: "with less", becomes: withStorage(1) },
  ],
  takeBack,
}));
