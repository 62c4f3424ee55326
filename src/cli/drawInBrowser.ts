import { readFileSync } from 'node:fs'

import { fontFamilies, fonts } from '#core/layout/fonts.ts'
import { measureByTable } from '#core/layout/measureByTable.ts'
import type { Size } from '#core/scene/frame.ts'
import { measureFaceByTable } from '#core/scene/measureFaceByTable.ts'
import type { PictureSubject } from '#picture/pictureOf.ts'
import { type Browser, startBrowser } from './browserPipe.ts'
import type { Context } from './context.ts'
import { findBrowser } from './findBrowser.ts'
import { UsageError } from './usage.ts'

type Measures = Pick<PictureSubject, 'measure' | 'face'>

/** Layout asks for other texts once widths change; a few rounds bring all that it may ask for. */
const mostRounds = 6

/** CSS pixels in an inch. */
const pixelsPerInch = 96

/** A picture as a browser paints it, laid out by the widths that text has there. */
export async function drawInBrowser(
  kind: 'png' | 'pdf',
  { width, height }: Size,
  draw: (measures: Measures) => string,
  { home }: Context,
): Promise<Uint8Array> {
  const faces = fontFaces(home)
  const browser = await startBrowser(findBrowser(process.env, process.platform))
  try {
    await browser.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    })
    await showPage(browser, faces, '')
    const svg = await drawnAsMeasured(browser, draw)
    await showPage(browser, faces, svg)
    const { data } =
      kind === 'png'
        ? await browser.send('Page.captureScreenshot', { format: 'png' })
        : await browser.send('Page.printToPDF', {
            paperWidth: width / pixelsPerInch,
            paperHeight: height / pixelsPerInch,
            marginTop: 0,
            marginBottom: 0,
            marginLeft: 0,
            marginRight: 0,
            printBackground: true,
            pageRanges: '1',
          })
    if (typeof data !== 'string') throw new UsageError('The browser gave no picture.')
    return Buffer.from(data, 'base64')
  } finally {
    await browser.close()
  }
}

/** Draws, asks the browser how wide the texts are that were guessed, and draws again until none is. */
async function drawnAsMeasured(
  browser: Browser,
  draw: (measures: Measures) => string,
): Promise<string> {
  const widths = new Map<string, number>()
  for (let round = 1; ; round += 1) {
    const asked = new Map<string, readonly [font: string, text: string]>()
    const widthOf = (font: string, text: string): number | undefined => {
      const key = `${font}\n${text}`
      if (!widths.has(key)) asked.set(key, [font, text])
      return widths.get(key)
    }
    const svg = draw({
      measure: (text, style) => {
        const { weight, size, family } = fonts[style]
        const font = `${weight} ${size}px ${fontFamilies[family]}`
        return widthOf(font, text) ?? measureByTable(text, style)
      },
      face: (text, face) => {
        // At one large size: what is set in units scales from there.
        const font = `${face.weight} 100px ${fontFamilies[face.family]}`
        const width = widthOf(font, text)
        return width === undefined ? measureFaceByTable(text, face) : (width * face.size) / 100
      },
    })
    if (asked.size === 0 || round === mostRounds) return svg
    const measured = await measureIn(browser, [...asked.values()])
    for (const [index, key] of [...asked.keys()].entries()) widths.set(key, measured[index] ?? 0)
  }
}

async function measureIn(
  browser: Browser,
  texts: readonly (readonly [font: string, text: string])[],
): Promise<readonly number[]> {
  const expression = `(() => {
    const context = document.createElement('canvas').getContext('2d')
    return ${JSON.stringify(texts)}.map(([font, text]) => {
      if (context.font !== font) context.font = font
      return context.measureText(text).width
    })
  })()`
  const { result } = await browser.send('Runtime.evaluate', { expression, returnByValue: true })
  const value = typeof result === 'object' && result && 'value' in result ? result.value : undefined
  if (!Array.isArray(value)) throw new UsageError('The browser did not measure any text.')
  return value.map(Number)
}

/** Shows nothing but `svg`, with the fonts of this package loaded. */
async function showPage(browser: Browser, faces: string, svg: string): Promise<void> {
  const { frameTree } = await browser.send('Page.getFrameTree')
  const frameId = frameIdOf(frameTree)
  const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
  const html = `<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style>${faces} @page { margin: 0 } html, body { margin: 0 } svg { display: block }</style>
${svg}`
  await browser.send('Page.setDocumentContent', { frameId, html })
  // A font is fetched when something asks for it.
  const expression = `Promise.all([...document.fonts].map((face) => face.load())).then(() => document.fonts.ready).then(() => true)`
  await browser.send('Runtime.evaluate', { expression, awaitPromise: true })
}

function frameIdOf(tree: unknown): unknown {
  const frame = typeof tree === 'object' && tree && 'frame' in tree ? tree.frame : undefined
  return typeof frame === 'object' && frame && 'id' in frame ? frame.id : undefined
}

/** The app's own faces, which come with the package. Other scripts use the system's. */
function fontFaces(home: URL): string {
  const faces: readonly (readonly [name: string, file: string])[] = [
    ['Inter Variable', 'inter-latin-wght-normal.woff2'],
    ['Noto Serif Variable', 'noto-serif-latin-wght-normal.woff2'],
  ]
  return faces
    .map(([name, file]) => {
      const data = readFileSync(new URL(`lib/fonts/${file}`, home)).toString('base64')
      return `@font-face { font-family: '${name}'; font-weight: 100 900; src: url(data:font/woff2;base64,${data}) }`
    })
    .join('\n')
}
