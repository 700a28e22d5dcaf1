/** The version that files are written in. */
export const FILE_VERSION = 1;

type FileJson = Readonly<Record<string, unknown>>;

/** Brings a file of one version to the next, before it is checked. */
export interface FileUpgrade {
  /** The version of the files that it takes; they have the next one afterwards. */
  readonly from: number;
  /** What is not as that version had it is passed on as it is: the check names its place. */
  readonly up: (file: FileJson) => FileJson;
}

/** All that there ever were, the oldest first: a file of an older version opens for ever. */
export const fileUpgrades: readonly FileUpgrade[] = [];

/** The parsed JSON of a file in the present version, or as it is where no upgrade knows its version. */
export function upgradeFile(input: unknown, upgrades: readonly FileUpgrade[]): unknown {
  let file = input;
  for (const { from, up } of upgrades)
    if (isObject(file) && file.version === from) file = { ...up(file), version: from + 1 };
  return file;
}

function isObject(value: unknown): value is FileJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
