import { fontFamilies } from '#core/layout/fonts.ts'
import type { Size } from '#core/scene/frame.ts'
import { organizationColors } from '#core/scene/organizationColors.ts'
import { captionGaps, layoutCaption, type SetText } from '#core/scene/stageCaption.ts'
import { stageFrame } from '#core/scene/stageFrame.ts'
import { layoutStage } from '#core/scene/stageLayout.ts'
import { drawStage } from '#core/scene/stageScene.ts'
import { readable, stageTheme } from '#core/scene/stageTheme.ts'
import { themes } from '#core/scene/theme.ts'
import { node, type SvgNode } from '#render/svg/svgShapes.ts'
import { svgString } from '#render/svg/svgString.ts'
import type { StepList } from '#state/steps.ts'
import { captionTexts, fittingSources } from './captionTexts.ts'
import type { PictureSubject } from './pictureOf.ts'
import { shownStep } from './shownStep.ts'

/** Units of the foot line's type. */
const footSize = 10.4

/** One step of a presentation with its caption, as a standalone SVG file of `size` CSS pixels. */
export function stagePicture(
  subject: PictureSubject,
  steps: StepList,
  index: number,
  size: Size,
): string {
  const { table, derived, messages, state, measure, face } = subject
  const { matching, count } = derived.matching(state.filter)
  const theme = stageTheme(themes[subject.theme])
  const input = { ...shownStep(steps, index, { ...subject, size, matching }), measure }
  const frame = stageFrame(size)
  const step = steps.at(index)
  const words = captionTexts(step, count, messages.story, subject)
  const { overline, title, text, figure } = layoutCaption(words, input, face)
  const owner = step.row === undefined ? undefined : table.event(step.row)?.organizations[0]?.id
  const own = owner === undefined ? undefined : organizationColors(table.document, theme).get(owner)

  const left = column(frame.left, frame.captionTop, 'start')
  left.add(overline, theme.ink2, 450)
  left.skip(captionGaps.afterOverline)
  left.add(title, theme.ink, 650, 'serif')
  left.skip(captionGaps.afterTitle)
  if (text) left.add(text, theme.ink, 400)
  const right = column(frame.right, frame.captionTop, 'end')
  if (figure) {
    const beside = figure.place === 'beside' ? right : left
    if (figure.place === 'under') left.skip(captionGaps.aboveFigure)
    if (figure.prefix) beside.add(figure.prefix, theme.ink2, 450)
    beside.add(figure.value, own === undefined ? theme.ink : readable(own, theme), 700)
    if (figure.unit) beside.add(figure.unit, theme.ink, 600)
    if (figure.label) beside.add(figure.label, theme.ink2, 450)
  }
  const layout = layoutStage(input)
  const told =
    step.index === 0 ? messages.story.overview : messages.story.place(step.index, steps.length - 1)
  const place = layout.hidden > 0 ? `${told}\u2003${messages.story.more(layout.hidden)}` : told
  const widthOf = (said: string): number =>
    face(said, { family: 'sans', size: footSize, weight: 400 })
  const sources = fittingSources(
    step.sources.map(({ label }) => label),
    messages.story.sources,
    (said) => widthOf(said) <= frame.right - frame.left - widthOf(place) - 24,
  )
  const feet = [
    column(frame.left, frame.footY - 10, 'start'),
    column(frame.right, frame.footY - 10, 'end'),
  ]
  for (const [at, line] of [place, sources].entries()) {
    feet[at]?.add({ lines: [line], size: footSize, leading: 13 }, theme.ink2, 400)
  }
  return svgString(
    drawStage(layout),
    [left, right, ...feet].flatMap(({ nodes }) => nodes),
  )
}

/** Lines of text, one under another from `top`, in units of the stage. */
function column(x: number, top: number, anchor: 'start' | 'end') {
  const nodes: SvgNode[] = []
  let y = top
  return {
    nodes,
    skip: (gap: number): void => {
      y += gap
    },
    add: (
      { lines, size, leading }: SetText,
      fill: string,
      weight: number,
      family: 'sans' | 'serif' = 'sans',
    ): void => {
      for (const text of lines) {
        const attributes = {
          x,
          // As a browser sets a line: the letters in its middle, a fifth of them below the baseline.
          y: y + leading / 2 + size * 0.35,
          fill,
          'font-size': size,
          'font-weight': weight,
          'font-family': fontFamilies[family],
          'text-anchor': anchor,
        }
        nodes.push({ ...node('text', `caption${anchor}${nodes.length}${y}`, attributes), text })
        y += leading
      }
    },
  }
}
