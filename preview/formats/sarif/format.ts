import { ofVerdicts } from "../format";
import { sarifReport } from "./report";

/** Static Analysis Results Interchange Format 2.1.0, for code scanning. */
export const format = ofVerdicts((judged, { base, reading, failures }) =>
  sarifReport(judged, base, { reading, failures }),
);
