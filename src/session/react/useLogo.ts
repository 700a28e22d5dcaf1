import { useState } from 'react';
import { type LogoProblem, prepareLogo } from '#session/logo/prepareLogo.ts';
import { useProcedure, useSession } from './hooks.ts';

export interface LogoChoice {
  /** A `data:` URI. */
  readonly logo: string | undefined;
  readonly isBusy: boolean;
  /** Why the file chosen last is not the logo now. */
  readonly problem: LogoProblem | undefined;
  readonly choose: (file: File) => Promise<LogoProblem | undefined>;
  readonly remove: () => void;
}

/** The procedure's logo, and how a person changes it. */
export function useLogo(): LogoChoice {
  const session = useSession();
  const logo = useProcedure(({ identity }) => identity.logo);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<LogoProblem>();

  async function choose(file: File): Promise<LogoProblem | undefined> {
    setBusy(true);
    try {
      const result = await prepareLogo(file);
      const found = result.ok ? undefined : result.problem;
      if (result.ok) session.apply({ type: 'setLogo', logo: result.uri });
      setProblem(found);
      return found;
    } finally {
      setBusy(false);
    }
  }

  function remove(): void {
    setProblem(undefined);
    session.apply({ type: 'setLogo', logo: null });
  }

  return { logo, isBusy, problem, choose, remove };
}
