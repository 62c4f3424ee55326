import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { buildScene } from '#core/scene/buildScene.ts'
import type { SceneInput } from '#core/scene/sceneInput.ts'
import {
  documentOf,
  documentRecipes,
  viewOf,
  viewRecipes,
} from '#core/scene/testing/randomScenes.ts'
import { inputFor, tableOf } from '#core/scene/testing/story.ts'
import { countElements } from './countElements.ts'
import { svgNodes } from './svgNodes.ts'
import { safeId, type SvgNode } from './svgShapes.ts'
import { svgString } from './svgString.ts'

/**
 * What keeps a text from being the XML that svgString writes, or undefined: tags that match, attributes
 * in quotes and each once, five entities, no forbidden character. Only what SVG strings need of XML.
 */
function fault(xml: string): string | undefined {
  if (/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(xml)) return 'a forbidden character'
  const open: string[] = []
  const token = /<(\/?)([a-zA-Z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex
    const match = token.exec(xml)
    if (match === null) return `at ${at}: ${xml.slice(at, at + 60)}`
    const [, closing, tag = '', attributes = '', empty, text = ''] = match
    if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(attributes + text)) return `a bare & at ${at}`
    const names = [...attributes.matchAll(/ ([\w:-]+)=/g)].map(([, name]) => name)
    if (new Set(names).size < names.length) return `an attribute twice at ${at}`
    if (tag === '') continue
    if (closing === '/') {
      if (open.pop() !== tag) return `</${tag}> at ${at}`
    } else if (empty === '') open.push(tag)
  }
  return open.length === 0 ? undefined : `unclosed ${open.join()}`
}

function siblingsWithOneKey(tree: SvgNode): string[] {
  const keys = tree.children.map(({ tag, key }) => `${tag}|${key}`)
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index)
  return [...twice, ...tree.children.flatMap(siblingsWithOneKey)]
}

function idsIn(tree: SvgNode): string[] {
  const { id } = tree.attributes
  return [...(id === undefined ? [] : [String(id)]), ...tree.children.flatMap(idsIn)]
}

const hostile = [
  '"><script>alert(1)</script>',
  'url(#x)',
  ')</style><image href="x">',
  "' onload='x",
  '&amp;&#0;',
  '\u0000\u0007\ud800 half',
  'a:2',
  '!1',
  'ҥ',
  ']]>',
]

function hostileInput(): SceneInput {
  const table = tableOf({
    version: 1,
    title: 'Hostile',
    organizations: hostile.map((id) => ({ id, name: id })),
    eras: hostile.map((id) => ({ id, title: id, date: '2014/2019' })),
    events: hostile.map((id, index) => ({
      id,
      title: id,
      date: index % 2 === 0 ? `${2014 + (index % 6)}` : `{201${4 + (index % 5)}-02-03,2017-05-05}`,
      organizations: [id, hostile[(index + 1) % hostile.length]],
      relations: [{ to: hostile[(index + 2) % hostile.length], kind: 'related' }],
    })),
  })
  return inputFor(table, 1400, 900, { selected: 1 })
}

describe('svgString', () => {
  it('is well-formed XML without a foreign tag, whatever ids and titles hold', () => {
    const xml = svgString(buildScene(hostileInput()))
    expect(fault(xml)).toBeUndefined()
    const tags = new Set([...xml.matchAll(/<([a-zA-Z]+)/g)].map(([, tag]) => tag))
    expect([...tags].filter((tag) => /script|image|style|foreign/i.test(tag ?? ''))).toEqual([])
    expect(xml).toContain('&lt;script&gt;')
    const names = [...xml.matchAll(/<[a-zA-Z]+((?: [\w:-]+="[^"]*")*)/g)].flatMap(([, all = '']) =>
      [...all.matchAll(/ ([\w:-]+)="/g)].map(([, name]) => name),
    )
    expect(names.filter((name) => name === 'style' || name?.startsWith('on'))).toEqual([])
    for (const [, reference] of xml.matchAll(/url\(([^)]*)\)/g)) {
      expect(reference).toMatch(/^#[\w-]+$/)
    }
  })

  it('would be found out', () => {
    expect(fault('<a><b></a></b>')).toBeDefined()
    expect(fault('<a x="1" x="2"/>')).toBeDefined()
    expect(fault('<a>1 & 2</a>')).toBeDefined()
    expect(fault('<a>\u0007</a>')).toBeDefined()
    expect(fault('<a')).toBeDefined()
    expect(fault('<a b="c">d<e/></a>')).toBeUndefined()
  })

  it(
    'has one element a line, each key once among its siblings, each id once',
    { timeout: 60_000 },
    () => {
      const check = (input: SceneInput): void => {
        const scene = buildScene(input)
        const tree = svgNodes(scene, 'p-')
        expect(siblingsWithOneKey(tree)).toEqual([])
        const ids = idsIn(tree)
        expect(new Set(ids).size).toBe(ids.length)
        const xml = svgString(scene)
        expect(fault(xml)).toBeUndefined()
        expect(xml).not.toMatch(/NaN|Infinity|undefined/)
      }
      check(hostileInput())
      fc.assert(
        fc.property(documentRecipes, viewRecipes, (recipe, view) => {
          const table = tableOf(documentOf({ ...recipe, count: recipe.count % 80 }))
          check(viewOf(table, view))
        }),
        { numRuns: 50 },
      )
    },
  )
})

const elementsIn = (tree: SvgNode): number =>
  tree.children.reduce((sum, child) => sum + elementsIn(child), 1)

describe('countElements', () => {
  it('knows how many elements a scene has, without building it', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(documentRecipes, viewRecipes, (recipe, view) => {
        const table = tableOf(documentOf({ ...recipe, count: recipe.count % 120 }))
        const scene = buildScene(viewOf(table, view))
        const counted = countElements(scene)
        const built = elementsIn(svgNodes(scene, 'p-'))
        expect(counted).toBeGreaterThanOrEqual(built)
        expect(counted).toBeLessThan(built + 10 + scene.lanes.length * 3)
      }),
      { numRuns: 100 },
    )
  })
})

describe('safeId', () => {
  it('keeps different keys different, in letters, digits, - and _', () => {
    const characters = ['a', 'h', 'x', '1', '6', '-', '_', '!', ':', 'é', 'ҥ', '\u0006', '微', '🎉']
    const text = fc
      .array(fc.constantFrom(...characters), { maxLength: 5 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (p, q) => {
        expect(safeId(p)).toMatch(/^[\w-]*$/)
        expect(safeId(p) === safeId(q)).toBe(p === q)
      }),
    )
    expect(safeId('!1')).not.toBe(safeId('ҥ'))
  })
})
