import { execFileSync } from 'node:child_process';

/** Whether qpdf can be asked what it thinks of a PDF. */
export const hasQpdf = findQpdf();

function findQpdf(): boolean {
  try {
    execFileSync('qpdf', ['--version']);
    return true;
  } catch {
    return false;
  }
}
