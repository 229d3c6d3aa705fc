import type { EngineImage } from '../engine.ts';

/**
 * The images that may be removed. An image stays if it was there `before`, if it is `used`, or if an image that stays was
 * built on it. Each image comes before the image that it was built on.
 */
export function arrivedImages(
  all: readonly EngineImage[],
  before: ReadonlySet<string>,
  used: ReadonlySet<string>,
): EngineImage[] {
  const byId = new Map(all.map((image) => [image.id, image]));
  const staying = new Set<string>();
  for (const image of all)
    if (before.has(image.id) || used.has(image.id)) for (const { id } of lineOf(image, byId)) staying.add(id);
  const depth = (image: EngineImage): number => lineOf(image, byId).length;
  return all.filter(({ id }) => !staying.has(id)).toSorted((a, b) => depth(b) - depth(a));
}

/** The image, the image that it was built on, and so on. */
function lineOf(image: EngineImage, byId: ReadonlyMap<string, EngineImage>): EngineImage[] {
  const line: EngineImage[] = [];
  let next: EngineImage | undefined = image;
  while (next !== undefined) {
    line.push(next);
    next = byId.get(next.parent ?? '');
  }
  return line;
}
