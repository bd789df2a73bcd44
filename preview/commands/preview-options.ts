/** Options of the command line. */
export interface PreviewCommandOptions {
  all?: boolean;
  changed?: boolean;
  against?: string;
  from?: string[];
  expectNoChanges?: boolean;
  costs?: string;
  marker?: string;
  format: string;
  out?: string;
  unknowns?: boolean;
  policy: boolean;
  policyPack?: string[];
  policyPackConfig?: string;
  exemptions?: string;
  program?: string;
}
