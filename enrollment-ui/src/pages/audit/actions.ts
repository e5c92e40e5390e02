/** What the log can tell of, grouped as people think of it. The names are the API's. */
export const ACTION_GROUPS = {
  recognition: ['identify', 'verify', 'compare'],
  people: [
    'face.enroll',
    'face.delete',
    'face.view',
    'subject.create',
    'subject.change',
    'subject.erase',
    'subject.export',
  ],
  consent: ['consent.give', 'consent.withdraw', 'invitation.create', 'invitation.revoke'],
  galleries: ['gallery.create', 'gallery.change', 'gallery.delete'],
  imports: ['import.start', 'import.cancel', 'import.finish', 'import.delete'],
  access: ['login.refuse', 'request.refuse', 'api-key.create', 'api-key.change', 'api-key.rotate', 'api-key.revoke'],
  system: ['tenant.create', 'tenant.change', 'tenant.rekey', 'audit.export', 'audit.verify'],
} as const;

/** What to choose an outcome from; refusals by the codes that are met most. */
export const OUTCOME_GROUPS = {
  results: ['done', 'identified', 'unknown', 'ambiguous', 'match', 'no_match', 'spoof', 'intact', 'altered'],
  refusals: [
    'no_face',
    'many_faces',
    'poor_quality',
    'spoof_suspected',
    'duplicate_face',
    'consent_missing',
    'operation_not_permitted',
    'gallery_not_permitted',
    'api_key_unknown',
    'api_key_expired',
    'api_key_revoked',
    'token_invalid',
    'token_expired',
    'rate_limited',
    'too_many_failures',
  ],
} as const;
