import type { types } from "@pulumi/kubernetes";
import { type Finding, isSet, mustOne } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import {
  type CloudRunContainer,
  cloudRunService,
  firstCloudRunService,
  ofCloudRunContainers,
} from "../../kinds/cloud-run";
import type { AppContainer } from "../../kinds/container-apps";

type Workload = { spec: { template: { spec: types.output.core.v1.PodSpec } } };
interface App {
  configuration?: { ingress?: object };
  template?: { containers?: AppContainer[] };
}

/** Containers with ports answer somebody; the others have nothing to be asked by. */
const workload = check<Workload>((args) =>
  args
    .at("spec")
    .at("template")
    .at("spec")
    .at("containers")
    .items()
    .filter((container) => container.at("ports").items().length > 0)
    .flatMap((container): Finding[] => [
      ...mustOne([container.at("readinessProbe")], isSet),
      ...mustOne([container.at("livenessProbe")], isSet),
    ]),
);

const { [cloudRunService]: cloudRun, [firstCloudRunService]: firstCloudRun } = ofCloudRunContainers(
  (container: View<CloudRunContainer>) => mustOne([container.at("startupProbe"), container.at("livenessProbe")], isSet),
);

/** What answers requests is asked whether it can. On ECS the load balancer's target group asks. */
export const rule: Rule = {
  id: "containers-probes",
  title: "Containers that answer requests are asked whether they can.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.14"], "SOC 2": ["A1.2"] },
  why: "A process that hangs still has its port open: requests go to it until somebody restarts it.",
  fix: "Add a readiness and a liveness probe; on Cloud Run a startup probe.",
  source: "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
  breaksBy: {
    "kubernetes:apps/v1:Deployment": [
      "spec.template.spec.containers[].livenessProbe",
      "spec.template.spec.containers[].ports",
      "spec.template.spec.containers[].readinessProbe",
    ],
    "kubernetes:apps/v1:StatefulSet": [
      "spec.template.spec.containers[].livenessProbe",
      "spec.template.spec.containers[].ports",
      "spec.template.spec.containers[].readinessProbe",
    ],
    "kubernetes:apps/v1:DaemonSet": [
      "spec.template.spec.containers[].livenessProbe",
      "spec.template.spec.containers[].ports",
      "spec.template.spec.containers[].readinessProbe",
    ],
    "gcp:cloudrunv2/service:Service": ["template.containers[].livenessProbe", "template.containers[].startupProbe"],
    "gcp:cloudrun/service:Service": [
      "template.spec.containers[].livenessProbe",
      "template.spec.containers[].startupProbe",
    ],
    "azure-native:app:ContainerApp": ["configuration.ingress", "template.containers[].probes"],
  },
  checks: {
    "kubernetes:apps/v1:Deployment": workload,
    "kubernetes:apps/v1:StatefulSet": workload,
    "kubernetes:apps/v1:DaemonSet": workload,
    ...(cloudRun === undefined ? {} : { [cloudRunService]: cloudRun }),
    ...(firstCloudRun === undefined ? {} : { [firstCloudRunService]: firstCloudRun }),
    "azure-native:app:ContainerApp": check<App>((app) =>
      app.at("configuration").at("ingress").isSet
        ? app
            .at("template")
            .at("containers")
            .items()
            .flatMap((container) =>
              container.at("probes").items().length > 0 || !container.at("probes").known
                ? []
                : [
                    {
                      path: container.at("probes").path,
                      found: container.at("probes").shown(),
                      required: "at least one",
                    },
                  ],
            )
        : [],
    ),
  },
};
