import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import { isOneOf, isTrue, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Notebooks are in a network without a way in or out of their own. Of Azure's, `exposure-platform-network` says it. */
export const rule: Rule = {
  id: "exposure-notebook",
  title: "Notebooks have no connection of their own to the internet.",
  severity: "high",
  frameworks: {
    "PCI DSS 4.0": ["1.3.1"],
    "ISO 27001:2022": ["A.8.20", "A.8.22"],
    "SOC 2": ["CC6.6"],
  },
  why: "A notebook runs whatever is typed, with access to data sets, and past every filter of the network.",
  fix: "Put it into a private subnet, and switch its own connection off.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html",
  breaksBy: {
    "aws:sagemaker/notebookInstance:NotebookInstance": ["directInternetAccess"],
    "gcp:workbench/instance:Instance": ["gceSetup.disablePublicIp"],
  },
  checks: {
    // Amazon gives a connection, and Google an address, where nothing is said.
    "aws:sagemaker/notebookInstance:NotebookInstance": check<aws.sagemaker.NotebookInstanceArgs>((notebook) =>
      must(notebook.at("directInternetAccess"), isOneOf(["Disabled"])),
    ),
    "gcp:workbench/instance:Instance": check<gcp.workbench.InstanceArgs>((notebook) =>
      must(notebook.at("gceSetup").at("disablePublicIp"), isTrue),
    ),
  },
};
