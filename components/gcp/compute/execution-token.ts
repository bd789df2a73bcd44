import type { JobArgs } from "@pulumi/gcp/cloudrunv2";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { digest } from "../../contract";

/**
 * Suffix of a run's name, a new one for each definition of the job and each number that the config asks for. It comes out of
 * what the job resolves to, versions of secrets included, and is random: an execution's name can never be
 * reused, so a rollback to an earlier image needs a new one. The provider sends it with every change of a job, so any change
 * makes a new one. Only an `up` without a refresh, after a failed one, sends the same again; no service starts on it
 * (`unlessFailed`). With the job's name it has fewer than 63 characters.
 */
export function executionToken(
  name: string,
  { job, run }: { job: JobArgs; run: number },
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const definition = pulumi.output(job).apply((resolved) => digest(JSON.stringify(resolved), 64));
  const suffix = new random.RandomId(name, { byteLength: 4, keepers: { definition, run: String(run) } }, { parent });
  // The first character is a letter, as in every name of a run.
  return pulumi.interpolate`r${suffix.hex}`;
}
