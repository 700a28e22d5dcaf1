import type { Page } from 'playwright';

/**
 * What can be pressed now and is smaller than a finger needs, 44 px each way, as "36 × 36 Alat moderator". A
 * pressable margin around the drawn part (`::after`) counts.
 */
export async function findSmallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const pressable = 'button, a[href], input, select, textarea, [role=button], [role=menuitem]';
    return [...document.querySelectorAll<HTMLElement>(pressable)].flatMap((element) => {
      const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
      const isInWindow = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
      // Mantine measures what is typed in a copy.
      const isDrawn = width > 0 && height > 0 && !element.ariaHidden && element.checkVisibility();
      if (!isInWindow || !isDrawn) return [];
      const margin = getComputedStyle(element, '::after');
      const across = Math.max(width, Number.parseFloat(margin.width) || 0);
      const down = Math.max(height, Number.parseFloat(margin.height) || 0);
      if (Math.min(across, down) >= 43.5) return [];
      const name = element.ariaLabel ?? element.textContent ?? '';
      return [`${Math.round(across)} × ${Math.round(down)} ${name}`];
    });
  });
}
