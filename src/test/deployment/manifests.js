import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { inCheckout } from './places.js';

/** What can be applied: the base, and every overlay that there is. */
export const OVERLAYS = [
  'base',
  ...readdirSync(inCheckout('k8s/overlays'))
    .filter((name) => existsSync(inCheckout('k8s/overlays', name, 'kustomization.yaml')))
    .map((name) => `overlays/${name}`),
];

/** The resources that `kubectl apply -k` would send. */
export function rendered(overlay) {
  return parsed(
    execFileSync(process.env.JANUA_TEST_KUBECTL, ['kustomize', inCheckout('k8s', overlay)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

export function parsed(text) {
  return parseAllDocuments(text, { merge: true, strict: true, uniqueKeys: true }).map((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    return document.toJS();
  });
}

/** Pods that a resource makes, by the field in which it describes them. */
export function podsOf(resource) {
  switch (resource.kind) {
    case 'Pod':
      return [resource.spec];
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'ReplicaSet':
    case 'Job':
      return [resource.spec.template.spec];
    case 'CronJob':
      return [resource.spec.jobTemplate.spec.template.spec];
    default:
      return [];
  }
}

export const nameOf = (resource) => `${resource.kind}/${resource.metadata.name}`;
