import type { types } from "@pulumi/gcp";
import type { Unwrap } from "@pulumi/pulumi";
import type { Finding } from "../core/finding";
import type { Check } from "../core/rule";
import type { View } from "../core/view";

/** A container of Cloud Run: services, jobs and worker pools have nearly the same. */
export type CloudRunContainer = Unwrap<types.input.cloudrunv2.ServiceTemplateContainer>;

type Template = { template: { containers: CloudRunContainer[] } };
type FirstTemplate = { template: { spec: { containers: CloudRunContainer[] } } };
type JobTemplate = { template: Template };

export const cloudRunService = "gcp:cloudrunv2/service:Service";
/** The service of the first version of the API: what its containers have is called the same. */
export const firstCloudRunService = "gcp:cloudrun/service:Service";
const job = "gcp:cloudrunv2/job:Job";
const workerPool = "gcp:cloudrunv2/workerPool:WorkerPool";

const inTemplate = (properties: View) => properties.as<Template>().at("template").at("containers");
const inFirst = (properties: View) => properties.as<FirstTemplate>().at("template").at("spec").at("containers");
const inJob = (properties: View) => properties.as<JobTemplate>().at("template").at("template").at("containers");

/** A check of every container of Cloud Run. */
export function ofCloudRunContainers(judge: (container: View<CloudRunContainer>) => Finding[]): Record<string, Check> {
  return {
    [cloudRunService]: (properties) => inTemplate(properties).items().flatMap(judge),
    [firstCloudRunService]: (properties) => inFirst(properties).items().flatMap(judge),
    [job]: (properties) => inJob(properties).items().flatMap(judge),
    [workerPool]: (properties) => inTemplate(properties).items().flatMap(judge),
  };
}
