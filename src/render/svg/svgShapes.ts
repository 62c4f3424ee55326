/** One SVG element as data. `key` is unique among its siblings and stable from frame to frame. */
export interface SvgNode {
  readonly tag: string
  readonly key: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly SvgNode[]
  readonly text?: string
}

export function node(
  tag: string,
  key: string,
  attributes: SvgNode['attributes'],
  children: readonly SvgNode[] = [],
): SvgNode {
  return { tag, key, attributes, children }
}

/**
 * Letters, digits, `-` and `_` only, so that an author's id is safe inside `url(#…)`. Different keys
 * stay different.
 */
export function safeId(key: string): string {
  return key.replaceAll(
    /[^A-Za-z0-9-]/gu,
    (character) => `_${character.codePointAt(0)?.toString(36)}_`,
  )
}
