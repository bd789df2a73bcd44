import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { projectDir } from "../support/project";

/** Validates stack files by the schema that editors use. */
export function stackValidator(): (text: string) => string[] {
  // `patternErrorMessage` is for editors. Formats are checked by editors, and by the program.
  const ajv = new Ajv({ allErrors: true, strictTypes: false, validateFormats: false });
  ajv.addKeyword("patternErrorMessage");
  const validate = ajv.compile(JSON.parse(readFileSync(join(projectDir, "stacks/stack.schema.json"), "utf8")));
  return (text) => {
    validate(parse(text));
    return (validate.errors ?? []).map(({ instancePath, message, params }) =>
      [instancePath.replace("/config/", ""), message, JSON.stringify(params)].join(" ").trim(),
    );
  };
}
