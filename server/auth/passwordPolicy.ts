import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { LeakedPasswords } from './leakedPasswords.ts';

/** Of zxcvbn's scale from 0 to 4: 2 withstands somebody who guesses online. */
const leastScore = 2;
/** The rest of a longer one makes it no weaker, and costs time to look at. */
const examinedLength = 64;
/** Words that everybody here would try first. */
const officeWords = ['alur', 'kpu', 'kpud', 'pemilu', 'pilkada', 'bawaslu', 'sop'];

/** Who will use the password: what others know of them makes it weak. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

type Weakness = 'weak-password' | 'leaked-password';

/** What is wrong with a new password; undefined when it may be used. Its length is checked elsewhere. */
export type FindWeakness = (
  password: string,
  owner: PasswordOwner,
) => Promise<Weakness | undefined>;

/** `leaked` are those that the operator of the server has a file of, beside the lists that Alur brings. */
export function createPasswordPolicy(leaked: LeakedPasswords | undefined): FindWeakness {
  return async (password, owner) => {
    if (await isGuessable(password, owner)) return 'weak-password';
    return (await leaked?.has(password)) ? 'leaked-password' : undefined;
  };
}

/**
 * True for a password that is among the common leaked ones, or made of common words, names, dates, keyboard
 * walks, or of what is known of its owner. Its length is checked elsewhere.
 */
export async function isGuessable(password: string, owner: PasswordOwner): Promise<boolean> {
  const guessed = [...officeWords, ...namesOf(owner.name), ...namesOf(owner.email), owner.email];
  const guesser = await getGuesser();
  return guesser.check(password.slice(0, examinedLength), guessed).score < leastScore;
}

/** The words of a name or an address, each, the first two and all in one. */
function namesOf(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return [...words, words.slice(0, 2).join(''), words.join('')];
}

let opening: Promise<ZxcvbnFactory> | undefined;

/** The word lists are large and seldom wanted, so they come with the first question. */
function getGuesser(): Promise<ZxcvbnFactory> {
  opening ??= openGuesser();
  return opening;
}

async function openGuesser(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, indonesian] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-id'),
  ]);
  return new ZxcvbnFactory({
    graphs: common.adjacencyGraphs,
    dictionary: { ...common.dictionary, ...indonesian.dictionary },
  });
}
