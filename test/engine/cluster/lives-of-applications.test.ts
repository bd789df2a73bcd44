import { targets } from "../../../components/targets";
import { topologyOfStack } from "../../parity/topologies";
import { shipped } from "../../support/shipped";
import { shippedLife } from "../lives/steps";
import { onTestCluster, shortened } from "./changes";
import { clusterLife } from "./life";
import { onCluster } from "./place";
import { describeStories } from "./story";

/** Each life on a cluster takes most of a minute: those in dev and staging are lived by hand (CONTRIBUTING.md). */
const all = process.env.ISOTOPO_LIVES === "all";

describe("lives of the shipped applications on a cluster", function () {
  // A story waits for its turn.
  this.timeout(900_000);
  onCluster((place) => {
    const lives = shipped
      .filter(({ cloud, environment }) => cloud === "kubernetes" && (all || environment === "prod"))
      .map(({ stack }) => {
        const changes = shortened(shippedLife(topologyOfStack(stack), targets.kubernetes));
        return clusterLife(stack, onTestCluster(changes), place);
      });
    describeStories(4, lives);
  });
});
