import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '#core/layout/geometry.ts';

const run = promisify(execFile);

/** Whether LibreOffice can be asked how it shows our office files. */
export const hasLibreOffice = (process.env.PATH ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'soffice')));

/** Office files by their names, as LibreOffice prints them. It is started once for all of them. */
export async function printOfficeFiles(
  files: Readonly<Record<string, Uint8Array>>,
): Promise<ReadonlyMap<string, readonly PrintedPage[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'alur-office-'));
  try {
    const paths = Object.keys(files).map((name) => join(folder, name));
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
    const fontSettings = join(folder, 'fonts.conf');
    await writeFile(fontSettings, toFontSettings(folder));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const options = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder];
    await run('soffice', [...options, ...paths], {
      env: { ...process.env, FONTCONFIG_FILE: fontSettings },
    });
    const pages = new Map<string, readonly PrintedPage[]>();
    for (const name of Object.keys(files))
      pages.set(name, await readPages(await readFile(join(folder, name.replace(/\w+$/, 'pdf')))));
    return pages;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Our own fonts stand for those of Word, whatever the machine has. */
function toFontSettings(folder: string): string {
  const aliases = Object.entries({
    Arial: 'Arimo',
    'Bookman Old Style': 'TeX Gyre Bonum',
    'Times New Roman': 'Tinos',
  }).map(([wanted, own]) => {
    const families = `<family>${wanted}</family><prefer><family>${own}</family></prefer>`;
    return `<alias binding="same">${families}</alias>`;
  });
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    ...aliases,
    `<dir>${resolve('public/fonts')}</dir><dir>/usr/share/fonts</dir>`,
    `<cachedir>${join(folder, 'fonts')}</cachedir></fontconfig>`,
  ].join('');
}

/** A run of letters; `x` and `y` are where its baseline begins, in pt from the upper left corner. */
export interface PrintedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PrintedText[];
  /** The bounds of everything that is drawn, line widths left out. */
  readonly drawn: readonly Box[];
}

async function readPages(pdf: Uint8Array): Promise<readonly PrintedPage[]> {
  const task = getDocument({ data: new Uint8Array(pdf), disableFontFace: true, verbosity: 0 });
  const document = await task.promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const content = await page.getTextContent({ disableNormalization: true });
    const texts = content.items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , , x, y] = item.transform;
      return [{ text: item.str, x, y: height - y, width: item.width }];
    });
    pages.push({ width, height, texts, drawn: toDrawn(await page.getOperatorList(), height) });
  }
  await task.destroy();
  return pages;
}

interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

type Matrix = readonly [number, number, number, number, number, number];

function toDrawn({ fnArray, argsArray }: OperatorList, height: number): readonly Box[] {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const stack: Matrix[] = [];
  return fnArray.flatMap((operator, index) => {
    const args = argsArray[index];
    if (operator === OPS.save) stack.push(matrix);
    if (operator === OPS.restore) matrix = stack.pop() ?? matrix;
    if (operator === OPS.transform) matrix = multiply(matrix, toNumbers(args));
    if (operator !== OPS.constructPath || !Array.isArray(args)) return [];
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = toNumbers(args[2]);
    const corners = [move(matrix, x0, y0), move(matrix, x1, y1)];
    const [left, right] = corners.map(([x]) => x).toSorted((a, b) => a - b);
    const [low, high] = corners.map(([, y]) => y).toSorted((a, b) => a - b);
    if (left === undefined || right === undefined || low === undefined || high === undefined)
      return [];
    return [{ x: left, y: height - high, width: right - left, height: high - low }];
  });
}

function toNumbers(value: unknown): readonly number[] {
  if (value instanceof Float32Array) return [...value];
  return Array.isArray(value) ? value.map(Number) : [];
}

function multiply([a, b, c, d, e, f]: Matrix, by: readonly number[]): Matrix {
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = by;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

function move([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
