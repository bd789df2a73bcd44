import { alike } from "../core/rule";

/** Scripts that machines run at their start, by type: where they are, as plain text or in base64. `*` is any key. */
export const scriptsOfMachines: Readonly<Record<string, readonly string[]>> = {
  ...alike(
    [
      "aws:ec2/instance:Instance",
      "aws:ec2/launchConfiguration:LaunchConfiguration",
      "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    ],
    ["userData", "userDataBase64"],
  ),
  "aws:ec2/launchTemplate:LaunchTemplate": ["userData"],
  ...alike(
    [
      "gcp:compute/instance:Instance",
      "gcp:compute/instanceFromMachineImage:InstanceFromMachineImage",
      "gcp:compute/instanceFromTemplate:InstanceFromTemplate",
      "gcp:compute/instanceTemplate:InstanceTemplate",
      "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate",
    ],
    ["metadataStartupScript", "metadata.*"],
  ),
  "gcp:compute/projectMetadata:ProjectMetadata": ["metadata.*"],
  "gcp:compute/projectMetadataItem:ProjectMetadataItem": ["value"],
  "azure-native:compute:VirtualMachine": ["osProfile.customData", "userData"],
  "azure-native:compute:VirtualMachineScaleSet": [
    "virtualMachineProfile.osProfile.customData",
    "virtualMachineProfile.userData",
  ],
  // Their protectedSettings are for what must stay secret.
  "azure-native:compute:VirtualMachineExtension": ["settings.*"],
};

/** A script as a machine reads it: what was written in base64 is decoded, where it is text. */
export function scriptOf(text: string): string {
  const compact = text.replace(/\s+/g, "");
  if (compact.length < 8 || compact.length % 4 !== 0 || !/^[0-9A-Za-z+/]+={0,2}$/.test(compact)) return text;
  const decoded = Buffer.from(compact, "base64").toString("utf8");
  // What is no text, for example compressed, is no script that could be read here.
  return /\p{Cc}|\uFFFD/u.test(decoded.replace(/[\t\r\n]/g, "")) ? text : decoded;
}
