import { capabilitiesOf, options, servicesOf } from "../../components/contract";
import { targetNames, targets } from "../../components/targets";

/** docs/capabilities.json: the same as the page, for `isotopo compare` (`isotopo.js`). */
export function capabilitiesData(): string {
  const data = {
    targets: targetNames.map((name) => ({
      name,
      title: targets[name].title,
      services: servicesOf(targets[name]),
      options: capabilitiesOf(targets[name]),
    })),
    options: options.map(({ name, meaning }) => ({ name, meaning })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
