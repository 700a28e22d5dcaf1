import {
  type Scene,
  type SceneCell,
  type SceneItem,
  type ScenePicture,
  type ScenePolyline,
  type SceneShape,
  type SceneText,
  toItemLines,
} from '#core/export/scene.ts';
import type { Box, Point, TextLine } from '#core/layout/geometry.ts';
import { type Canvas, drawOutline, drawText } from './drawItem.ts';
import { TaggedTables } from './TaggedTables.ts';

type Figure = SceneShape | ScenePolyline | ScenePicture;

/**
 * Draws pages in painting order and tells readers what was drawn (PDF/UA-1): tables with their
 * headings, texts as paragraphs, each symbol and arrow as a figure with its description in the cell
 * where it stands or begins. Rules, page captions and the watermark are artifacts.
 */
export class TaggedPages {
  readonly #canvas: Canvas;
  readonly #document: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #tables: TaggedTables;

  constructor(canvas: Canvas) {
    const { document } = canvas;
    this.#canvas = canvas;
    this.#document = document;
    this.#root = document.struct('Document');
    document.addStructure(this.#root);
    this.#tables = new TaggedTables(document, this.#root);
  }

  addPage(scene: Scene): void {
    this.#document.addPage({ size: [scene.width, scene.height], margin: 0 });
    this.#tables.openPage(scene);
    const figures: Figure[] = [];
    const contents = new Map<SceneItem, PDFKit.PDFStructureContent>();
    for (const item of scene.items)
      switch (item.kind) {
        case 'cell':
          this.#drawCell(item);
          break;
        case 'text':
          this.#drawText(item);
          break;
        case 'shape':
        case 'polyline':
        case 'picture':
          figures.push(item);
          contents.set(
            item,
            this.#mark('Figure', () => this.#draw(item)),
          );
          break;
      }
    for (const figure of toReadingOrder(figures)) this.#addFigure(figure, contents.get(figure));
    this.#tables.closePage();
  }

  end(): void {
    this.#tables.end();
    this.#root.end();
  }

  #drawCell(cell: SceneCell): void {
    this.#document.markContent('Artifact', { type: 'Layout' });
    drawOutline(this.#canvas, cell);
    this.#document.endMarkedContent();
    if (this.#tables.isRepeated(cell)) {
      this.#document.markContent('Artifact', { type: 'Pagination' });
      for (const line of toItemLines(cell)) drawText(this.#canvas, line);
      this.#document.endMarkedContent();
      return;
    }
    const parent = this.#tables.findCell(cell) ?? this.#root;
    for (const { marker, lines } of cell.paragraphs) {
      const content = this.#mark('P', () => {
        for (const line of toSpacedLines(marker ? [marker, ...lines] : lines))
          drawText(this.#canvas, line);
      });
      parent.add(this.#toElement('P', content));
    }
  }

  #drawText(item: SceneText): void {
    const { role } = item;
    if (role === 'page-number' || role === 'document-number' || role === 'mark') {
      this.#document.markContent('Artifact', { type: 'Pagination' });
      drawText(this.#canvas, item);
      this.#document.endMarkedContent();
      return;
    }
    const tag = role === 'title' ? 'H1' : 'P';
    const content = this.#mark(tag, () => drawText(this.#canvas, item));
    this.#root.add(this.#toElement(tag, content));
  }

  #draw(item: SceneItem): void {
    drawOutline(this.#canvas, item);
    for (const line of toSpacedLines(toItemLines(item))) drawText(this.#canvas, line);
  }

  #addFigure(figure: Figure, content: PDFKit.PDFStructureContent | undefined): void {
    if (!content) return;
    const box = figure.kind === 'polyline' ? toBounds(figure) : figure;
    const { x, y, width, height } = box;
    const options = { alt: figure.description, bbox: [x, y, x + width, y + height] } as const;
    const parent = this.#tables.findCellAt(toAnchor(figure)) ?? this.#root;
    parent.add(this.#toElement('Figure', content, options));
  }

  #toElement(
    tag: string,
    content: PDFKit.PDFStructureContent,
    options: PDFKit.Mixins.StructureElementOptions = {},
  ): PDFKit.PDFStructureElement {
    return this.#document.struct(tag, options, [content]);
  }

  #mark(tag: string, draw: () => void): PDFKit.PDFStructureContent {
    const content = this.#document.markStructureContent(tag);
    draw();
    this.#document.endMarkedContent();
    return content;
  }
}

/** Whoever copies or hears lines needs a space where the line was broken at one. */
function toSpacedLines(lines: readonly TextLine[]): readonly TextLine[] {
  return lines.map((line, index) => {
    const next = lines[index + 1];
    return next && next.start !== 'inside-word' ? { ...line, text: `${line.text} ` } : line;
  });
}

/** A symbol comes before the arrows that leave it. */
function toReadingOrder(figures: readonly Figure[]): readonly Figure[] {
  return [
    ...figures.filter(({ kind }) => kind !== 'polyline'),
    ...figures.filter(({ kind }) => kind === 'polyline'),
  ];
}

/** The point by which a figure belongs to a cell. */
function toAnchor(figure: Figure): Point {
  if (figure.kind === 'polyline') return figure.points[0] ?? [0, 0];
  return [figure.x + figure.width / 2, figure.y + figure.height / 2];
}

function toBounds({ points, label }: ScenePolyline): Box {
  const { x, y, width, height } = label?.box ?? { x: 0, y: 0, width: 0, height: 0 };
  const xs = [...points.map((point) => point[0]), ...(label ? [x, x + width] : [])];
  const ys = [...points.map((point) => point[1]), ...(label ? [y, y + height] : [])];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
