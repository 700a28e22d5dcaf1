// Finds a Chromium for the browser tests, or installs one: Debian's package, else Playwright's.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const candidates = () => [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  chromium.executablePath(),
];

/** The path of a Chromium, or undefined. */
export function findChromium() {
  return candidates().find((path) => path && existsSync(path));
}

/** Flags that keep Chromium off the network and let it run in a container as root. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function installChromium() {
  const run = (command, ...args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    process.env.DEBIAN_FRONTEND = 'noninteractive';
    if (run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', 'chromium'))
      return;
  }
  run('npx', 'playwright', 'install', 'chromium');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!findChromium()) installChromium();
  if (!findChromium()) {
    process.stderr.write(
      'No Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.\n',
    );
    process.exit(1);
  }
}
