import type * as aws from "@pulumi/aws";
import type * as kubernetes from "@pulumi/kubernetes";
import { type Finding, isTrue, must } from "../../core/finding";
import { alike, check, forTypes, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { required, requiredIfSet } from "../../kinds/table";

/** The drivers whose storage class decides on encryption, with the parameter that does. Others always encrypt, or can't say. */
const storageClassParameters: Readonly<Record<string, string>> = {
  "ebs.csi.aws.com": "encrypted",
  "kubernetes.io/aws-ebs": "encrypted",
};

interface Machine {
  rootBlockDevice?: { encrypted?: boolean };
  ebsBlockDevices?: { encrypted?: boolean }[];
}

/** The disks of a machine of Amazon's. */
function machine(args: View<Machine>): Finding[] {
  return [
    ...must(args.at("rootBlockDevice").at("encrypted"), isTrue),
    ...args
      .at("ebsBlockDevices")
      .items()
      .flatMap((device) => must(device.at("encrypted"), isTrue)),
  ];
}

/** Volumes and file systems are encrypted at rest. */
export const rule: Rule = {
  id: "encryption-at-rest-volume",
  title: "Volumes and file systems are encrypted at rest.",
  severity: "high",
  frameworks: {
    "CIS AWS Foundations 7.0": ["3.3.1"],
    "PCI DSS 4.0": ["3.5.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.1"],
    HIPAA: ["164.312(a)(2)(iv)"],
    GDPR: ["Art. 32"],
  },
  why: "A snapshot of a volume that is shared by mistake is readable; so is a disk that left the data centre.",
  fix: "Encrypt it from the start: an existing one is copied into an encrypted one.",
  source: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
  breaksBy: {
    ...alike(
      [
        "aws:ebs/snapshotCopy:SnapshotCopy",
        "aws:ebs/snapshotImport:SnapshotImport",
        "aws:ec2/amiCopy:AmiCopy",
        "aws:ebs/volume:Volume",
        "aws:efs/fileSystem:FileSystem",
      ],
      ["encrypted"],
    ),
    "aws:ec2/spotFleetRequest:SpotFleetRequest": [
      "launchSpecifications[].ebsBlockDevices[].encrypted",
      "launchSpecifications[].rootBlockDevices[].encrypted",
    ],
    "aws:imagebuilder/imageRecipe:ImageRecipe": ["blockDeviceMappings[].ebs.encrypted"],
    "aws:ec2/launchTemplate:LaunchTemplate": ["blockDeviceMappings[].ebs.encrypted"],
    "aws:imagebuilder/containerRecipe:ContainerRecipe": ["instanceConfiguration.blockDeviceMappings[].ebs.encrypted"],
    "aws:workspaces/workspace:Workspace": ["rootVolumeEncryptionEnabled", "userVolumeEncryptionEnabled"],
    "aws:ebs/encryptionByDefault:EncryptionByDefault": ["enabled"],
    "aws:ecs/service:Service": ["volumeConfiguration.managedEbsVolume.encrypted"],
    "aws:ec2/launchConfiguration:LaunchConfiguration": ["ebsBlockDevices[].encrypted", "rootBlockDevice.encrypted"],
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest": ["ebsBlockDevices[].encrypted", "rootBlockDevice.encrypted"],
    "aws:ec2/instance:Instance": ["ebsBlockDevices[].encrypted", "rootBlockDevice.encrypted"],
    "kubernetes:storage.k8s.io/v1:StorageClass": ["parameters.encrypted", "provisioner"],
  },
  checks: {
    ...required(isTrue, [
      ["aws:ebs/snapshotCopy:SnapshotCopy", "encrypted"],
      ["aws:ebs/snapshotImport:SnapshotImport", "encrypted"],
      ["aws:ec2/amiCopy:AmiCopy", "encrypted"],
      [
        "aws:ec2/spotFleetRequest:SpotFleetRequest",
        "launchSpecifications[].rootBlockDevices[].encrypted",
        "launchSpecifications[].ebsBlockDevices[].encrypted",
      ],
      ["aws:imagebuilder/imageRecipe:ImageRecipe", "blockDeviceMappings[].ebs.encrypted"],
      ["aws:imagebuilder/containerRecipe:ContainerRecipe", "instanceConfiguration.blockDeviceMappings[].ebs.encrypted"],
      ["aws:workspaces/workspace:Workspace", "rootVolumeEncryptionEnabled", "userVolumeEncryptionEnabled"],
    ]),
    // The account's own default, which a program may only switch on.
    ...requiredIfSet(isTrue, [["aws:ebs/encryptionByDefault:EncryptionByDefault", "enabled"]]),
    "aws:ecs/service:Service": check<aws.ecs.ServiceArgs>((service) => {
      const volume = service.at("volumeConfiguration").at("managedEbsVolume");
      return volume.isSet ? must(volume.at("encrypted"), isTrue) : [];
    }),
    ...forTypes(
      ["aws:ec2/launchConfiguration:LaunchConfiguration", "aws:ec2/spotInstanceRequest:SpotInstanceRequest"],
      check<aws.ec2.LaunchConfigurationArgs>(machine),
    ),
    "aws:ebs/volume:Volume": check<aws.ebs.VolumeArgs>((volume) => must(volume.at("encrypted"), isTrue)),
    "aws:efs/fileSystem:FileSystem": check<aws.efs.FileSystemArgs>((system) => must(system.at("encrypted"), isTrue)),
    "aws:ec2/instance:Instance": check<aws.ec2.InstanceArgs>(machine),
    "aws:ec2/launchTemplate:LaunchTemplate": check<aws.ec2.LaunchTemplateArgs>((template) =>
      template
        .at("blockDeviceMappings")
        .items()
        .filter((mapping) => mapping.at("ebs").isSet)
        .flatMap((mapping) => must(mapping.at("ebs").at("encrypted"), isTrue)),
    ),
    "kubernetes:storage.k8s.io/v1:StorageClass": check<kubernetes.storage.v1.StorageClassArgs>(
      (storageClass): Finding[] => {
        const parameter = storageClassParameters[storageClass.at("provisioner").text() ?? ""];
        return parameter === undefined ? [] : must(storageClass.at("parameters").at(parameter), isTrue);
      },
    ),
  },
};
