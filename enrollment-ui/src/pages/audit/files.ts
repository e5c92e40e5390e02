/** How downloads are called, so that the command beside them finds them. */
export function exportName(tenant: string, first: number): string {
  return first === 0 ? `${tenant}-audit.ndjson` : `${tenant}-audit-from-${first}.ndjson`;
}

export function keyName(tenant: string): string {
  return `${tenant}.pem`;
}

export function checkpointName(tenant: string, size: number): string {
  return `${tenant}-${size}.note`;
}

export function verifyCommand(tenant: string, first: number): string {
  return `./janua audit verify ${exportName(tenant, first)} --key ${keyName(tenant)}`;
}
