import { create, select, type Selection } from 'd3-selection'

import type { SvgNode } from './svgShapes.ts'

const namespace = 'http://www.w3.org/2000/svg'

/** A live SVG element that takes the shape of a node tree, by keyed d3 joins. */
export interface SvgTree {
  readonly element: SVGSVGElement
  show(tree: SvgNode): void
}

export function createSvgTree(): SvgTree {
  const root = create('svg:svg').attr('aria-hidden', 'true').attr('focusable', 'false')
  const element = root.node()
  if (!(element instanceof SVGSVGElement)) throw new Error('this browser draws no SVG')
  // What each element shows, so that a frame touches only the attributes that changed.
  const shown = new WeakMap<Element, SvgNode>()

  return {
    element,
    show(tree) {
      update(element, tree)
    },
  }

  function update(target: SVGElement, next: SvgNode): void {
    const previous = shown.get(target)
    if (previous === next) return
    shown.set(target, next)
    for (const [name, value] of Object.entries(next.attributes)) {
      // The namespace is the element's own already.
      if (name === 'xmlns' || previous?.attributes[name] === value) continue
      target.setAttribute(name, String(value))
    }
    for (const name of Object.keys(previous?.attributes ?? {})) {
      if (!(name in next.attributes)) target.removeAttribute(name)
    }
    if (next.text !== undefined) {
      if (previous?.text !== next.text) target.textContent = next.text
      return
    }
    if (next.children.length > 0 || (previous?.children.length ?? 0) > 0) {
      join(select(target), next.children)
    }
  }

  function join(
    parent: Selection<SVGElement, unknown, null, undefined>,
    children: readonly SvgNode[],
  ): void {
    parent
      .selectChildren<SVGElement, SvgNode>()
      .data(children, ({ tag, key }) => `${tag}|${key}`)
      .join((enter) => enter.append(({ tag }) => document.createElementNS(namespace, tag)))
      .order()
      .each(function each(child) {
        update(this, child)
      })
  }
}
