import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './pod-security.js';

const lawful = () => ({
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [{ name: 'a', securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } }],
  volumes: [{ name: 'tmp', emptyDir: {} }],
});

test('a pod that asks for nothing is lawful', () => {
  assert.deepEqual(violations(lawful()), []);
});

const UNLAWFUL = {
  'the network of the node': (pod) => (pod.hostNetwork = true),
  'a folder of the node': (pod) => pod.volumes.push({ name: 'etc', hostPath: { path: '/etc' } }),
  'a port of the node': (pod) => (pod.containers[0].ports = [{ containerPort: 80, hostPort: 80 }]),
  root: (pod) => (pod.securityContext.runAsUser = 0),
  'root in one container': (pod) => (pod.containers[0].securityContext.runAsNonRoot = false),
  'nothing said of root': (pod) => delete pod.securityContext.runAsNonRoot,
  'no seccomp profile': (pod) => delete pod.securityContext.seccompProfile,
  privileges: (pod) => (pod.containers[0].securityContext.privileged = true),
  'a way to privileges': (pod) => delete pod.containers[0].securityContext.allowPrivilegeEscalation,
  'its capabilities': (pod) => delete pod.containers[0].securityContext.capabilities.drop,
  'another capability': (pod) => (pod.containers[0].securityContext.capabilities.add = ['SYS_ADMIN']),
  'another /proc': (pod) => (pod.containers[0].securityContext.procMount = 'Unmasked'),
  'an unsafe sysctl': (pod) => (pod.securityContext.sysctls = [{ name: 'kernel.msgmax', value: '1' }]),
  'no AppArmor': (pod) => (pod.securityContext.appArmorProfile = { type: 'Unconfined' }),
  'a SELinux label': (pod) => (pod.securityContext.seLinuxOptions = { type: 'spc_t' }),
  'an unlawful init container': (pod) => (pod.initContainers = [{ name: 'b' }]),
};

for (const [what, change] of Object.entries(UNLAWFUL)) {
  test(`a pod that asks for ${what} is not`, () => {
    const pod = lawful();
    change(pod);
    assert.notDeepEqual(violations(pod), []);
  });
}
