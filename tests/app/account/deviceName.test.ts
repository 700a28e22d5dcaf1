import { describe, expect, it } from 'vitest';
import { toDeviceName } from '#app/account/deviceName.ts';

const gecko = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('toDeviceName', () => {
  it.each([
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${gecko} Chrome/142.0 Safari/537.36 Edg/142.0`,
      'Edge',
      'Windows',
      false,
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${gecko} Chrome/142.0 Safari/537.36`,
      'Chrome',
      'Windows',
      false,
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Firefox',
      'Linux',
      false,
    ],
    [
      `Mozilla/5.0 (Linux; Android 15; K) ${gecko} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
      'Samsung Internet',
      'Android',
      true,
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1 Version/18.5 Mobile/15E148 Safari/604.1',
      'Safari',
      'iOS',
      true,
    ],
  ])('knows %s', (userAgent, browser, system, isPhone) => {
    expect(toDeviceName(userAgent)).toEqual({ browser, system, isPhone });
  });

  it('knows nothing of what says nothing', () => {
    expect(toDeviceName('')).toEqual({ browser: undefined, system: undefined, isPhone: false });
  });
});
