/** The scripts that `pmed completion` prints, by shell. */
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { powershellScript } from './powershell.ts';
import type { Spec } from './spec.ts';
import { zshScript } from './zsh.ts';

export const scriptFor: Readonly<Record<'bash' | 'zsh' | 'fish' | 'powershell', (spec: Spec) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};
