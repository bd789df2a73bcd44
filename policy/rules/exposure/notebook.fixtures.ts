import type { ResourceFixtures } from "../../core/fixture";

const fix = "Put it into a private subnet, and switch its own connection off.";
const sagemaker = "aws:sagemaker/notebookInstance:NotebookInstance";
const workbench = "gcp:workbench/instance:Instance";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "in a subnet",
      type: sagemaker,
      properties: { subnetId: "subnet-1", directInternetAccess: "Disabled" },
    },
    { name: "private", type: workbench, properties: { gceSetup: { disablePublicIp: true } } },
  ],
  fails: [
    {
      name: "nothing said",
      type: sagemaker,
      properties: { instanceType: "ml.t3.medium" },
      messages: [`directInternetAccess is not set; required: "Disabled". ${fix}`],
    },
    {
      name: "public",
      type: workbench,
      properties: { gceSetup: { disablePublicIp: false } },
      messages: [`gceSetup.disablePublicIp is false; required: true. ${fix}`],
    },
  ],
};
