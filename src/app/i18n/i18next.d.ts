import 'i18next';
import type { id } from './id.ts';

// A key that does not exist fails to compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof id;
  }
}
