import { describe, expect, it } from 'vitest'

import { findBrowser } from './findBrowser.ts'

const having =
  (...files: readonly string[]) =>
  (path: string): boolean =>
    files.includes(path)

describe('findBrowser', () => {
  it('takes the one that is named', () => {
    const named = { CHROMIUM_PATH: '/x/chrome', PATH: '/bin' }
    expect(findBrowser(named, 'linux', having('/x/chrome', '/bin/chromium'))).toBe('/x/chrome')
    expect(() => findBrowser(named, 'linux', having('/bin/chromium'))).toThrow('nothing there')
  })

  it('looks along the path, and where systems put theirs', () => {
    const around = { PATH: '/a:/b' }
    expect(findBrowser(around, 'linux', having('/b/google-chrome'))).toBe('/b/google-chrome')
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    expect(findBrowser({}, 'win32', having(edge))).toBe(edge)
  })

  it('says what to do without one', () => {
    expect(() => findBrowser({ PATH: '/a' }, 'linux', having())).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('-o OUT.svg') }),
    )
  })
})
