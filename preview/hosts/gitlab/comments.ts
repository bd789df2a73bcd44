import type { CommentHost, HostComment, HostSettings } from "../host";
import { ifThere } from "../if-there";
import { explaining, gitLabClient, statusOf } from "./client";

/** Most characters of a note (GitLab's documentation, "Application limits": size of comments). */
const limit = 1_000_000;

/** The fields of a note that are read. */
interface Note {
  id: number;
  body: string;
  author: { id: number };
}

/** Comments on a merge request of GitLab. */
export async function gitLabComments(settings: HostSettings): Promise<CommentHost> {
  const { repo, pr } = settings;
  const client = await gitLabClient(settings);
  const attempt = explaining(settings, {
    name: ` !${pr}`,
    right:
      "give it the scope api and the role Reporter or higher; in a locked discussion only members of the project comment",
    hint: "--repo is the project's path or number, --pr the merge request's",
  });
  const me = await attempt(async () => (await client.Users.showCurrentUser()).id);
  const page = await attempt(async () => (await client.MergeRequests.show(repo, pr)).web_url);
  const commentOf = ({ id, body, author }: Note): HostComment => ({
    id,
    body,
    own: author.id === me,
    url: `${page}#note_${id}`,
  });
  return {
    limit,
    list: () =>
      attempt(async () => {
        const notes = await client.MergeRequestNotes.all(repo, pr, {
          sort: "asc",
          orderBy: "created_at",
          perPage: 100,
        });
        return notes.filter(({ system }) => !system).map(commentOf);
      }),
    create: (body) => attempt(async () => commentOf(await client.MergeRequestNotes.create(repo, pr, body))),
    update: (id, body) =>
      attempt(() =>
        ifThere(async () => commentOf(await client.MergeRequestNotes.edit(repo, pr, id, { body })), statusOf),
      ),
    remove: (id) =>
      attempt(async () => {
        await ifThere(() => client.MergeRequestNotes.remove(repo, pr, id), statusOf);
      }),
  };
}
