import { cloudNames, options } from "../../components/contract";
import { cloudFacts } from "../../components/facts";

/** docs/capabilities.json: the same as the page, for `isotopo compare`, which knows the program by its files only. */
export function capabilitiesData(): string {
  const data = {
    clouds: cloudNames.map((name) => ({
      name,
      title: cloudFacts[name].title,
      services: cloudFacts[name].services,
      options: cloudFacts[name].capabilities,
    })),
    options: options.map(({ name, meaning }) => ({ name, meaning })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
