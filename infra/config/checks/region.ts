import { type TargetName, targets } from "../../../components/targets";
import { type ConfigProblems, nearest } from "../parser/problems";
import { valueAt } from "../value-at";

/** What says where something stands. */
interface PlaceInput {
  config: { cloud?: TargetName; region?: string };
  raw: Readonly<Record<string, string>>;
}

/** The region is one of the cloud, and the provider's own keys say the same. */
export function checkRegion({ config, raw }: PlaceInput, problems: ConfigProblems): void {
  const { cloud, region } = config;
  if (cloud === undefined || region === undefined) return;
  const { regions, unsuitable, title } = targets[cloud];
  if (regions !== undefined && !regions.includes(region)) {
    const lacking = unsuitable?.regions.includes(region) ? unsuitable.found : undefined;
    const near = lacking === undefined ? nearest(region, regions) : undefined;
    const any = `region of ${title}: ${regions.join(", ")}`;
    const found = lacking === undefined ? `is "${region}"` : `is "${region}", ${lacking}`;
    problems.add("region", found, near === undefined ? `a ${any}` : `${near}, or another ${any}`);
    return;
  }
  checkProvider({ config, raw }, cloud, problems);
}

/** What the provider reads under a name of its own must say the same. */
function checkProvider({ config, raw }: PlaceInput, cloud: TargetName, problems: ConfigProblems): void {
  const { title, providerConfig } = targets[cloud];
  for (const [providerKey, key] of Object.entries(providerConfig)) {
    const ours = valueAt(config, key.split("."));
    const theirs = raw[providerKey];
    if (typeof ours !== "string" || theirs === ours || problems.concern(key)) continue;
    problems.add(
      key,
      `is "${ours}", and ${providerKey} is ${theirs === undefined ? "missing" : `"${theirs}"`}`,
      `the same in both; the ${title} provider reads ${providerKey}`,
    );
  }
}
