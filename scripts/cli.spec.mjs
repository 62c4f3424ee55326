/** Runs the built command line the way a shell does: arguments, streams and exit codes. */
import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from './findBrowser.mjs'

const cli = resolve('lib/cli.js')
const story = resolve('public/timeline.json')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes a file into the folder of these tests. */
function file(name, content) {
  writeFileSync(join(folder, name), content)
  return name
}

/** @returns {Promise<{code: number | null, out: string, talk: string}>} */
function run(args, { input, env } = {}) {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
  })
  const said = { out: [], talk: [] }
  child.stdout.on('data', (piece) => said.out.push(piece))
  child.stderr.on('data', (piece) => said.talk.push(piece))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((done) => {
    child.on('close', (code) =>
      done({
        code,
        out: Buffer.concat(said.out).toString(),
        talk: Buffer.concat(said.talk).toString(),
      }),
    )
  })
}

const good = '{"version": 1, "title": "A", "events": [{"date": "2014", "title": "One"}]}'
const faulty = `{
  "version": 1,
  "title": "A",
  "events": [
    { "date": "31 May 2016", "title": "Founded" },
    { "date": "2017", "title": "Kept", "importance": "high" }
  ]
}
`

describe('throughline', () => {
  it('says what it can do, and its version', async () => {
    const [help, nothing, version] = await Promise.all([
      run(['--help']),
      run([]),
      run(['--version']),
    ])
    expect(help).toMatchObject({ code: 0, talk: '' })
    expect(help.out).toContain('Usage: throughline COMMAND')
    expect(nothing).toMatchObject({ code: 2, out: '' })
    expect(nothing.talk).toContain('See throughline --help.')
    const { version: own } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(version).toEqual({ code: 0, out: `${own}\n`, talk: '' })
  })
})

