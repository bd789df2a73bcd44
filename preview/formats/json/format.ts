import { pathInRepository } from "../../project/repository";
import type { Format } from "../format";
import { jsonReport } from "./changes";
import { judgedJson } from "./verdicts";

/** For programs, and for `--from`. */
export const format: Format<string> = {
  previewed: (stacks, { failures, base }) => jsonReport(stacks, failures, pathInRepository(base)),
  judged: (judged, { reading }) => judgedJson(judged, reading),
};
