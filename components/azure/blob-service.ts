/**
 * The version of the Blob service that requests of Front Door ask for: it sends none of itself, and a token is taken from
 * 2017-11-09 on ("Versioning for Azure Storage"; without, the answer is "Authentication scheme Bearer is not supported in
 * this version").
 */
export const blobServiceVersion = "2023-11-03";
