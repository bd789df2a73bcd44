import type * as gcp from "@pulumi/gcp";
import { type Finding, require } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { ofPods } from "../../kinds/pods";

/** An account of its own: not the one that every workload of the project, or of the namespace, has. */
function own(value: View<string | undefined>): Finding[] {
  return require(value, {
    words: "an account of its own",
    allows: (account) => {
      const text = account.text() ?? "";
      return text !== "" && text !== "default" && !text.endsWith("-compute@developer.gserviceaccount.com");
    },
  });
}

/** Workloads have identities of their own. ECS tasks without a role have none at all; Azure's have none unless given. */
export const rule: Rule = {
  id: "identity-default-service-account",
  title: "Workloads run under an account of their own.",
  severity: "medium",
  frameworks: {
    "CIS GCP Foundation 5.0": ["4.1"],
    "CIS Kubernetes 2.0.1": ["5.1.5"],
    "ISO 27001:2022": ["A.5.16"],
    "SOC 2": ["CC6.3"],
  },
  why: "What one workload is granted under the default account, every other has too; on Google Cloud that is Editor of the project.",
  mend: "Make a service account for the workload, and name it.",
  source: "https://cloud.google.com/iam/docs/best-practices-service-accounts",
  breaksBy: {
    "kinds that make Pods": ["spec.automountServiceAccountToken", "spec.serviceAccountName"],
    "gcp:cloudrunv2/service:Service": ["template.serviceAccount"],
    "gcp:cloudrunv2/workerPool:WorkerPool": ["template.serviceAccount"],
    "gcp:cloudrunv2/job:Job": ["template.template.serviceAccount"],
    "gcp:compute/instance:Instance": ["serviceAccount.email"],
  },
  checks: {
    // A Pod without a token is nobody to the API, whatever its account.
    ...ofPods((pod) =>
      !pod.at("automountServiceAccountToken").known || pod.at("automountServiceAccountToken").boolean() === false
        ? []
        : own(pod.at("serviceAccountName")),
    ),
    "gcp:cloudrunv2/service:Service": check<gcp.cloudrunv2.ServiceArgs>((service) =>
      own(service.at("template").at("serviceAccount")),
    ),
    "gcp:cloudrunv2/job:Job": check<gcp.cloudrunv2.JobArgs>((job) =>
      own(job.at("template").at("template").at("serviceAccount")),
    ),
    "gcp:cloudrunv2/workerPool:WorkerPool": check<gcp.cloudrunv2.WorkerPoolArgs>((pool) =>
      own(pool.at("template").at("serviceAccount")),
    ),
    "gcp:compute/instance:Instance": check<gcp.compute.InstanceArgs>((instance) =>
      own(instance.at("serviceAccount").at("email")),
    ),
  },
};
