/** Folder of a Pulumi CLI with its language host of Node.js, from `ISOTOPO_ENGINE`; undefined where the tests have none. */
export function engineBin(): string | undefined {
  const { ISOTOPO_ENGINE } = process.env;
  return ISOTOPO_ENGINE === undefined || ISOTOPO_ENGINE === "" ? undefined : ISOTOPO_ENGINE;
}
