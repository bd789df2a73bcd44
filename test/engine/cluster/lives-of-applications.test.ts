import { targets } from "../../../components/targets";
import { topologyOfStack } from "../../parity/topologies";
import { shipped } from "../../support/shipped";
import { shippedLife } from "../lives/steps";
import { onTestCluster, shortened } from "./changes";
import { clusterLife } from "./life";
import { onCluster } from "./place";
import { describeStories } from "./story";

describe("lives of the shipped applications on a cluster", function () {
  // A story waits for its turn.
  this.timeout(900_000);
  onCluster((place) => {
    const lives = shipped
      .filter(({ cloud }) => cloud === "kubernetes")
      .map(({ stack }) => {
        const changes = shortened(shippedLife(topologyOfStack(stack), targets.kubernetes));
        return clusterLife(stack, onTestCluster(changes), place);
      });
    describeStories(4, lives);
  });
});
