import type { Scene } from '#core/scene/scene.ts'
import { svgNodes } from './svgNodes.ts'
import type { SvgNode } from './svgShapes.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** What no XML file may hold, however it is written: control characters and halves of a pair. */
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu

function escape(value: string): string {
  return value
    .replaceAll(forbidden, '\ufffd')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
}

function write({ tag, attributes, children, text }: SvgNode, indent: string): string {
  const opening = `${indent}<${tag}${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('')}`
  if (text !== undefined) return `${opening}>${escape(text)}</${tag}>`
  if (children.length === 0) return `${opening}/>`
  return `${opening}>\n${children.map((child) => write(child, `${indent} `)).join('\n')}\n${indent}</${tag}>`
}

/**
 * A scene as a standalone SVG file: one element a line, so that golden files differ readably. `over` is
 * drawn over it, in the scene's units.
 */
export function svgString(scene: Scene, over: readonly SvgNode[] = []): string {
  const whole = svgNodes(scene, 'tl-')
  return `${write({ ...whole, children: [...whole.children, ...over] }, '')}\n`
}
