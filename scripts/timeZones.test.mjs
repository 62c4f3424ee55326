/**
 * No date may move by a day, an hour or a word because of the zone of a machine. Everything that is
 * said and drawn of dates (src/formats/testing/tellTimes.ts) is told in processes of their own, one
 * for each zone: inside of one, a zone cannot be changed for what has been asked before.
 */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'

/**
 * West and east of Greenwich, with half hours, beyond 12 hours, and with days that never were. Beside
 * each what half past two in the night of 1 July 2016 is there in UTC: proof that the zone is in force.
 */
const zones = [
  ['America/New_York', '2016-07-01T06:30:00.000Z'],
  ['Asia/Shanghai', '2016-06-30T18:30:00.000Z'],
  ['Pacific/Apia', '2016-06-30T13:30:00.000Z'],
  ['Pacific/Kiritimati', '2016-06-30T12:30:00.000Z'],
  ['Europe/London', '2016-07-01T01:30:00.000Z'],
  ['America/St_Johns', '2016-07-01T05:00:00.000Z'],
]
const folder = resolve('.cache/timeZones')

const script = `
  import { readFileSync } from 'node:fs'
  import { tellTimes } from ${JSON.stringify(pathToFileURL(`${folder}/tellTimes.mjs`).href)}
  const own = new Date(2016, 6, 1, 2, 30).toISOString()
  const lines = tellTimes(readFileSync('public/timeline.json', 'utf8'))
  process.stdout.write([own, ...lines].join('\\n'))
`

/** What a machine in the zone tells: its own clock first, then ours. */
async function tellIn(zone) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TZ: zone },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.setEncoding('utf8')
  for await (const piece of child.stdout) text += piece
  const [clock, ...lines] = text.split('\n')
  return { clock, lines }
}

describe('in every time zone', () => {
  let utc

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true })
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: 'src/formats/testing/tellTimes.ts',
        outDir: folder,
        minify: false,
        rolldownOptions: { output: { entryFileNames: 'tellTimes.mjs' } },
      },
    })
    utc = await tellIn('UTC')
  })

  it('there is something to tell', () => {
    expect(utc.clock).toBe('2016-07-01T02:30:00.000Z')
    expect(utc.lines.length).toBeGreaterThan(2000)
    expect(utc.lines.join()).toContain('"30 December 2011"')
  })

  it.each(zones)('the same is told and drawn: %s', async (zone, expectedClock) => {
    const { clock, lines } = await tellIn(zone)
    expect(clock).toBe(expectedClock)
    expect(lines.find((line, at) => line !== utc.lines[at])).toBeUndefined()
    expect(lines).toHaveLength(utc.lines.length)
  })
})
