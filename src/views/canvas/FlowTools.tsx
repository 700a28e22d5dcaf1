import {
  IconArrowsExchange,
  IconPencil,
  IconPlus,
  IconRoute,
  IconTrash,
  IconWand,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Connector } from '#core/layout/geometry.ts';
import { useCanvas, useCanvasUi, useSheet } from './canvasContext.ts';
import { Floating } from './Floating.tsx';
import { toMiddle } from './paths.ts';
import { Tool } from './Tool.tsx';

/** What can be done with the selected arrow. */
export function FlowTools({ connector }: { readonly connector: Connector }) {
  const { t } = useTranslation('canvas');
  const { commands } = useCanvas();
  const { flow, points } = connector;
  const broken = useSheet(({ routeFacts }) => routeFacts.get(flow));
  const isPanelShown = useCanvasUi((ui) => ui.isRoutePanelShown);
  const [x, y] = toMiddle(points);
  // Beside a line that runs down, so that its label and the symbols at its ends stay in view.
  const isDown = points.some(([nextX], index) => nextX === x && points[index - 1]?.[0] === x);
  const isBroken = broken !== undefined && broken.length > 0;
  return (
    <Floating at={{ x, y }} shift={isDown ? 'beside' : 'above'}>
      <div className="canvasTools nopan" role="toolbar" aria-label={t('flowTools')}>
        <Tool label={t('editLabel')} onClick={() => commands.editSelected()}>
          <IconPencil size={17} stroke={1.7} />
        </Tool>
        <Tool label={t('insertInFlow')} onClick={() => commands.insertInFlow(flow)}>
          <IconPlus size={17} stroke={1.7} />
        </Tool>
        <Tool label={t('reverse')} onClick={() => commands.reverse(flow)}>
          <IconArrowsExchange size={17} stroke={1.7} />
        </Tool>
        <span className="canvasToolsRule" />
        <Tool
          label={isBroken ? `${t('route.title')}: ${t('route.broken')}` : t('route.title')}
          isOn={isPanelShown}
          onClick={() => commands.showRoutePanel(!isPanelShown)}
        >
          <IconRoute size={17} stroke={1.7} />
          {isBroken && <span className="canvasBrokenDot" />}
        </Tool>
        {broken && (
          <Tool label={t('route.tidy')} onClick={() => commands.setRoute(flow, null)}>
            <IconWand size={17} stroke={1.7} />
          </Tool>
        )}
        <span className="canvasToolsRule" />
        <Tool label={t('remove')} onClick={() => commands.removeSelected()}>
          <IconTrash size={17} stroke={1.7} />
        </Tool>
      </div>
    </Floating>
  );
}
