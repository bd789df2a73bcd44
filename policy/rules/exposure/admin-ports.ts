import type { Rule } from "../../core/rule";
import { everywhere, numbersSetting } from "../../core/setting";
import { firewallsBreakBy, ofFirewalls, reachable } from "../../kinds/firewall";

/**
 * FTP, SSH, Telnet, Windows RPC, NetBIOS, SNMP, SMB, rsync, NFS, Docker, RDP, WinRM, VNC, Consul, etcd, Kubernetes' API and
 * kubelet. 443 is not among them: an API behind it can't be told from a website. Sources as in `exposure-data-ports`.
 */
const ports = numbersSetting(
  "ports",
  "Ports by which machines are administered.",
  everywhere([
    20, 21, 22, 23, 111, 135, 137, 138, 139, 161, 445, 873, 2049, 2375, 2376, 2379, 2380, 3389, 5500, 5900, 5901, 5985,
    5986, 6443, 8500, 10250, 10255,
  ]),
);

/** Machines are administered from known addresses only. */
export const rule: Rule = {
  id: "exposure-admin-ports",
  title: "Ports by which machines are administered are not open to the internet.",
  severity: "critical",
  frameworks: {
    "CIS AWS Foundations 7.0": ["6.1.2", "6.3", "6.4"],
    "CIS GCP Foundation 5.0": ["3.6", "3.7"],
    "CIS Azure Foundations 6.0": ["7.1", "7.2"],
    "PCI DSS 4.0": ["1.3.1"],
    "ISO 27001:2022": ["A.8.20"],
    "SOC 2": ["CC6.6"],
  },
  why: "An open port for administration is found within minutes, and its passwords and flaws are tried ever after.",
  fix: "Allow addresses that you know, or none: Session Manager, Identity-Aware Proxy and Azure Bastion need no open port.",
  source: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
  breaksBy: firewallsBreakBy,
  settings: [ports],
  checks: ofFirewalls((firewall, context) => reachable(firewall, context.get(ports), "addresses that you know")),
};
