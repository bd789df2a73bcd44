import type { GateName } from "./fail-on";
import type { ReportWord } from "./report-options";

/** Options of the command line. */
export interface PreviewCommandOptions {
  all?: boolean;
  changed?: boolean;
  against?: string;
  from?: string[];
  expectNoChanges?: boolean;
  costs?: string;
  marker?: string;
  /** `--format` and `--out` in their order; both options share the list. */
  format?: ReportWord[];
  out?: ReportWord[];
  failOn?: GateName[];
  /** Shows every finding in text. */
  verbose?: boolean;
  unknowns?: boolean;
  /** False: without the preloads that only save time and memory. */
  preload: boolean;
  policy: boolean;
  policyPack?: string[];
  policyPackConfig?: string;
  exemptions?: string;
  program?: string;
}
