/** The result of a request; undefined if the object does not exist (404). */
export async function ifThere<T>(
  work: () => Promise<T>,
  statusOf: (error: unknown) => number | undefined,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}
