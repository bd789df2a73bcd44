import type { Part } from "./shapes";

/** One way to break a control, or to keep it where it is easily taken for broken. */
export interface Row {
  name: string;
  part: Part;
  /** Systems on which it is fine all the same; everywhere else it breaks the control. */
  fineOn?: readonly "windows"[];
}

/** A control of the standard. */
export interface Control {
  /** The level and the control's name, as the standard has it. */
  control: string;
  /** The rule that tells it, and it alone. */
  rule: string;
  breaks: readonly Row[];
  keeps: readonly Row[];
}

const row = (name: string, part: Part, fineOn?: Row["fineOn"]): Row => ({ name, part, fineOn });
const context = (name: string, securityContext: object, fineOn?: Row["fineOn"]): Row =>
  row(name, { securityContext }, fineOn);
const ofPod = (name: string, spec: object, fineOn?: Row["fineOn"]): Row => row(name, { spec }, fineOn);
const ofPodContext = (name: string, securityContext: object): Row => ofPod(name, { securityContext });
const volume = (name: string, source: object): Row => ofPod(name, { volumes: [{ name: "data", ...source }] });
const adding = (...add: string[]) => ({ capabilities: { drop: ["ALL"], add } });
const ownUsers = { hostUsers: false };

const volumesOfOthers = [
  ...["awsElasticBlockStore", "azureDisk", "azureFile", "cephfs", "cinder", "fc", "flexVolume", "flocker"],
  ...["gcePersistentDisk", "gitRepo", "glusterfs", "iscsi", "nfs", "photonPersistentDisk", "portworxVolume"],
  ...["quobyte", "rbd", "scaleIO", "storageos", "vsphereVolume"],
];
const volumesOfTheStandard = [
  ...["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim"],
  ...["projected", "secret"],
];
const safeSysctls = [
  ...["kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.tcp_syncookies"],
  ...["net.ipv4.ping_group_range", "net.ipv4.ip_unprivileged_port_start", "net.ipv4.ip_local_reserved_ports"],
  ...["net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl"],
  ...["net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"],
  ...["net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat"],
];
const addable = [
  ...["AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "SETFCAP", "SETGID", "SETPCAP"],
  ...["SETUID", "SYS_CHROOT"],
];
const appArmor = "container.apparmor.security.beta.kubernetes.io/judged";
const actions = ["httpGet", "tcpSocket"];

/** The hosts of every probe and hook, by what asks. */
const asking = (name: string, host: string | undefined): Row[] =>
  actions.flatMap((action) => [
    ...["livenessProbe", "readinessProbe", "startupProbe"].map((probe) =>
      row(`${name}: ${action} of the ${probe}`, { container: { [probe]: { [action]: { port: 8080, host } } } }),
    ),
    ...["postStart", "preStop"].map((hook) =>
      row(`${name}: ${action} of ${hook}`, {
        container: { lifecycle: { [hook]: { [action]: { port: 8080, host } } } },
      }),
    ),
  ]);

/** The version that the table was written from: `policy/check_*.go` of k8s.io/pod-security-admission v0.37.0-alpha.2. */
export const version = "1.37";

/** The baseline level. */
export const baseline: readonly Control[] = [
  {
    control: "baseline: HostProcess",
    rule: "containers-host-process",
    breaks: [
      context("the container's", { windowsOptions: { hostProcess: true } }),
      ofPodContext("the Pod's", { windowsOptions: { hostProcess: true } }),
    ],
    keeps: [context("no", { windowsOptions: { hostProcess: false, runAsUserName: "app" } })],
  },
  {
    control: "baseline: Host Namespaces",
    rule: "containers-host-namespaces",
    breaks: ["hostNetwork", "hostPID", "hostIPC"].map((key) => ofPod(key, { [key]: true })),
    keeps: [ofPod("no", { hostNetwork: false, hostPID: false, hostIPC: false }), ofPod("its own users", ownUsers)],
  },
  {
    control: "baseline: Privileged Containers",
    rule: "containers-non-privileged",
    breaks: [context("yes", { privileged: true })],
    keeps: [context("no", { privileged: false })],
  },
  {
    control: "baseline: Capabilities",
    rule: "containers-capabilities",
    breaks: [
      ...["SYS_ADMIN", "NET_RAW", "NET_ADMIN", "SYS_PTRACE", "ALL", "CAP_CHOWN", "chown"].map((one) =>
        context(one, adding(one)),
      ),
      context("one of two", adding("NET_BIND_SERVICE", "BPF")),
    ],
    keeps: [context("none", adding()), context("the one that restricted gives back", adding("NET_BIND_SERVICE"))],
  },
  {
    control: "baseline: HostPath Volumes",
    rule: "containers-host-paths",
    breaks: [volume("a directory", { hostPath: { path: "/var" } }), volume("no path", { hostPath: {} })],
    keeps: [volume("none", {})],
  },
  {
    control: "baseline: Host Ports",
    rule: "containers-host-ports",
    breaks: [row("80", { container: { ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 80 }] } })],
    keeps: [row("0", { container: { ports: [{ containerPort: 80, hostPort: 0 }] } })],
  },
  {
    control: "baseline: Host Probes / Lifecycle Hooks",
    rule: "containers-host-probes",
    breaks: [...asking("another host", "10.0.0.1"), ...asking("its own", "127.0.0.1")],
    keeps: [...asking("empty", ""), ...asking("left out", undefined)],
  },
  {
    control: "baseline: AppArmor",
    rule: "containers-apparmor",
    breaks: [
      context("the container's", { appArmorProfile: { type: "Unconfined" } }),
      context("without a type", { appArmorProfile: {} }),
      ofPodContext("the Pod's", { appArmorProfile: { type: "Unconfined" } }),
      row("the annotation's", { annotations: { [appArmor]: "unconfined" } }),
    ],
    keeps: [
      context("the runtime's", { appArmorProfile: { type: "RuntimeDefault" } }),
      ofPodContext("the node's", { appArmorProfile: { type: "Localhost", localhostProfile: "shop" } }),
      ...["", "runtime/default", "localhost/shop"].map((value) =>
        row(`the annotation "${value}"`, { annotations: { [appArmor]: value } }),
      ),
    ],
  },
  {
    control: "baseline: SELinux",
    rule: "containers-selinux",
    breaks: [
      context("another type", { seLinuxOptions: { type: "spc_t" } }),
      context("a user", { seLinuxOptions: { user: "system_u" } }),
      ofPodContext("a role for the Pod", { seLinuxOptions: { role: "system_r" } }),
    ],
    keeps: [
      ...["", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"].map((type) =>
        context(`the type "${type}"`, { seLinuxOptions: { type } }),
      ),
      ofPodContext("a level", { seLinuxOptions: { level: "s0:c1,c2", user: "", role: "" } }),
    ],
  },
  {
    control: "baseline: /proc Mount Type",
    rule: "containers-proc-mount",
    breaks: [
      context("no mask", { procMount: "Unmasked" }),
      row("no mask and the node's users", { securityContext: { procMount: "Unmasked" }, spec: { hostUsers: true } }),
    ],
    keeps: [context("the mask", { procMount: "Default" })],
  },
  {
    control: "baseline: Seccomp",
    rule: "containers-seccomp",
    breaks: [
      context("the container's", { seccompProfile: { type: "Unconfined" } }),
      context("without a type", { seccompProfile: {} }),
      ofPodContext("the Pod's", { seccompProfile: { type: "Unconfined" } }),
    ],
    keeps: ["RuntimeDefault", "Localhost"].map((type) => context(type, { seccompProfile: { type } })),
  },
  {
    control: "baseline: Sysctls",
    rule: "containers-sysctls",
    breaks: ["kernel.msgmax", "net.core.somaxconn", "net.ipv4.tcp_syncookies."].map((name) =>
      ofPodContext(name, { sysctls: [{ name, value: "1" }] }),
    ),
    keeps: safeSysctls.map((name) => ofPodContext(name, { sysctls: [{ name, value: "1" }] })),
  },
];

