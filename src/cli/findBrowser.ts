import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

import { UsageError } from './usage.ts'

const programs: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** Elsewhere they are on the path. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]

/** The path of a browser that can draw without a window. Throws a `UsageError` where there is none. */
export function findBrowser(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  exists: (path: string) => boolean = existsSync,
): string {
  const named = environment['CHROMIUM_PATH'] ?? environment['CHROME_PATH']
  if (named !== undefined && named !== '') {
    if (exists(named)) return named
    throw new UsageError(`CHROMIUM_PATH names ${named}, and there is nothing there.`)
  }
  const folders = platform === 'win32' ? [] : (environment['PATH'] ?? '').split(delimiter)
  const onPath = names.flatMap((name) =>
    folders.filter((folder) => folder !== '').map((folder) => join(folder, name)),
  )
  const found = [...(programs[platform] ?? []), ...onPath].find(exists)
  if (found !== undefined) return found
  throw new UsageError(
    'PNG and PDF need a Chromium, Chrome or Edge, and none was found.',
    'Install one, set CHROMIUM_PATH to one, or write an SVG, which needs none: -o OUT.svg.',
  )
}
