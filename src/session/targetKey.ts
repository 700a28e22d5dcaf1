import type { TextTarget } from '#core/edit/edit.ts';

/** Equal for equal targets, so that targets can be compared and kept in maps. */
export function toTargetKey(target: TextTarget): string {
  switch (target.of) {
    case 'title':
    case 'number':
      return target.of;
    case 'approver':
      return `approver:${target.field}`;
    case 'item':
      return `item:${target.list}:${target.index}`;
    case 'actor':
    case 'group':
      return `${target.of}:${target.actor}`;
    case 'step':
      return `step:${target.field}:${target.step}`;
    case 'symbol':
      return `symbol:${target.symbol}`;
    case 'label':
      return `label:${target.flow}`;
  }
}