describe('throughline validate', () => {
  it('has nothing to say of the shipped timeline on standard output', async () => {
    const { code, out, talk } = await run(['validate', '--strict', story])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(talk).toMatch(/timeline\.json: \d+ events, no problems\n$/)
  })

  it('gives one line for each problem, with its place', async () => {
    const { code, out, talk } = await run(['validate', file('faulty.json', faulty)])
    expect(code).toBe(1)
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBe(
      'faulty.json:5:15: error date-unreadable The date "31 May 2016" cannot be read. Write 2016-05-31. The event was left out.',
    )
    expect(lines[1]).toMatch(/^faulty\.json:6:54: warning value-unusable /)
    expect(talk).toBe('faulty.json: 1 event, 1 error, 1 warning\n')
  })

  it('says what the README says that it says', async () => {
    const readme = readFileSync(resolve('README.md'), 'utf8')
    const [, document = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? []
    const [, told = ''] = /^(public\/mine\.json:[\s\S]*?)```/m.exec(readme) ?? []
    const mistaken = document.replace('1831-12-27', '27 December 1831')
    const { code, out, talk } = await run(['validate', file('mine.json', mistaken)])
    expect(code).toBe(1)
    expect((out + talk).replaceAll('mine.json', 'public/mine.json')).toBe(told)
  })

  it('is stricter when asked', async () => {
    const odd = file('odd.json', good.replace('"One"', '"One", "importance": 9'))
    expect(await run(['validate', odd])).toMatchObject({ code: 0 })
    expect(await run(['validate', '--strict', odd])).toMatchObject({ code: 1 })
  })

  it('checks each of several files, and says which could not be read', async () => {
    const names = [file('good.json', good), 'missing.json', '.', file('faulty.json', faulty)]
    const { code, out, talk } = await run(['validate', ...names])
    expect(code).toBe(2)
    expect(out).toMatch(/^faulty\.json:5:15: error/)
    expect(talk).toContain('good.json: 1 event, no problems')
    expect(talk).toContain('missing.json: There is no such file or folder.')
    expect(talk).toContain('.: This is a folder, not a file.')
  })

  it('reads standard input, and a byte order mark', async () => {
    const { code, talk } = await run(['validate', '-'], { input: `\ufeff${good}` })
    expect({ code, talk }).toEqual({ code: 0, talk: '<stdin>: 1 event, no problems\n' })
    expect(await run(['validate', '-'], { input: '' })).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^<stdin>:1:1: error empty /),
    })
  })

  it.each([
    ['utf16.json', Buffer.from(`\ufeff${good}`, 'utf16le'), /^utf16\.json:1:1: error is-utf16 /],
    ['broken.json', '{\n "events": [1 2]\n}', /^broken\.json:2:15: error missing-comma /],
    ['list.txt', 'no JSON at all', /^list\.txt:1:1: error /],
  ])('says what %s is', async (name, content, line) => {
    const { code, out } = await run(['validate', file(name, content)])
    expect(code).toBe(1)
    expect(out).toMatch(line)
  })

  it('gives JSON to programs', async () => {
    const names = [file('good.json', good), file('faulty.json', faulty)]
    const { code, out, talk } = await run(['validate', '--json', ...names])
    expect({ code, talk }).toEqual({ code: 1, talk: '' })
    const report = JSON.parse(out)
    expect(report).toMatchObject({
      version: 1,
      files: [
        { file: 'good.json', events: 1, errors: 0, warnings: 0, notes: 0, problems: [] },
        { file: 'faulty.json', events: 1, errors: 1, warnings: 1, notes: 0 },
      ],
    })
    expect(report.files[1].problems[0]).toEqual({
      code: 'date-unreadable',
      severity: 'error',
      path: 'events[0].date',
      line: 5,
      column: 15,
      message: expect.any(String),
      hint: expect.any(String),
    })
  })

  it('is called with a file', async () => {
    expect(await run(['validate'])).toMatchObject({ code: 2, out: '' })
    expect(await run(['validate', '--nope', story])).toMatchObject({ code: 2, out: '' })
  })
})

describe('throughline convert', () => {
  const sheet = 'When,What,Who\n2019-03-04,A thing,Ann\n03/04/2018,Another,Bo\n'

  it('makes a document of a table, and tells what it took for what', async () => {
    const { code, out, talk } = await run(['convert', file('sheet.csv', sheet)])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ version: 1, events: [{ title: 'A thing' }, {}] })
    expect(talk).toContain('date=When, title=What')
    expect(talk).toContain('sheet.csv:3:1: warning import-date-order')
  })

  it('makes one of a TimelineJS file, found out by itself', async () => {
    const slides = {
      title: { text: { headline: 'Slides' } },
      events: [{ start_date: { year: '2014', month: '3' }, text: { headline: 'One' } }],
    }
    const { code, out } = await run(['convert', '-'], { input: JSON.stringify(slides) })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      title: 'Slides',
      events: [{ date: '2014-03', title: 'One' }],
    })
  })

  it('takes the columns and the order that it is given', async () => {
    const input = Buffer.from(`\ufeff${sheet}`, 'utf16le')
    const args = ['convert', '-', '--map', 'date=When,title=Who', '--date-order', 'day-first']
    const { code, out } = await run([...args, '-o', 'made.json'], { input })
    expect({ code, out }).toEqual({ code: 0, out: '' })
    const { events } = JSON.parse(readFileSync(join(folder, 'made.json'), 'utf8'))
    expect(events).toMatchObject([
      { date: '2019-03-04', title: 'Ann' },
      { date: '2018-04-03', title: 'Bo' },
    ])
    expect(await run(['validate', 'made.json'])).toMatchObject({ code: 0 })
  })

  it.each(['csv', 'ics'])('brings a document to %s and back', async (format) => {
    const there = await run(['convert', story, '-o', `story.${format}`])
    expect(there).toMatchObject({ code: 0, out: '' })
    const back = await run(['convert', `story.${format}`, '--to', 'json'])
    expect(back.code).toBe(0)
    const before = JSON.parse(readFileSync(story, 'utf8'))
    const after = JSON.parse(back.out)
    expect(after.title).toEqual(before.title)
    expect(after.events.map(({ id }) => id)).toEqual(before.events.map(({ id }) => id))
  })

  it("writes TimelineJS's spreadsheet", async () => {
    const { code, out } = await run(['convert', story, '--to', 'knightlab'])
    expect(code).toBe(0)
    expect(out).toMatch(/^Year,Month,Day,Time,End Year/)
  })

  it.each([
    [['convert', 'sheet.csv', '--map', 'date=Nowhere'], 2, 'there is no column Nowhere'],
    [['convert', 'sheet.csv', '-o', 'x.docx'], 2, 'does not say what to write'],
    [['convert', 'sheet.csv', '--from', 'xls'], 2, '--from xls is not known'],
    [['convert', story], 2, 'This is a document already.'],
    [['convert', 'noise.bin'], 1, 'error import-unknown'],
  ])('%j', async (args, code, says) => {
    file('sheet.csv', sheet)
    file('noise.bin', '%PDF-1.7')
    const result = await run(args)
    expect(result).toMatchObject({ code, out: '' })
    expect(result.talk).toContain(says)
  })
})

describe('throughline render', () => {
  const golden = (name) => readFileSync(resolve(`src/core/scene/golden/${name}.svg`), 'utf8')

  it('draws exactly what the page draws', async () => {
    const [light, dark] = await Promise.all([
      run(['render', story, '--size', '1000x640']),
      run(['render', story, '--size', '1000x640', '--theme', 'dark', '--lang', 'zh-Hans']),
    ])
    expect(light.code).toBe(0)
    expect(light.out === golden('desktop')).toBe(true)
    expect(dark.out === golden('dark-chinese')).toBe(true)
  })

  it('draws a step with its caption, in both languages', async () => {
    const args = ['render', story, '--state', 'mode=present&step=3', '--size', '1920x1080']
    const [english, chinese] = await Promise.all([
      run([...args, '-o', 'step.svg']),
      run([...args, '--lang', 'zh']),
    ])
    expect(english).toMatchObject({ code: 0, out: '', talk: 'Wrote step.svg\n' })
    const { story: steps } = JSON.parse(readFileSync(story, 'utf8'))
    const drawn = readFileSync(join(folder, 'step.svg'), 'utf8')
    expect(drawn).toContain(`>${steps[2].title.en}<`)
    expect(chinese.out).toContain(`>${steps[2].title['zh-Hans']}<`)
    expect(chinese.out).toMatch(/^<svg [^>]*width="1920"[^>]*height="1080"/)
  })

  it('draws what can be read of a faulty file, and says so', async () => {
    const { code, out, talk } = await run(['render', file('faulty.json', faulty)])
    expect(code).toBe(1)
    expect(out).toContain('Kept')
    expect(talk).toContain('throughline validate lists them')
    expect(await run(['render', file('broken.json', '{')])).toMatchObject({ code: 1, out: '' })
  })

  it.each([
    [['render', story, '--state', 'org=nobody'], 'org=nobody is not in this document'],
    [['render', story, '--state', 'step=x'], 'step=x is not understood'],
    [['render', story, '--size', 'big'], 'is no size'],
    [['render', story, '-o', 'x.gif'], 'must end in .svg, .png or .pdf'],
    [['render', story, '-o', 'no/such/folder.svg'], 'There is no such file or folder.'],
    [['render', 'missing.json'], 'There is no such file or folder.'],
    [['render'], 'No file was given.'],
  ])('%j is wrong usage', async (args, says) => {
    const result = await run(args)
    expect(result).toMatchObject({ code: 2, out: '' })
    expect(result.talk).toContain(says)
  })

  it('makes a PNG and a PDF with the browser that is there', async () => {
    const found = await findChromium()
    if (found === undefined) {
      console.log('NOT RUN: there is no Chromium here.')
      return
    }
    const { executablePath = chromium.executablePath(), env } = found.launchOptions
    const settings = { env: { ...env, CHROMIUM_PATH: executablePath } }
    const args = ['render', story, '--size', '800x450', '--lang', 'zh-Hans']
    const [png, pdf] = await Promise.all([
      run([...args, '-o', 'story.png'], settings),
      run([...args, '-o', 'story.pdf', '--state', 'mode=present&step=2'], settings),
    ])
    expect(png).toEqual({ code: 0, out: '', talk: 'Wrote story.png\n' })
    expect(pdf).toEqual({ code: 0, out: '', talk: 'Wrote story.pdf\n' })
    const picture = readFileSync(join(folder, 'story.png'))
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([800, 450])
    // A drawing of paper alone packs to almost nothing.
    expect(picture.length).toBeGreaterThan(20_000)
    const pages = readFileSync(join(folder, 'story.pdf')).toString('latin1')
    expect(pages).toMatch(/^%PDF-/)
    expect(pages.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(pages).toMatch(/\/MediaBox \[0 0 600 337\.\d+\]/)
  })

  it('says so when what it takes for a browser is none', async () => {
    const env = { CHROMIUM_PATH: process.execPath }
    const result = await run(['render', story, '-o', 'x.png'], { env })
    expect(result).toMatchObject({ code: 2, out: '' })
    expect(result.talk).toContain('does not start, or broke off.')
  })

  it('says what to do where no browser is at hand', async () => {
    const env = { PATH: folder, CHROMIUM_PATH: '', CHROME_PATH: '' }
    const result = await run(['render', story, '-o', 'x.png'], { env })
    expect(result.code).toBe(process.platform === 'linux' ? 2 : result.code)
    expect(result.talk).toMatch(/CHROMIUM_PATH|Wrote/)
  })
})

describe('throughline tile', () => {
  it('cuts the shipped timeline, twice into the same bytes', async () => {
    if (!existsSync('node_modules/@duckdb/node-api')) {
      console.log('NOT RUN: DuckDB is not installed here.')
      return
    }
    const once = await run(['tile', story, '-o', 'once'])
    expect(once).toMatchObject({ code: 0, out: '' })
    expect(once.talk).toMatch(/once: \d+ events in \d+ tiles of \d+ levels/)
    await run(['tile', story, '-o', 'twice'])
    for (const name of ['tiles.json', '0/0.json']) {
      const [first, second] = ['once', 'twice'].map((set) => readFileSync(join(folder, set, name)))
      expect(first.equals(second)).toBe(true)
    }
    const { count, document } = JSON.parse(readFileSync(join(folder, 'once/tiles.json'), 'utf8'))
    const { events, title } = JSON.parse(readFileSync(story, 'utf8'))
    expect({ count, title: document.title }).toEqual({ count: events.length, title })
    expect(await run(['tile', story, '-o', 'once'])).toMatchObject({ code: 2, out: '' })
  })

  it('says how to get the database where there is none', async () => {
    const lone = join(folder, 'lone')
    cpSync('lib', join(lone, 'lib'), { recursive: true })
    writeFileSync(join(lone, 'package.json'), '{"type": "module"}')
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(lone, 'lib/cli.js'), 'tile', story, '-o', join(lone, 'set')],
      { encoding: 'utf8' },
    )
    expect(status).toBe(2)
    expect(stderr).toContain('npm install @duckdb/node-api')
    expect(readdirSync(lone).toSorted()).toEqual(['lib', 'package.json'])
  })
})
