import { type ParseArgsConfig, parseArgs } from 'node:util';
import { PAPER_NAMES, type PaperName } from '#core/model/settings.ts';
import { CliProblem } from './cliProblem.ts';

/** The options that a command knows: those with a value, and those that are there or not. */
export interface KnownOptions<Text extends string, Flag extends string> {
  readonly texts: readonly Text[];
  readonly flags?: readonly Flag[];
}

/** The options as they were given. */
export interface GivenOptions<Text extends string, Flag extends string> {
  readonly text: (option: Text) => string | undefined;
  readonly has: (option: Flag) => boolean;
}

export interface FileCommand<Text extends string, Flag extends string>
  extends GivenOptions<Text, Flag> {
  readonly file: string;
}

/** The options of one command and the one FILE that it takes. */
export function parseFileCommand<Text extends string, Flag extends string = never>(
  args: readonly string[],
  known: KnownOptions<Text, Flag>,
): FileCommand<Text, Flag> {
  const { positionals, ...given } = parseCommand(args, known);
  const [file, ...more] = positionals;
  if (file === undefined) throw new CliProblem('FILE is missing; see alur --help');
  if (more.length > 0) throw new CliProblem(`one FILE only, not also "${more[0]}"`);
  return { file, ...given };
}

/** The options of one command and the two FILEs that it takes. */
export function parseFilePair<Text extends string, Flag extends string = never>(
  args: readonly string[],
  known: KnownOptions<Text, Flag>,
): GivenOptions<Text, Flag> & { readonly files: readonly [string, string] } {
  const { positionals, ...given } = parseCommand(args, known);
  const [first, second, ...more] = positionals;
  if (first === undefined || second === undefined)
    throw new CliProblem('two FILEs are needed, the earlier one first; see alur --help');
  if (more.length > 0) throw new CliProblem(`two FILEs only, not also "${more[0]}"`);
  return { files: [first, second], ...given };
}

/** The options of a command that takes no FILE. */
export function parseOptions<Text extends string, Flag extends string = never>(
  args: readonly string[],
  known: KnownOptions<Text, Flag>,
): GivenOptions<Text, Flag> {
  const { positionals, ...given } = parseCommand(args, known);
  if (positionals.length > 0) throw new CliProblem(`"${positionals[0]}" is too much`);
  return given;
}

/** The options of one command and whatever else it was given. */
export function parseCommand<Text extends string, Flag extends string>(
  args: readonly string[],
  { texts, flags = [] }: KnownOptions<Text, Flag>,
): GivenOptions<Text, Flag> & { readonly positionals: readonly string[] } {
  const options = Object.fromEntries([
    ...texts.map((name) => [name, { type: 'string' }] as const),
    ...flags.map((name) => [name, { type: 'boolean' }] as const),
  ]);
  const { positionals, values } = parse(args, options);
  return {
    positionals,
    text: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    has: (option) => values[option] === true,
  };
}

function parse(args: readonly string[], options: ParseArgsConfig['options'] & object) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node explains at length how to pass an argument that begins with a dash.
    const message = error instanceof Error ? error.message : String(error);
    throw new CliProblem((message.split('. To specify')[0] ?? message).replaceAll('\n', ' '));
  }
}

export function requireOption(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new CliProblem(`--${name} is missing`);
  return value;
}

export function toPaper(value: string | undefined): PaperName | undefined {
  return value === undefined ? undefined : toChoice(value, PAPER_NAMES, 'paper');
}

/** The value as one of the choices, in any case of letters. */
export function toChoice<C extends string>(
  value: string,
  choices: readonly C[],
  option: string,
): C {
  const found = choices.find((choice) => choice === value.toLowerCase());
  if (found === undefined)
    throw new CliProblem(`--${option} "${value}" is unknown; choose ${choices.join(', ')}`);
  return found;
}
