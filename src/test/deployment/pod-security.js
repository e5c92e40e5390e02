// The restricted Pod Security Standard (https://kubernetes.io/docs/concepts/security/pod-security-standards/), which the
// namespaces enforce. A pod that breaks it would only fail in a cluster, so it is judged here, too.

const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];
const SECCOMP = ['RuntimeDefault', 'Localhost'];
const SELINUX_TYPES = ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];
const SYSCTLS = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_syncookies',
];

/** What a pod's specification breaks; empty where it breaks nothing. */
export function violations(spec) {
  return [...ofThePod(spec), ...containersOf(spec).flatMap((container) => ofTheContainer(container, spec))];
}

export function containersOf(spec) {
  return [...(spec.initContainers ?? []), ...(spec.containers ?? []), ...(spec.ephemeralContainers ?? [])];
}

function ofThePod(spec) {
  const context = spec.securityContext ?? {};
  const found = ['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => spec[field]).map((field) => `${field} is set`);
  for (const volume of spec.volumes ?? []) {
    const type = Object.keys(volume).find((field) => field !== 'name');
    if (!VOLUMES.includes(type)) found.push(`volume ${volume.name} is a ${type}`);
  }
  for (const { name } of context.sysctls ?? []) {
    if (!SYSCTLS.includes(name)) found.push(`sysctl ${name}`);
  }
  return [...found, ...shared('the pod', context)];
}

function ofTheContainer(container, spec) {
  const context = container.securityContext ?? {};
  const ofPod = spec.securityContext ?? {};
  const who = `container ${container.name}`;
  const found = shared(who, context);
  const added = (context.capabilities?.add ?? []).filter((name) => name !== 'NET_BIND_SERVICE');
  if (context.privileged) found.push(`${who} is privileged`);
  if (context.allowPrivilegeEscalation !== false) found.push(`${who} may gain privileges`);
  if (!(context.capabilities?.drop ?? []).includes('ALL')) found.push(`${who} keeps capabilities`);
  if (added.length > 0) found.push(`${who} gains ${added}`);
  if (!(context.runAsNonRoot ?? ofPod.runAsNonRoot)) found.push(`${who} may run as root`);
  if (!SECCOMP.includes((context.seccompProfile ?? ofPod.seccompProfile)?.type)) found.push(`${who} may call anything`);
  if (!['Default', undefined].includes(context.procMount)) found.push(`${who} has another /proc`);
  if ((container.ports ?? []).some((port) => port.hostPort)) found.push(`${who} takes a port of the node`);
  for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    if (container[probe]?.httpGet?.host || container[probe]?.tcpSocket?.host)
      found.push(`${who}: ${probe} names a host`);
  }
  return found;
}

/** Fields that a pod and a container both have. */
function shared(who, context) {
  const found = [];
  if (context.runAsUser === 0) found.push(`${who} runs as root`);
  if (context.runAsNonRoot === false) found.push(`${who} may run as root`);
  if (context.windowsOptions?.hostProcess) found.push(`${who} is a process of the node`);
  if (context.seccompProfile && !SECCOMP.includes(context.seccompProfile.type)) found.push(`${who} may call anything`);
  if (context.appArmorProfile?.type === 'Unconfined') found.push(`${who} is not confined`);
  const selinux = context.seLinuxOptions ?? {};
  if (!SELINUX_TYPES.includes(selinux.type ?? '') || selinux.user || selinux.role)
    found.push(`${who} has a SELinux label`);
  return found;
}
