/** What is used of an SPDX 2.3 document. */
export interface Sbom {
  readonly packages: readonly SbomPackage[];
  readonly relationships: readonly Relationship[];
}

interface SbomPackage {
  readonly name: string;
  readonly SPDXID: string;
  readonly licenseDeclared?: string;
}

interface Relationship {
  readonly spdxElementId: string;
  readonly relatedSpdxElement: string;
  readonly relationshipType: string;
}

/**
 * Of an SBOM with all packages of the lock file, what is in the bundles.
 * @param licenses of those, as in dist/licenses.txt: the name of a package, a line below it its licence, then the text of that
 */
export function bundledSbom<T extends Sbom>(sbom: T, licenses: string): T {
  const lines = licenses.split('\n');
  const isBundled = ({ name, licenseDeclared }: SbomPackage) =>
    lines.some((line, at) => line === name && lines[at + 1] === licenseDeclared);
  const [root, ...others] = sbom.packages;
  if (root === undefined) throw new Error('the SBOM has no packages');
  const bundled = others.filter(isBundled);
  const described = sbom.relationships.filter(({ relationshipType }) => relationshipType === 'DESCRIBES');
  const contained = bundled.map(({ SPDXID }) => ({
    spdxElementId: root.SPDXID,
    relatedSpdxElement: SPDXID,
    relationshipType: 'CONTAINS',
  }));
  return { ...sbom, packages: [root, ...bundled], relationships: [...described, ...contained] };
}
