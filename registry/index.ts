import { shippedApplications } from "../infra/apps";
import { program } from "./program";

/** The program of the shipped applications' repositories. */
export = () => program(shippedApplications);
