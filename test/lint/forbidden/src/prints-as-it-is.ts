import { info } from '@actions/core';

export function tell(name: string): void {
  info(name);
  console.log(name);
  process.stdout.write(`${name}\n`);
}
