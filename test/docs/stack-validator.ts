import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { projectDir } from "../support/project";

/** Validates stack files by a schema that editors use: that of the stacks, or of another program's. */
export function stackValidator(schema = "stacks/stack.schema.json"): (text: string) => string[] {
  // `patternErrorMessage` is for editors. Formats are checked by editors, and by the program.
  const ajv = new Ajv({ allErrors: true, strictTypes: false, validateFormats: false });
  ajv.addKeyword("patternErrorMessage");
  const validate = ajv.compile(JSON.parse(readFileSync(join(projectDir, schema), "utf8")));
  return (text) => {
    validate(parse(text));
    return (validate.errors ?? []).map(({ instancePath, message, params }) =>
      [instancePath.replace("/config/", ""), message, JSON.stringify(params)].join(" ").trim(),
    );
  };
}
