import { readFileSync, writeFileSync } from 'node:fs';

const SCORE = '/proc/self/oom_score_adj';

/**
 * Steps run with an `oom_score_adj` of 500 and containers with 0, so the kernel would end the agent first. Any process
 * may set its own back to 0 (proc(5)).
 */
export function resetOomScore(): void {
  try {
    if (Number(readFileSync(SCORE, 'utf8')) > 0) writeFileSync(SCORE, '0');
  } catch {
    // If the kernel refuses, the agent stays as it is.
  }
}
