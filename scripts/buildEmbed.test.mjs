import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assemble, inlineJson, inlineScript } from './buildEmbed.mjs'

const hostile = '</script><!--<script> \u2028 \u2029 $& $1 & "quoted" 😀'

const page = assemble({
  template: readFileSync('embed.html', 'utf8'),
  script: `const a = '</script>'; const b = a.replace('x', '$&')`,
  style: '.a { color: red }',
  story: { title: hostile, events: [{ date: '2019', title: { en: hostile } }] },
})

describe('the embed page', () => {
  it('D75 carries any text of a document through the HTML, to the byte', () => {
    const [, json = ''] = /<script type="application\/json" id="document">(.*?)<\/script>/s.exec(
      page,
    )
    expect(JSON.parse(json).title).toBe(hostile)
    expect(JSON.parse(json).events[0].title.en).toBe(hostile)
    expect(json).not.toMatch(/[<\u2028\u2029]/)
  })

  it('allows exactly the script and the style that it has, by their hashes', () => {
    const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? ''
    const script = /<script>(.*?)<\/script>/s.exec(page)?.[1] ?? ''
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? ''
    expect(policy).toContain(`script-src ${hash(script)};`)
    expect(policy).toContain(`style-src ${hash(style)};`)
    expect(policy).not.toMatch(/unsafe|'self'/)
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style'))
  })

  it('keeps the script whole, and names no other file', () => {
    expect(page.match(/<script/g)).toHaveLength(2)
    expect(page).toContain(`a.replace('x', '$&')`)
    expect(page).not.toMatch(/\ssrc=|stylesheet|type="module"/)
  })

  it('tells readers without a script what happened when', () => {
    expect(page).toContain('<noscript><h1>&lt;/script&gt;')
    expect(page).toContain('<li>2019: &lt;/script&gt;')
  })
})

describe('inlineScript', () => {
  it('changes nothing that the script says', () => {
    const code = `"</script><!--<SCRIPT" === "<" + "/script><" + "!--<SCRIPT"`
    // oxlint-disable-next-line no-eval -- the very question is how it is read
    expect((0, eval)(inlineScript(code))).toBe(true)
    expect(inlineScript(code)).not.toMatch(/<\/script|<script|<!--/i)
  })
})

describe('inlineJson', () => {
  it('is the same value', () => {
    expect(JSON.parse(inlineJson({ a: hostile }))).toEqual({ a: hostile })
  })
})
