import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundledSbom, type Sbom } from '../../../../scripts/release/bundled-sbom.ts';

const made = (name: string, licenseDeclared: string) => ({
  name,
  SPDXID: `SPDXRef-${name}`,
  licenseDeclared,
});

test('only what is bundled is left, as contained in the whole', () => {
  const sbom: Sbom = {
    packages: [made('topo-gc', 'Apache-2.0'), made('ms', 'MIT'), made('vitest', 'MIT'), made('of', 'MIT')],
    relationships: [
      {
        spdxElementId: 'SPDXRef-DOCUMENT',
        relatedSpdxElement: 'SPDXRef-topo-gc',
        relationshipType: 'DESCRIBES',
      },
      {
        spdxElementId: 'SPDXRef-ms',
        relatedSpdxElement: 'SPDXRef-topo-gc',
        relationshipType: 'DEV_DEPENDENCY_OF',
      },
    ],
  };
  const { packages, relationships } = bundledSbom(sbom, 'ms\nMIT\nPermission is\nof\ncourse granted\n');
  expect(packages.map(({ name }) => name)).toEqual(['topo-gc', 'ms']);
  expect(relationships).toEqual([
    sbom.relationships[0],
    { spdxElementId: 'SPDXRef-topo-gc', relatedSpdxElement: 'SPDXRef-ms', relationshipType: 'CONTAINS' },
  ]);
});

test('that of this repository names each package of dist/licenses.txt once', () => {
  const all = execFileSync('npm', ['sbom', '--sbom-format', 'spdx'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  });
  const { packages } = bundledSbom<Sbom>(JSON.parse(all), readFileSync('dist/licenses.txt', 'utf8'));
  const names = packages.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['topo-gc', 'dockerode', '@actions/core', 'zod']));
  expect(names).not.toContain('vitest');
});
