import { ofVerdicts } from "../format";
import { junitReport } from "./report";

/** JUnit XML, for the test pages of CI servers. */
export const format = ofVerdicts((judged, { reading, failures }) => junitReport(judged, { reading, failures }));
