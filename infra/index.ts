import { shippedApplications } from "./apps";
import { program } from "./program";

/** The program of the shipped applications' stacks. */
export = () => program(shippedApplications);
