/** Where a container finds the authorities that sign for the database: an image need not bring them. */
export const caPath = "/etc/isotopo/postgres/ca.pem";
