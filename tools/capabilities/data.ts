import { capabilitiesOf, componentName, options, servicesOf, topologyConcepts } from "../../components/contract";
import { targetNames, targets } from "../../components/targets";

/** docs/capabilities.json: the same as the page, for `isotopo compare` (`isotopo.js`). */
export function capabilitiesData(): string {
  const components = Object.fromEntries(
    topologyConcepts
      .map((concept) => [concept, componentName(concept)])
      .filter(([concept, component]) => component !== concept),
  );
  const data = {
    targets: targetNames.map((name) => ({
      name,
      title: targets[name].title,
      services: servicesOf(targets[name]),
      components,
      options: capabilitiesOf(targets[name]),
    })),
    options: options.map(({ name, meaning }) => ({ name, meaning })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
