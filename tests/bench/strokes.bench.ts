/**
 * How many keys and pointer actions it takes to draw an example from paper. Ours is driven in a real
 * browser by keyboard alone and compared with the example; for the other tools the least actions are
 * added up by the rules printed below the table.
 */
import { isDeepStrictEqual } from 'node:util';
import { emptyProcedure } from '#core/model/empty.ts';
import { toProcedureFile } from '#core/model/file.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { makeProcedure, signInByApi } from '#tests/e2e/support/api.ts';
import {
  openBrowser,
  openDevice,
  openProcedure,
  signIn,
  waitUntilSaved,
} from '#tests/e2e/support/browser.ts';
import { startProduct } from '#tests/e2e/support/product.ts';
import { readExample } from '#tests/support/examples.ts';
import { ensureBuilt } from '../../scripts/build.mjs';
import { countBpmnJs, countSpreadsheet, rules } from './strokes/counted.ts';
import { drawByKeyboard } from './strokes/drawByKeyboard.ts';
import { CountingKeyboard, type Strokes } from './strokes/keyboard.ts';

ensureBuilt('app', 'node');
const example = readExample('permohonan-informasi-publik');
const [product, browser] = await Promise.all([startProduct(), openBrowser()]);
try {
  const api = await signInByApi(product);
  const id = await makeProcedure(api, toProcedureFile(emptyProcedure('Dari kertas')));
  const page = await signIn(await openDevice(browser, product));
  await openProcedure(page, id);
  const keyboard = new CountingKeyboard(page);
  await drawByKeyboard(page, keyboard, example);
  await waitUntilSaved(page);
  const drawn = (await (await api.send('GET', `/api/procedures/${id}`)).json()) as Procedure;
  const isSame = isDeepStrictEqual(toDrawing(drawn), toDrawing(example));
  console.log(`drawn as on paper: ${isSame ? 'yes' : 'NO'}`);
  if (!isSame) console.log(toDrawing(drawn), toDrawing(example));
  report('Alur, driven by keyboard', keyboard.strokes);
  report('bpmn-js, counted', countBpmnJs(example));
  report('spreadsheet with shapes, counted', countSpreadsheet(example));
  console.log(rules);
} finally {
  await browser.close();
  await product.close();
}

function report(name: string, { letters, otherKeys, pointerActions }: Strokes): void {
  const columns = [letters, otherKeys, pointerActions, letters + otherKeys + pointerActions];
  const [text, keys, pointer, all] = columns.map((count) => String(count).padStart(6));
  console.log(
    `${name.padEnd(34)} letters ${text}  other keys ${keys}  pointer ${pointer}  all ${all}`,
  );
}

/** What of a procedure is drawn, without ids: lanes, rows with lane, kind and texts, arrows by row numbers. */
function toDrawing({ actors, steps, flows }: Procedure) {
  const lanes = new Map(actors.map(({ id }, index) => [id, index]));
  const rows = new Map(
    steps.flatMap(({ symbols }, index) => symbols.map(({ id }) => [id, index + 1] as const)),
  );
  return {
    lanes: actors.map(({ name }) => name),
    rows: steps.map(({ activity, symbols }) => [
      activity,
      ...symbols.map(({ actor, kind, text = '' }) => `${lanes.get(actor)} ${kind} ${text}`),
    ]),
    arrows: flows
      .map(({ from, to, label = '' }) => `${rows.get(from)}>${rows.get(to)} ${label}`)
      .toSorted(),
  };
}
