/** What comes of a request; undefined where there is nothing any more (404). */
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
