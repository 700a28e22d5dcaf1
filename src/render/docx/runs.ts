import { type TextFace, toFaceXml } from './textStyles.ts';
import { toRunText } from './wordXml.ts';

// Hebrew, Arabic and their neighbours, with the spaces and signs between them.
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[^\p{L}\p{N}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])*/gu;

/** A text as runs; what differs from its style's face is said, and what is written from right to left. */
export function toRuns(text: string, face: TextFace, than?: TextFace): string {
  const look = toFaceXml(face, than);
  const runs: string[] = [];
  let end = 0;
  const add = (part: string, direction = '') => {
    if (part === '') return;
    const properties = `${look}${direction}`;
    runs.push(`<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${toRunText(part)}</w:r>`);
  };
  for (const match of text.matchAll(rightToLeft)) {
    add(text.slice(end, match.index));
    add(match[0], '<w:rtl/>');
    end = match.index + match[0].length;
  }
  add(text.slice(end));
  return runs.join('');
}
