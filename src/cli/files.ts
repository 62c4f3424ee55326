import { readFile, writeFile } from 'node:fs/promises'
import type { Context } from './context.ts'
import { UsageError } from './usage.ts'

/** The name of standard input and output among files. */
export const standard = '-'

/** What a file is called in messages. */
export function shownName(file: string): string {
  return file === standard ? '<stdin>' : file
}

/** The bytes of a file, or of standard input. Throws a `UsageError` where there are none to be had. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return file === standard ? await readStandardInput() : await readFile(file)
  } catch (error) {
    throw new UsageError(`${shownName(file)}: ${reasonOf(error)}`)
  }
}

/** Writes a result to a file, or to standard output. */
export async function writeResult(
  file: string,
  content: string | Uint8Array,
  { out, talk }: Context,
): Promise<void> {
  if (file === standard) {
    out(content)
    return
  }
  try {
    await writeFile(file, content)
  } catch (error) {
    throw new UsageError(`${file}: ${reasonOf(error)}`)
  }
  talk(`Wrote ${file}`)
}

async function readStandardInput(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of process.stdin) {
    if (piece instanceof Uint8Array) pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  EISDIR: 'This is a folder, not a file.',
  ENOTDIR: 'A part of this path is a file, not a folder.',
  EACCES: 'Permission was denied.',
  EPERM: 'Permission was denied.',
  ENOSPC: 'There is no room left.',
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? (error instanceof Error ? error.message : String(error))
}
