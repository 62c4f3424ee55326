/** Many texts that can be searched for a piece of text at the speed of the machine's own search. */
export interface TextBlocks {
  /** How many texts there are. */
  readonly length: number
  /** Marks each text in which the word occurs, by its place. A word has no line break in it. */
  find(word: string): Uint8Array
}

/** Characters of one block: long enough to search without a pause, short enough to be made at once. */
const blockLength = 1 << 18

interface Block {
  readonly text: string
  /** Place of the first text in it. */
  readonly first: number
  /** Where in the block each text starts, and where the last one ends. */
  readonly starts: Uint32Array
}

/**
 * Joins texts, line by line, into blocks. No index of words: a piece of a word is found, too, and in
 * writing without blanks there are no words; going through a million titles takes the engine's
 * `indexOf` some tens of milliseconds.
 */
export function gatherTexts(): { add(text: string): void; done(): TextBlocks } {
  const blocks: Block[] = []
  let lines: string[] = []
  let starts: number[] = [0]
  let at = 0
  let count = 0

  const close = (): void => {
    if (lines.length === 0) return
    const first = count - lines.length
    blocks.push({ text: lines.join('\n'), first, starts: Uint32Array.from(starts) })
    lines = []
    starts = [0]
    at = 0
  }
  return {
    add(text) {
      lines.push(text)
      at += text.length + 1
      starts.push(at)
      count += 1
      if (at >= blockLength) close()
    },
    done() {
      close()
      return {
        length: count,
        find(word) {
          const found = new Uint8Array(count)
          for (const block of blocks) mark(block, word, found)
          return found
        },
      }
    },
  }
}

function mark({ text, first, starts }: Block, word: string, found: Uint8Array): void {
  let line = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[line])) {
    line = lineAt(starts, at, line)
    found[first + line] = 1
    // One match is enough: on to the next text.
    line += 1
    if (line >= starts.length - 1) return
  }
}

/** The last line that starts at or before `at`, from `low` on. */
function lineAt(starts: Uint32Array, at: number, from: number): number {
  let [low, high] = [from, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((starts[middle] ?? Infinity) <= at) low = middle
    else high = middle - 1
  }
  return low
}
