import type { Identity, IdentityDate } from '#core/model/procedure.ts';

/** An order of dates that is unusual, though possible. */
export interface DateWarning {
  /** The date to look at. */
  readonly field: IdentityDate;
  readonly reason: 'createdAfterEffective' | 'revisedBeforeCreated' | 'revisedAfterEffective';
}

type Dates = Pick<Identity, IdentityDate>;

/** ISO dates compare as texts. */
export function findDateWarnings({
  createdOn,
  revisedOn,
  effectiveOn,
}: Dates): readonly DateWarning[] {
  const warnings: DateWarning[] = [];
  if (createdOn !== null && effectiveOn !== null && createdOn > effectiveOn)
    warnings.push({ field: 'createdOn', reason: 'createdAfterEffective' });
  if (revisedOn !== null && createdOn !== null && revisedOn < createdOn)
    warnings.push({ field: 'revisedOn', reason: 'revisedBeforeCreated' });
  else if (revisedOn !== null && effectiveOn !== null && revisedOn > effectiveOn)
    warnings.push({ field: 'revisedOn', reason: 'revisedAfterEffective' });
  return warnings;
}
