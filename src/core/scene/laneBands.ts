import { fonts } from '#core/layout/fonts.ts'
import type { MeasureText } from '#core/layout/measureText.ts'
import { cutToWidth, wrapText } from '#core/layout/wrapText.ts'
import { fitColor } from './color.ts'
import type { Frame } from './frame.ts'
import type { LaneBand, PlacedText } from './scene.ts'
import type { SceneWords } from './sceneInput.ts'
import type { ShownLanes } from './shownLanes.ts'
import type { Theme } from './theme.ts'

/** No lane's name takes more, however high its lane. */
const mostLines = 4

/** Lanes with their names, which stay in sight: in the gutter, or inside the lane where there is none. */
export function laneBands(
  lanes: ShownLanes,
  scroll: number,
  frame: Frame,
  theme: Theme,
  words: SceneWords,
  measure: MeasureText,
): LaneBand[] {
  if (frame.orientation === 'vertical') return []
  const nameStart = frame.gutter < 140 ? 24 : 36
  const width = frame.gutter - nameStart - 10
  const measureName = (text: string): number => measure(text, 'lane')
  const titles = lanes.extents.map(({ lane }) => words.text(lanes.assignment.lanes[lane]?.title))
  const names = titles.map((title, place) => {
    const room = Math.floor(((lanes.extents[place]?.height ?? 0) - 3.5) / fonts.lane.lineHeight)
    return wrapText(title, width, Math.max(1, Math.min(room, mostLines)), measureName)
  })
  return lanes.extents.map(({ lane: index, top, height }, place) => {
    const lane = lanes.assignment.lanes[index]
    const y = frame.plot.y + top - scroll
    const color = lane?.color
      ? fitColor(lane.color, theme)
      : (theme.organizations[(lane?.order ?? 0) % theme.organizations.length] ?? theme.ink2)
    const title = titles[place] ?? ''
    const note = noteOf(place)
    const texts = frame.gutter > 0 ? inGutter() : inLane()
    return {
      key: lane?.id ?? '',
      name: title,
      box: { x: 0, y, width: frame.size.width, height },
      color,
      texts,
      swatch:
        title === ''
          ? undefined
          : frame.gutter > 0
            ? { x: nameStart - 14, y: (texts[0]?.y ?? y + height / 2) - 5, radius: 5 }
            : { x: 12, y: y + 11, radius: 3.5 },
    }

    function inGutter(): PlacedText[] {
      const name = linesOf(place)
      const showNote = note !== '' && height >= 30 + name.length * fonts.lane.lineHeight
      const block = name.length * fonts.lane.lineHeight + (showNote ? fonts.laneNote.lineHeight : 0)
      const first = y + (height - block) / 2
      const texts: PlacedText[] = name.map((text, line) => ({
        text,
        x: nameStart,
        y: first + line * fonts.lane.lineHeight + 13,
        anchor: 'start',
        style: 'lane',
        color: theme.ink,
      }))
      if (showNote) {
        texts.push({
          text: wrapText(note, width, 1, (text) => measure(text, 'laneNote')).lines[0]?.text ?? '',
          x: nameStart,
          y: first + name.length * fonts.lane.lineHeight + 11,
          anchor: 'start',
          style: 'laneNote',
          color: theme.ink3,
        })
      }
      return texts
    }

    function inLane(): PlacedText[] {
      if (title === '' || frame.laneHead === 0) return []
      return [
        { text: title, x: 20, y: y + 15, anchor: 'start', style: 'laneNote', color: theme.ink2 },
      ]
    }
  })

  /** Who shares the lane, of those that a filter leaves: how many, or the only one. */
  function noteOf(place: number): string {
    const [only, ...others] = lanes.organizations[place] ?? []
    if (others.length > 0) return words.organizations(1 + others.length)
    const name = words.text(only?.shortName ?? only?.name)
    return name === titles[place] ? '' : name
  }

  /** A name is cut at its end; where another lane's would then look the same, before its end. */
  function linesOf(place: number): string[] {
    const lines = names[place]?.lines.map(({ text }) => text) ?? []
    const title = titles[place] ?? ''
    const last = lines.pop() ?? ''
    const isTwin = names.some(
      (name, other) => name.lines.at(-1)?.text === last && titles[other] !== title,
    )
    if (!names[place]?.cut || !isTwin) return [...lines, last]
    const end = /\S{0,4}$/u.exec(title)?.[0] ?? ''
    return [...lines, cutToWidth(last.slice(0, -1), width - measureName(end), measureName) + end]
  }
}
