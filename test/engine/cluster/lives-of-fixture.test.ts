import { targets } from "../../../components/targets";
import { topologyOfStack } from "../../parity/topologies";
import { changesOf } from "../lives/steps";
import { keepingVolumes, quick } from "./changes";
import { clusterLife } from "./life";
import { onCluster } from "./place";
import { describeStories } from "./story";

describe("lives of the fixture on a cluster", function () {
  // A story waits for its turn.
  this.timeout(900_000);
  onCluster((place) => {
    const lives = ["dev", "prod"].map((environment) => {
      const stack = `fixture-kubernetes-${environment}`;
      const changes = changesOf(quick(topologyOfStack(stack)), targets.kubernetes);
      return clusterLife(stack, keepingVolumes(changes), place);
    });
    describeStories(2, lives);
  });
});
