import assert from "node:assert/strict";
import { GitHubPlayer } from "../../support/api-player/github";
import { image, stack, Toy } from "./toy";

describe("the drift of a stack, on Pulumi's own engine", function () {
  this.timeout(300_000);
  let toy: Toy;
  let player: GitHubPlayer;
  before(async function () {
    toy = await Toy.make(this);
    player = new GitHubPlayer();
    await player.start();
  });
  after(async () => {
    await player?.stop();
    toy?.remove();
  });

  const drifted = async (): Promise<string[]> => {
    const env = { GITHUB_API_URL: player.url, GITHUB_TOKEN: "t", GITHUB_REPOSITORY: "shop/web", GITLAB_CI: "" };
    toy.restoresFile();
    const { code, stdout, stderr } = await toy.deliver("drift", ["--stack", stack], { env });
    assert.equal(code, 0, stderr);
    return stdout.trimEnd().split("\n");
  };
  const held = image("0").replace(/@.*/, "");

  it("is none where a release runs that is not in the stack's file, which is told apart", async () => {
    const { code, stdout, stderr } = await toy.deploy("a");
    assert.equal(code, 0, `${stdout}${stderr}`);
    const [line = "", end] = await drifted();
    assert.ok(line.startsWith(`${stack}: its file has the image ${held}`), line);
    assert.ok(line.endsWith(` as app; ${image("a")} was deployed: it is not drift, but a file to be changed`), line);
    assert.equal(end, `${stack}: as its program says; issue: nothing`);
  });

  it("is an issue where the cloud was changed by hand, closed where it is as it was", async () => {
    toy.sets(`${stack}.server`, image("b"));
    assert.equal((await drifted()).at(-1), `${stack}: differs; issue: opened`);
    assert.match(player.issues[0]?.body ?? "", /b{64}/);
    toy.sets(`${stack}.server`, image("a"));
    assert.equal((await drifted()).at(-1), `${stack}: as its program says; issue: closed`);
  });
});
