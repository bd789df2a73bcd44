import type { PostgresSpec } from "../../contract";

/** Sizes of storage, in GiB ("Storage options", Azure Database for PostgreSQL, Premium SSD). */
export const storageSizes = [32, 64, 128, 256, 512, 1024, 2048, 4095, 4096, 8192, 16_384, 32_767] as const;

/** The smallest storage that is at least so large; throws where there is none. */
export function storageOf({ storageGiB }: Pick<PostgresSpec, "storageGiB">): number {
  const found = storageSizes.find((size) => size >= storageGiB);
  if (found !== undefined) return found;
  throw new Error(`postgres: ${storageGiB} GiB of storage is more than the ${storageSizes.at(-1)} GiB that Azure has`);
}
