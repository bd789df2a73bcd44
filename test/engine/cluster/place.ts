import { giveDisks } from "../../support/cluster/simulated-nodes";
import { engineBin } from "../support/engine-bin";
import { pluginsBesideKubernetes } from "../support/plugins";
import { storageClass } from "./changes";
import { Cluster, clusterConfig } from "./cluster";
import { leaseSeconds, renewLeases } from "./leases";
import type { Place } from "./life";

/**
 * Volumes that are there as soon as they are claimed, and grow. The provider of January 2026 waits in vain for a claim that grows where its
 * class waits for a consumer (pulumi-kubernetes, pull request 4181).
 */
const volumes = {
  provisioner: "kubernetes.io/host-path",
  volumeBindingMode: "Immediate",
  allowVolumeExpansion: true,
};

/**
 * Has tests of a suite run on Pulumi's engine and a cluster, where both are there: the folder of the engine and a kubeconfig by which
 * namespaces are made, filled and deleted.
 */
export function onCluster(tests: (place: () => Place) => void): void {
  const bin = engineBin();
  const kubeconfig = clusterConfig();
  if (bin === undefined || kubeconfig === undefined) {
    it("needs Pulumi's CLI and a cluster that is for tests alone: ISOTOPO_ENGINE, ISOTOPO_CLUSTER");
    return;
  }
  let place: Place | undefined;
  let beat: NodeJS.Timeout | undefined;
  before(async () => {
    await giveDisks(kubeconfig);
    const [plugins, cluster] = await Promise.all([pluginsBesideKubernetes(), Cluster.open(kubeconfig)]);
    place = { bin, plugins, kubeconfig, cluster };
    await renewLeases(cluster);
    await cluster.apply(undefined, { kind: "storageclasses", name: storageClass, fields: volumes }, "tests");
    beat = setInterval(() => void renewLeases(cluster), leaseSeconds * 250);
  });
  after(() => {
    clearInterval(beat);
    place?.cluster.close();
  });
  tests(() => {
    if (place === undefined) throw new Error("the cluster is not open yet");
    return place;
  });
}
