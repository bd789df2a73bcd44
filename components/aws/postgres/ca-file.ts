/** Where a task has the database's certificate authorities, which a container of it writes before the workload starts. */
export const caDirectory = "/var/lib/isotopo/postgres-ca";
/** Name of the file there, PEM. */
export const caFile = "authorities.pem";
export const caPath = `${caDirectory}/${caFile}`;
