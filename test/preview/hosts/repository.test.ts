import assert from "node:assert/strict";
import { type Repository, repositoryOf } from "../../../preview/hosts/repository";
import { PreviewError } from "../../../preview/model/errors";

describe("the repository of a job", () => {
  const token = "t0ken";
  const found: [what: string, env: Record<string, string>, repository: Repository][] = [
    [
      "a workflow of GitHub",
      { GITHUB_REPOSITORY: "shop/web", GITHUB_TOKEN: token },
      { host: "github", repo: "shop/web", apiUrl: "https://api.github.com", token },
    ],
    [
      "a workflow of a server of one's own, with the token of its command line",
      {
        GITHUB_REPOSITORY: "shop/web",
        GITHUB_TOKEN: "",
        GH_TOKEN: token,
        GITHUB_API_URL: "https://git.example/api/v3",
      },
      { host: "github", repo: "shop/web", apiUrl: "https://git.example/api/v3", token },
    ],
    [
      "a pipeline of GitLab",
      { GITLAB_CI: "true", CI_PROJECT_ID: "12", GITLAB_TOKEN: token, GITHUB_REPOSITORY: "shop/web" },
      { host: "gitlab", repo: "12", apiUrl: "https://gitlab.com", token },
    ],
    [
      "a pipeline of a server of one's own, by its API's address",
      { GITLAB_CI: "true", CI_PROJECT_ID: "12", GITLAB_TOKEN: token, CI_SERVER_URL: "https://git.example/api/v4/" },
      { host: "gitlab", repo: "12", apiUrl: "https://git.example", token },
    ],
  ];
  for (const [what, env, repository] of found) {
    it(`is that of ${what}`, () => {
      assert.deepEqual(repositoryOf(env), repository);
    });
  }

  const refused: [env: Record<string, string>, lines: string[]][] = [
    [
      {},
      [
        "which repository? set GITHUB_REPOSITORY in the environment",
        "there is no token; set GITHUB_TOKEN in the environment",
      ],
    ],
    [
      { GITLAB_CI: "true", CI_SERVER_URL: "git.example" },
      [
        "which repository? set CI_PROJECT_ID in the environment",
        "there is no token; set GITLAB_TOKEN in the environment",
        'CI_SERVER_URL is "git.example"; required: an address',
      ],
    ],
    [
      { GITHUB_REPOSITORY: "web", GITHUB_TOKEN: token, GITHUB_API_URL: "git.example" },
      ['GITHUB_REPOSITORY is "web"; required: owner/name', 'GITHUB_API_URL is "git.example"; required: an address'],
    ],
  ];
  for (const [env, lines] of refused) {
    it(`is told with all that is wrong: ${lines.join(", ")}`, () => {
      assert.throws(() => repositoryOf(env), new PreviewError(lines.join("\n")));
    });
  }
});
