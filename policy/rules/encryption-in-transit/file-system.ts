import type { Finding } from "../../core/finding";
import { isOneOf, must } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { ofTasks } from "../../kinds/ecs";
import { required } from "../../kinds/table";

/** File systems are mounted over TLS. */
export const rule: Rule = {
  id: "encryption-in-transit-file-system",
  title: "File systems are mounted over TLS.",
  severity: "medium",
  frameworks: {
    "PCI DSS 4.0": ["4.2.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.7"],
    HIPAA: ["164.312(e)(1)"],
  },
  why: "NFS has no encryption of its own: files cross the network in clear text.",
  fix: 'Set efsVolumeConfiguration.transitEncryption: "ENABLED".',
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-efs-config.html",
  breaksBy: {
    "aws:ecs/taskDefinition:TaskDefinition": ["volumes[].efsVolumeConfiguration.transitEncryption"],
    "aws:datasync/efsLocation:EfsLocation": ["inTransitEncryption"],
  },
  checks: {
    ...ofTasks((task): Finding[] =>
      task
        .at("volumes")
        .items()
        .filter((volume) => volume.at("efsVolumeConfiguration").isSet)
        .flatMap((volume) => must(volume.at("efsVolumeConfiguration").at("transitEncryption"), isOneOf(["ENABLED"]))),
    ),
    ...required(isOneOf(["TLS1_2"]), [["aws:datasync/efsLocation:EfsLocation", "inTransitEncryption"]]),
  },
};
