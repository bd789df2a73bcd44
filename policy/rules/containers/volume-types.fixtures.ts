import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Make it a PersistentVolume, and name its claim.";
const required =
  "required: one of configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected, secret";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "what the standard allows",
      type: k.podType,
      properties: k.podWith(
        {},
        {
          volumes: [
            { name: "a", emptyDir: {} },
            { name: "b", persistentVolumeClaim: { claimName: "data" } },
            { name: "c", secret: { secretName: "shop" } },
            { name: "d" },
            { name: "e", image: { reference: "example.com/data" } },
          ],
        },
      ),
    },
    ...k.patchesThatPass({ volumes: [{ name: "a", configMap: { name: "shop" } }] }),
  ],
  fails: [
    {
      name: "a share and a repository, and a path that is another rule's",
      type: k.deploymentType,
      properties: k.deploymentWith(
        {},
        {
          volumes: [
            { name: "a", nfs: { server: "10.0.0.1", path: "/" } },
            { name: "b", hostPath: { path: "/" } },
            { name: "c", gitRepo: { repository: "https://example.com/data" } },
          ],
        },
      ),
      messages: [
        `spec.template.spec.volumes[0].nfs is a volume of the kind nfs; ${required}. ${fix}`,
        `spec.template.spec.volumes[2].gitRepo is a volume of the kind gitRepo; ${required}. ${fix}`,
      ],
    },
    ...k.patchesThatFail({ volumes: [{ name: "a", awsElasticBlockStore: { volumeID: "vol-1" } }] }, (pod) => [
      `${pod}.volumes[0].awsElasticBlockStore is a volume of the kind awsElasticBlockStore; ${required}. ${fix}`,
    ]),
  ],
};