/** What the restricted level asks beside the baseline. */
export const restricted: readonly Control[] = [
  {
    control: "restricted: Volume Types",
    rule: "containers-volume-types",
    breaks: volumesOfOthers.map((kind) => volume(kind, { [kind]: {} })),
    keeps: volumesOfTheStandard.map((kind) => volume(kind, { [kind]: {} })),
  },
  {
    control: "restricted: Privilege Escalation",
    rule: "containers-privilege-escalation",
    breaks: [
      context("yes", { allowPrivilegeEscalation: true }, ["windows"]),
      context("not said", { allowPrivilegeEscalation: undefined }, ["windows"]),
      row(
        "not said, with users of its own",
        { securityContext: { allowPrivilegeEscalation: undefined }, spec: ownUsers },
        ["windows"],
      ),
    ],
    keeps: [],
  },
  {
    control: "restricted: Running as Non-root",
    rule: "containers-non-root",
    breaks: [
      context("no", { runAsNonRoot: false }),
      context("not said", { runAsNonRoot: undefined }),
      ofPodContext("no for the Pod", { runAsNonRoot: false }),
      row("no, where the Pod says yes", {
        securityContext: { runAsNonRoot: false },
        spec: { securityContext: { runAsNonRoot: true } },
      }),
    ],
    keeps: [
      row("said by the Pod", {
        securityContext: { runAsNonRoot: undefined },
        spec: { securityContext: { runAsNonRoot: true } },
      }),
      row("no, with users of its own", { securityContext: { runAsNonRoot: false }, spec: ownUsers }),
      row("not said, with users of its own", { securityContext: { runAsNonRoot: undefined }, spec: ownUsers }),
    ],
  },
  {
    control: "restricted: Running as Non-root user",
    rule: "containers-non-root-user",
    breaks: [context("root", { runAsUser: 0 }), ofPodContext("root for the Pod", { runAsUser: 0 })],
    keeps: [
      context("another", { runAsUser: 10001 }),
      row("root, with users of its own", { securityContext: { runAsUser: 0 }, spec: ownUsers }),
    ],
  },
  {
    control: "restricted: Seccomp",
    rule: "containers-seccomp-restricted",
    breaks: [context("none", { seccompProfile: undefined }, ["windows"])],
    keeps: [
      row("the Pod's", {
        securityContext: { seccompProfile: undefined },
        spec: { securityContext: { seccompProfile: { type: "RuntimeDefault" } } },
      }),
    ],
  },
  {
    control: "restricted: Capabilities",
    rule: "containers-capabilities-restricted",
    breaks: [
      context("none dropped", { capabilities: undefined }, ["windows"]),
      context("some dropped", { capabilities: { drop: ["NET_RAW"] } }, ["windows"]),
      context("all, in small letters", { capabilities: { drop: ["all"] } }, ["windows"]),
      ...addable.map((one) => context(`${one} given back`, adding(one), ["windows"])),
    ],
    keeps: [context("all dropped and more", { capabilities: { drop: ["NET_RAW", "ALL"] } })],
  },
  {
    control: "restricted: /proc Mount Type",
    rule: "containers-proc-mount-restricted",
    breaks: [row("no mask, with users of its own", { securityContext: { procMount: "Unmasked" }, spec: ownUsers })],
    keeps: [row("the mask, with users of its own", { securityContext: { procMount: "Default" }, spec: ownUsers })],
  },
];
