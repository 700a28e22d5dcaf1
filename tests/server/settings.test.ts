import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '#server/settings.ts';

describe('readSettings', () => {
  it('has a default for everything', () => {
    expect(readSettings({})).toEqual({
      host: '0.0.0.0',
      port: 3000,
      dataFolder: resolve('data'),
      databaseUrl: undefined,
      redisUrl: undefined,
      secret: undefined,
      publicUrl: undefined,
      initialAdmin: undefined,
      sessionLimits: { idleHours: 168, longestHours: 720 },
      secondFactorPolicy: 'offered',
      leakedPasswordsFile: undefined,
      trustedProxies: ['loopback'],
      logLevel: undefined,
    });
  });

  it('reads what is set', () => {
    const settings = readSettings({
      PORT: '8080',
      HOST: '127.0.0.1',
      ALUR_DATA: '/srv/alur',
      DATABASE_URL: 'postgres://alur@db/alur',
      REDIS_URL: 'rediss://alur:rahasia@redis:6380/1',
      ALUR_SECRET: 's'.repeat(32),
      ALUR_PUBLIC_URL: 'https://sop.kpu.go.id',
      ALUR_ADMIN_EMAIL: 'sari@kpu.go.id',
      ALUR_ADMIN_PASSWORD: ' rahasia dengan spasi ',
      ALUR_SESSION_IDLE_HOURS: '0.5',
      ALUR_SESSION_HOURS: '12',
      ALUR_SECOND_FACTOR: 'administrators',
      ALUR_LEAKED_PASSWORDS: '/srv/pwned.txt',
      ALUR_TRUSTED_PROXIES: '10.0.0.0/8, loopback',
      ALUR_LOG_LEVEL: 'debug',
    });

    expect(settings).toEqual({
      host: '127.0.0.1',
      port: 8080,
      dataFolder: '/srv/alur',
      databaseUrl: 'postgres://alur@db/alur',
      redisUrl: 'rediss://alur:rahasia@redis:6380/1',
      secret: 's'.repeat(32),
      publicUrl: new URL('https://sop.kpu.go.id'),
      initialAdmin: { email: 'sari@kpu.go.id', password: ' rahasia dengan spasi ' },
      sessionLimits: { idleHours: 0.5, longestHours: 12 },
      secondFactorPolicy: 'administrators',
      leakedPasswordsFile: '/srv/pwned.txt',
      trustedProxies: ['10.0.0.0/8', 'loopback'],
      logLevel: 'debug',
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readSettings({ PORT: '', ALUR_ADMIN_EMAIL: '', ALUR_ADMIN_PASSWORD: '' })).toEqual(
      readSettings({}),
    );
  });

  it.each([
    [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535, got "http"'],
    [{ PORT: '70000' }, 'PORT must be a number'],
    [{ REDIS_URL: 'redis:6379' }, 'REDIS_URL must be an address such as redis://redis:6379'],
    [{ REDIS_URL: 'http://redis:6379' }, 'REDIS_URL must be an address'],
    [{ REDIS_URL: 'redis://redis/satu' }, 'REDIS_URL must be an address'],
    [{ REDIS_URL: 'redis://redis:6379' }, 'it needs DATABASE_URL'],
    [{ ALUR_SECRET: 'kurang' }, 'ALUR_SECRET must have at least 32 characters'],
    [{ ALUR_PUBLIC_URL: 'sop.kpu.go.id' }, 'ALUR_PUBLIC_URL must be an address'],
    [{ ALUR_PUBLIC_URL: 'https://kpu.go.id/sop' }, 'ALUR_PUBLIC_URL must be an address'],
    [{ ALUR_ADMIN_EMAIL: 'sari@kpu.go.id' }, 'belong together'],
    [{ ALUR_ADMIN_PASSWORD: 'rahasia-sari' }, 'belong together'],
    [
      { ALUR_ADMIN_EMAIL: 'sari@kpu.go.id', ALUR_ADMIN_PASSWORD: 'pendek' },
      'ALUR_ADMIN_PASSWORD must have 12 to 128 characters',
    ],
    [
      { ALUR_ADMIN_EMAIL: 'sari', ALUR_ADMIN_PASSWORD: 'rahasia-sari' },
      'ALUR_ADMIN_EMAIL must be an e-mail address, got "sari"',
    ],
    [{ ALUR_SESSION_HOURS: 'lama' }, 'ALUR_SESSION_HOURS must be a number of hours'],
    [{ ALUR_SESSION_IDLE_HOURS: '0' }, 'ALUR_SESSION_IDLE_HOURS must be a number of hours'],
    [{ ALUR_LOG_LEVEL: 'laut' }, 'ALUR_LOG_LEVEL must be one of'],
  ])('refuses %j', (environment, message) => {
    expect(() => readSettings(environment)).toThrow(message);
  });
});
