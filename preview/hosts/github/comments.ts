import type { RestEndpointMethodTypes } from "@octokit/plugin-rest-endpoint-methods";
import type { CommentHost, HostComment, HostSettings } from "../host";
import { ifThere } from "../if-there";
import { explaining, gitHubClient, isLimited, placeIn, statusOf } from "./client";

type Comment = RestEndpointMethodTypes["issues"]["listComments"]["response"]["data"][number];

/** Most characters of a comment: "body is too long (maximum is 65536 characters)". */
const limit = 65_536;

/** Comments on a pull request of GitHub. */
export async function gitHubComments(settings: HostSettings): Promise<CommentHost> {
  const { pr } = settings;
  const client = await gitHubClient(settings);
  const place = placeIn(settings);
  const attempt = explaining(settings, {
    name: ` #${pr}`,
    thing: "comment",
    permission: "pull-requests: write",
    right: "write access to pull requests",
    hint: "--repo is owner/name, --pr its number",
  });
  const me = await attempt(() => ownLogin(client));
  const commentOf = (comment: Comment): HostComment => ({
    id: Number(comment.id),
    body: comment.body ?? "",
    // A workflow's token may not ask for its own user. It writes as a bot, and other people don't.
    own: me === undefined ? comment.user?.type === "Bot" : comment.user?.login === me,
    url: comment.html_url,
  });
  return {
    limit,
    list: () =>
      attempt(async () => {
        const options = { ...place, issue_number: pr, per_page: 100 };
        return (await client.paginate(client.rest.issues.listComments, options)).map(commentOf);
      }),
    create: (body) =>
      attempt(async () => {
        const { data } = await client.rest.issues.createComment({ ...place, issue_number: pr, body });
        return commentOf(data);
      }),
    update: (id, body) =>
      attempt(() =>
        ifThere(
          async () => commentOf((await client.rest.issues.updateComment({ ...place, comment_id: id, body })).data),
          statusOf,
        ),
      ),
    remove: (id) =>
      attempt(async () => {
        await ifThere(() => client.rest.issues.deleteComment({ ...place, comment_id: id }), statusOf);
      }),
  };
}

/** The token's user; undefined if it may not ask. Any other error is thrown: otherwise a second comment would be posted. */
async function ownLogin(client: Awaited<ReturnType<typeof gitHubClient>>): Promise<string | undefined> {
  try {
    return (await client.rest.users.getAuthenticated()).data.login;
  } catch (error) {
    const status = statusOf(error);
    if ((status === 401 || status === 403) && !isLimited(error)) return undefined;
    throw error;
  }
}
