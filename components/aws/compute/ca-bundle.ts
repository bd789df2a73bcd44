import {
  type IdentitySpec,
  parseSecretReference,
  postgresSecretKinds,
  type SecretReference,
  type ValueReference,
  type WorkloadSpec,
} from "../../contract";
import { caDirectory, caFile } from "../postgres/ca-file";

/** Name of the container that writes the file, and of the volume that holds it. */
export const caBundle = "ca-bundle";

/** Where the image of PostgreSQL has a directory of its own user (its Dockerfile, `VOLUME`), and who that is. */
const imageDirectory = "/var/lib/postgresql/data";
const imageUser = "70:70";

/** Whether a workload connects to the database, and so has to know its certificate authority. */
export function needsCaBundle({
  secrets,
  variables,
}: Pick<WorkloadSpec | IdentitySpec, "secrets" | "variables">): boolean {
  const reference: ValueReference = "postgres.caPath";
  return (
    Object.values(secrets).some(isAddress) ||
    Object.values(variables).some((value) => typeof value !== "string" && value.ref === reference)
  );
}

function isAddress(secret: SecretReference): boolean {
  const parsed = parseSecretReference(secret);
  return parsed?.source === "postgres" && postgresSecretKinds[parsed.key] === "address";
}

/**
 * A container that runs before the workload's own and writes the database's certificate authorities into a volume that both
 * share: so an image need not bring them. The volume takes owner and mode of the directory that the image declares there
 * (ECS Developer Guide, "Use bind mounts with Amazon ECS"), so that no container has to be root.
 */
export function caBundleContainer<Log>(image: string, authorities: string, logConfiguration: Log) {
  const file = `${imageDirectory}/${caFile}`;
  return {
    name: caBundle,
    image,
    essential: false,
    entryPoint: ["sh"],
    command: ["-c", `chmod 755 ${imageDirectory} && printf %s "$CA_BUNDLE" > ${file} && chmod 644 ${file}`],
    user: imageUser,
    privileged: false,
    readonlyRootFilesystem: true,
    linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["ALL"] } },
    mountPoints: [{ containerPath: imageDirectory, sourceVolume: caBundle, readOnly: false }],
    environment: [{ name: "CA_BUNDLE", value: authorities }],
    logConfiguration,
  };
}

/** Settings of the workload's own container: the file to read, and that it starts after the other one. */
export const caBundleReader = {
  mountPoints: [{ containerPath: caDirectory, sourceVolume: caBundle, readOnly: true }],
  dependsOn: [{ containerName: caBundle, condition: "SUCCESS" }],
} as const;
