import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Package {
  readonly name: string;
  readonly license: string;
  readonly text: string;
}

async function readPackage(root: string, name: string): Promise<Package> {
  const folder = join(root, 'node_modules', name);
  const { license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (file === undefined) throw new Error(`the package ${name} comes without its licence`);
  return { name, license, text: (await readFile(join(folder, file), 'utf8')).trim() };
}

/**
 * Adds the licences of packages to a file like that of ncc: of each its name, a line below it its licence, and the text of
 * that. What is in it already stays as it is.
 * @throws Error where a package has none
 */
export async function addLicenses(root: string, file: string, names: readonly string[]): Promise<void> {
  const before = await readFile(file, 'utf8');
  const known = before.split('\n');
  const isKnown = ({ name, license }: Package) =>
    known.some((line, at) => line === name && known[at + 1] === license);
  const packages = await Promise.all(names.map((name) => readPackage(root, name)));
  const added = packages
    .filter((each) => !isKnown(each))
    .map(({ name, license, text }) => `${name}\n${license}\n${text}\n`);
  await writeFile(file, [before.trimEnd(), ...added].join('\n\n'));
}
