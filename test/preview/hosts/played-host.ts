import { gitHubComments } from "../../../preview/hosts/github/comments";
import { gitLabComments } from "../../../preview/hosts/gitlab/comments";
import type { CommentHost } from "../../../preview/hosts/host";
import { type Posted, post } from "../../../preview/hosts/settle";
import { GitHubPlayer } from "../../support/api-player/github";
import { GitLabPlayer } from "../../support/api-player/gitlab";
import type { Player } from "../../support/api-player/player";

export const marker = "<!-- isotopo:preview:shop -->";
export const body = (words: string, run?: number) =>
  [marker, ...(run === undefined ? [] : [`<!-- isotopo:at:${run} -->`]), words].join("\n");
export const token = "t0ken-c4n4ry";

const apis: { name: string; make: () => Player; connect: (player: Player) => Promise<CommentHost>; update: string }[] =
  [
    {
      name: "GitHub",
      make: () => new GitHubPlayer(),
      connect: ({ url: apiUrl }) => gitHubComments({ repo: "shop/web", pr: 7, apiUrl, token, retryBase: 10 }),
      update: "PATCH",
    },
    {
      name: "GitLab",
      make: () => new GitLabPlayer(),
      connect: ({ url: apiUrl }) => gitLabComments({ repo: "shop/web", pr: 7, apiUrl, token, retryBase: 10 }),
      update: "PUT",
    },
  ];

/** A host with a player in its place, which is another one in each test. */
export class PlayedHost {
  player: Player;

  constructor(private readonly api: (typeof apis)[number]) {
    this.player = api.make();
  }

  get name(): string {
    return this.api.name;
  }

  /** The method by which a comment is updated. */
  get update(): string {
    return this.api.update;
  }

  /** Has a new player. */
  async start(): Promise<void> {
    this.player = this.api.make();
    await this.player.start();
  }

  connect(): Promise<CommentHost> {
    return this.api.connect(this.player);
  }

  async posted(words: string, run?: number): Promise<Posted> {
    return post(await this.connect(), { body: body(words, run), marker, run, settleAfter: 20 });
  }

  /** The comments with the marker. */
  own(): string[] {
    return this.player.comments.filter(({ body }) => body.includes(marker)).map(({ body }) => body);
  }

  /** The requests that write. */
  writes(): string[] {
    return this.player.log.filter((line) => !line.startsWith("GET"));
  }
}

/** Describes a comment on each host. */
export function onEachHost(tests: (on: PlayedHost) => void): void {
  for (const api of apis) {
    describe(`a comment on ${api.name}`, () => {
      const on = new PlayedHost(api);
      beforeEach(() => on.start());
      afterEach(() => on.player.stop());
      tests(on);
    });
  }
}
