import { describe, expect, it } from 'vitest'
import { isWritten, makeJsonSchema } from './writeJsonSchema.mjs'

describe('public/schema/timeline.v1.json', () => {
  it('is what the code says (if not: node scripts/writeJsonSchema.mjs)', async () => {
    expect(await isWritten()).toBe(true)
  })

  it('asks for what the format asks for, and allows more', async () => {
    const schema = JSON.parse(await makeJsonSchema())
    expect(schema.required).toEqual(['version', 'title', 'events'])
    expect(schema.$defs.event.required).toEqual(['date', 'title'])
    expect(schema.$defs.event.additionalProperties).not.toBe(false)
    expect(schema.$defs.event.properties.importance).toMatchObject({ minimum: 1, maximum: 5 })
  })
})
