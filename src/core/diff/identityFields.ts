import { IDENTITY_DATES, type Identity } from '#core/model/procedure.ts';
import type { IdentityChange, IdentityField } from './procedureDiff.ts';

/** In the order of the identity page. */
const IDENTITY_FIELDS: readonly IdentityField[] = [
  'logo',
  'title',
  'number',
  ...IDENTITY_DATES,
  'position',
  'name',
  'nip',
];

export function diffIdentity(before: Identity, after: Identity): readonly IdentityChange[] {
  if (before === after) return [];
  return IDENTITY_FIELDS.flatMap((field) => {
    const [was, is] = [readField(before, field), readField(after, field)];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

function readField(identity: Identity, field: IdentityField): string | null {
  switch (field) {
    case 'position':
    case 'name':
    case 'nip':
      return identity.approver[field];
    case 'logo':
      return identity.logo ?? null;
    default:
      return identity[field];
  }
}

export function changeIdentity(identity: Identity, { field, after }: IdentityChange): Identity {
  switch (field) {
    case 'position':
    case 'name':
    case 'nip':
      return { ...identity, approver: { ...identity.approver, [field]: after ?? '' } };
    case 'logo': {
      const { logo: _, ...rest } = identity;
      return after === null ? rest : { ...rest, logo: after };
    }
    case 'title':
    case 'number':
      return { ...identity, [field]: after ?? '' };
    case 'createdOn':
    case 'revisedOn':
    case 'effectiveOn':
      return { ...identity, [field]: after };
  }
}
