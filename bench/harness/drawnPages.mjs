import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from './browser.mjs'
import { dataFolder, pagesFolder } from './paths.mjs'
import { serve } from './server.mjs'

/**
 * Writes down what our page shows of `size` events, as two pages that show the same and can do nothing: one
 * of plain HTML, and one whose elements React makes. They say what of our loading is the browser's and
 * React's part, and so what no code of ours could go below.
 */
export async function writeDrawnPages(dist, size) {
  const server = await serve({ '/own/': dist, '/data/': dataFolder })
  const { page, close } = await openBrowser()
  await page.goto(`${server.origin}/own/?src=/data/own-${size}.json&testing=1&motion=on&wheel=zoom`)
  await page.waitForFunction(() => window.__throughline !== undefined)
  await page.evaluate(() => window.__throughline.whenSettled())
  const drawn = await page.evaluate(captured)
  const [body] = /<div id="app"[^]*(?=<\/body>)/.exec(await page.content())
  await close()
  server.close()

  // Where React's page is built to, by the name of its adapter.
  const script = readdirSync(join(pagesFolder, 'drawn/assets')).find((name) => name.endsWith('.js'))
  const elements = JSON.stringify(drawn.tree).replaceAll('<', String.raw`\u003c`)
  write('drawn-html', drawn, body)
  write(
    'drawn-react',
    drawn,
    `<div id="app"></div><script id="elements" type="application/json">${elements}</script>
    <script type="module" src="../drawn/assets/${script}"></script>`,
  )
}

/** Runs in our page. */
function captured() {
  const treeOf = (node) =>
    node.nodeType === Node.TEXT_NODE
      ? node.data
      : {
          name: node.localName,
          // React has a form of its own for these, and they show nothing that we need.
          attributes: Object.fromEntries(
            [...node.attributes]
              .filter(({ name }) => !['style', 'value', 'checked', 'popover'].includes(name))
              .map(({ name, value }) => [name, value]),
          ),
          style: Object.fromEntries(
            [...node.style].map((name) => [name, node.style.getPropertyValue(name)]),
          ),
          children: [...node.childNodes]
            .filter(({ nodeType }) => nodeType === Node.TEXT_NODE || nodeType === Node.ELEMENT_NODE)
            .map(treeOf),
        }
  const app = document.querySelector('#app')
  const { pathname } = new URL('.', location.href)
  const addressOf = (link) => new URL(link.href).pathname.replace(pathname, '../../own/')
  const of = (selector) => [...document.querySelectorAll(selector)].map(addressOf)
  return {
    tree: treeOf(app),
    styles: of('link[rel="stylesheet"]'),
    fonts: of('link[as="font"]'),
  }
}

function write(name, { styles, fonts }, body) {
  const folder = join(pagesFolder, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html>
<html lang="en" data-throughline>
  <head>
    <meta charset="utf-8" />
    <title>Bench</title>
    ${styles.map((href) => `<link rel="stylesheet" href="${href}" />`).join('\n    ')}
    ${fonts.map((href) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${href}" />`).join('\n    ')}
    <script>
      window.__bench = {
        ready: () => document.querySelector('#app svg') !== null && document.fonts.status === 'loaded',
        view: () => '',
      }
    </script>
  </head>
  <body>
    ${body}
  </body>
</html>
`,
  )
}
