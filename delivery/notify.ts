/** Tells a channel, by a webhook that takes `{"text": …}` as Slack's, Mattermost's and others' do. A failure only warns. */
export async function notify(webhook: string | undefined, text: string): Promise<void> {
  console.log(text);
  if (webhook === undefined || webhook === "") return;
  try {
    const response = await fetch(webhook, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) console.error(`notify: the webhook answered HTTP ${response.status}`);
  } catch {
    // Its address is a secret: the error would tell it.
    console.error("notify: the webhook can't be reached");
  }
}
