import { Button } from '@mantine/core';
import { IconPhotoPlus, IconTrash, IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LOGO_TYPES } from '#session/logo/prepareLogo.ts';
import { useCanEdit } from '#session/react/hooks.ts';
import { useLogo } from '#session/react/useLogo.ts';
import { useFilePick } from '#ui/useFilePick.tsx';
import { useFileTarget } from '#ui/useFileTarget.ts';

/** The logo of the letterhead: chosen, dropped, looked at and removed. */
export function LogoField() {
  const { t } = useTranslation('logo');
  const canEdit = useCanEdit();
  const { logo, isBusy, problem, choose, remove } = useLogo();
  const pick = useFilePick({
    label: t('file'),
    accept: LOGO_TYPES,
    onPick: (file) => void choose(file),
  });
  const target = useFileTarget(canEdit ? (file) => void choose(file) : undefined);
  if (!canEdit && logo === undefined) return null;
  return (
    <div
      className="identityLogo"
      data-key="logo"
      data-over={target.isOver || undefined}
      {...target.events}
    >
      <div className="identityLogoPlace">
        {logo === undefined ? (
          <IconPhotoPlus size={26} stroke={1.3} aria-hidden="true" />
        ) : (
          <img src={logo} alt={t('preview')} />
        )}
      </div>
      {canEdit && (
        <div className="identityLogoText">
          <div className="identityLogoTools">
            <Button
              variant="default"
              size="compact-sm"
              loading={isBusy}
              leftSection={<IconUpload size={15} stroke={1.8} aria-hidden="true" />}
              onClick={pick.open}
            >
              {logo === undefined ? t('add') : t('replace')}
            </Button>
            {logo !== undefined && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                leftSection={<IconTrash size={15} stroke={1.8} aria-hidden="true" />}
                onClick={remove}
              >
                {t('remove')}
              </Button>
            )}
          </div>
          <p className={problem ? 'identityWarning' : 'identityHint'} aria-live="polite">
            {target.isOver ? t('drop') : problem ? t(`problem.${problem}`) : t('hint')}
          </p>
          {pick.field}
        </div>
      )}
    </div>
  );
}
