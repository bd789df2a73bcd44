import { type TargetName, targets } from "../../../components/targets";
import { type ConfigProblems, nearest } from "../parser/problems";
import { valueAt } from "../value-at";

/** The keys of the config that place a stack. */
interface PlaceInput {
  config: { cloud?: TargetName; region?: string };
  raw: Readonly<Record<string, string>>;
}

/** The region exists on the cloud, and the provider's own keys agree with it. */
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

/** A provider's own key must agree with ours. */
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
