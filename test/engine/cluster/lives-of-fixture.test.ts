import { targets } from "../../../components/targets";
import { topologyOfStack } from "../../parity/topologies";
import { crowdedLife } from "../lives/steps";
import { onTestCluster } from "./changes";
import { clusterLife } from "./life";
import { onCluster } from "./place";
import { describeStories } from "./story";

describe("lives of the fixture on a cluster", function () {
  // A story waits for its turn.
  this.timeout(900_000);
  onCluster((place) => {
    const lives = ["dev", "prod"].map((environment) => {
      const stack = `fixture-kubernetes-${environment}`;
      return clusterLife(stack, onTestCluster(crowdedLife(topologyOfStack(stack), targets.kubernetes)), place);
    });
    describeStories(2, lives);
  });
});
