import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeDocument } from './writeDocument.mjs'

const folder = mkdtempSync(join(tmpdir(), 'throughline-sets-'))
afterAll(() => rmSync(folder, { recursive: true }))

const head = { version: 1, title: 'Some' }
const some = Array.from({ length: 5000 }, (_, i) => ({ date: '2001', title: `Event ${i}` }))

describe('writeDocument', () => {
  it('writes one document of JSON', async () => {
    const file = join(folder, 'deep', 'some.json')
    expect(await writeDocument(file, head, some)).toBe(5000)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...head, events: some })
    expect(await writeDocument(file, head, [])).toBe(0)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...head, events: [] })
  })

  it('writes lines, the head first', async () => {
    const file = join(folder, 'some.ndjson')
    expect(await writeDocument(file, head, some)).toBe(5000)
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual([head, ...some])
  })

  it('leaves no half of a file under its name', async () => {
    const file = join(folder, 'broken.json')
    function* broken() {
      yield* some
      throw new Error('The source broke')
    }
    await expect(writeDocument(file, head, broken())).rejects.toThrow('The source broke')
    expect(readdirSync(folder)).not.toContain('broken.json')
  })
})
