import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPhotoPlus, IconReplace, IconTrash } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Box, PageLayout } from '#core/layout/geometry.ts';
import { LOGO_TYPES } from '#session/logo/prepareLogo.ts';
import { useCanEdit } from '#session/react/hooks.ts';
import { useLogo } from '#session/react/useLogo.ts';
import { useFilePick } from '#ui/useFilePick.tsx';
import { useFileTarget } from '#ui/useFileTarget.ts';
import type { PageModel } from './pageModel.ts';
import type { Placement } from './placement.ts';

interface LogoPlaceProps {
  readonly pages: readonly PageModel[];
  readonly placement: Placement;
}

/** Where the logo is printed one changes it; where none is, one adds it. */
export function LogoPlace({ pages, placement }: LogoPlaceProps) {
  const { t } = useTranslation('logo');
  const canEdit = useCanEdit();
  const { logo, choose, remove } = useLogo();
  const take = (file: File) =>
    void choose(file).then((problem) => {
      if (problem)
        notifications.show({ color: 'yellow', message: t(`problem.${problem}`), autoClose: 8000 });
    });
  const pick = useFilePick({ label: t('file'), accept: LOGO_TYPES, onPick: take });
  if (!canEdit) return null;
  const places = pages.flatMap(({ layout }, index) => {
    const sheet = placement.pages[index];
    const box = sheet && (logo === undefined ? findLetterhead(layout) : layout.pictures?.[0]);
    return sheet && box ? [{ key: index, style: toStyle(sheet, box, placement.scale) }] : [];
  });
  return (
    <>
      {places.map(({ key, style }) =>
        logo === undefined ? (
          <EmptyPlace key={key} style={style} onOpen={pick.open} onDrop={take} />
        ) : (
          <FullPlace key={key} style={style} onOpen={pick.open} onDrop={take} onRemove={remove} />
        ),
      )}
      {pick.field}
    </>
  );
}

interface PlaceProps {
  readonly style: CSSProperties;
  readonly onOpen: () => void;
  readonly onDrop: (file: File) => void;
}

function EmptyPlace({ style: { left, top }, onOpen, onDrop }: PlaceProps) {
  const { t } = useTranslation('logo');
  const target = useFileTarget(onDrop);
  return (
    <button
      type="button"
      className="tableAddLogo"
      style={{ left, top }}
      data-over={target.isOver || undefined}
      {...target.events}
      onClick={onOpen}
    >
      <IconPhotoPlus size={15} stroke={1.8} aria-hidden="true" />
      {t('add')}
    </button>
  );
}

function FullPlace({
  style,
  onOpen,
  onDrop,
  onRemove,
}: PlaceProps & { readonly onRemove: () => void }) {
  const { t } = useTranslation('logo');
  const target = useFileTarget(onDrop);
  const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <Menu position="bottom">
      <Menu.Target>
        <button
          type="button"
          className="tableLogo"
          style={style}
          aria-label={t('actions')}
          data-over={target.isOver || undefined}
          {...target.events}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconReplace {...icon} />} onClick={onOpen}>
          {t('replace')}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={onRemove}>
          {t('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The frame around the lines of the letterhead. */
function findLetterhead({ cells }: PageLayout): Box | undefined {
  return cells.find(({ list, border }) => list === 'unit' && border);
}

function toStyle(sheet: Box, { x, y, width, height }: Box, scale: number): CSSProperties {
  return {
    left: sheet.x + x * scale,
    top: sheet.y + y * scale,
    width: width * scale,
    height: height * scale,
  };
}
