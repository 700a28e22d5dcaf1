import type { Clock } from '#server/store/clock.ts';
import { Attempts } from './attempts.ts';

export interface GuessRates {
  /** Wrong passwords from one address, a minute: a whole office may stand behind it. */
  readonly failedSignInsPerAddress: number;
  /** Wrong passwords for one account from one address, in five minutes. */
  readonly failedSignInsPerAccount: number;
  /** Wrong passwords for one account from anywhere, an hour. */
  readonly failedSignInsPerAccountAnywhere: number;
}

const minuteMs = 60_000;

/** How often a password may be guessed. */
export class GuessLimits {
  readonly #perAddress: Attempts;
  readonly #perAccount: Attempts;
  readonly #anywhere: Attempts;

  constructor(rates: GuessRates, now: Clock) {
    const { failedSignInsPerAddress, failedSignInsPerAccount } = rates;
    const attempts = rates.failedSignInsPerAccountAnywhere;
    this.#perAddress = new Attempts({ attempts: failedSignInsPerAddress, windowMs: minuteMs }, now);
    this.#perAccount = new Attempts(
      { attempts: failedSignInsPerAccount, windowMs: 5 * minuteMs },
      now,
    );
    this.#anywhere = new Attempts({ attempts, windowMs: 60 * minuteMs }, now);
  }

  /** How long to wait, in ms; undefined when the guess may be made. It counts until it proves right. */
  take(address: string, account: string): number | undefined {
    return (
      this.#perAddress.take(address) ??
      this.#perAccount.take(`${address} ${account}`) ??
      this.#anywhere.take(account)
    );
  }

  /** The guess was right. */
  giveBack(address: string, account: string): void {
    this.#perAddress.giveBack(address);
    this.#perAccount.giveBack(`${address} ${account}`);
    this.#anywhere.giveBack(account);
  }
}
