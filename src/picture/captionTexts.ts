import type { Figure, Text } from '#core/model/document.ts'
import type { CaptionTexts, FigureTexts } from '#core/scene/stageCaption.ts'
import type { Messages } from '#i18n/messages.en.ts'
import type { TimelineStep } from '#state/steps.ts'

/** The language of a picture. */
interface Languages {
  /** BCP 47. */
  readonly locale: string
  readonly text: (text: Text | undefined) => string
}

/** What stands in the caption of a step. The overview's big number is that of its events. */
export function captionTexts(
  step: TimelineStep,
  events: number,
  messages: Messages['story'],
  languages: Languages,
): CaptionTexts {
  const names = step.organizationNames
  const overlines = Array.from({ length: names.length + 1 }, (_, hidden) => {
    const shown = names.slice(0, names.length - hidden).join(messages.comma)
    const rest = hidden > 0 ? `+${hidden}` : ''
    const told = [shown, rest].filter((part) => part !== '').join(' ')
    return [step.date, told].filter((part) => part !== '').join(messages.parts)
  })
  const counted: FigureTexts = {
    prefix: '',
    value: events.toLocaleString(languages.locale),
    unit: messages.events,
    label: '',
  }
  const told = step.figure && figureTexts(step.figure, languages)
  return {
    overlines: [...overlines, step.date],
    title: step.title,
    text: step.text,
    figure: step.index === 0 ? counted : told,
  }
}

/** A figure in parts. A percent sign stays with its number; a unit that the label names is not said twice. */
function figureTexts(figure: Figure, { locale, text }: Languages): FigureTexts {
  const unit = text(figure.unit)
  const label = text(figure.label)
  const number =
    typeof figure.value === 'number' ? figure.value.toLocaleString(locale) : text(figure.value)
  const sign = /^[%‰°]/.test(unit)
  const said = label.toLocaleLowerCase(locale).includes(unit.toLocaleLowerCase(locale))
  return {
    prefix: text(figure.prefix),
    value: sign ? `${number}${unit}` : number,
    unit: sign || said ? '' : unit,
    label,
  }
}

/** As many sources as fit into `room`, and how many more there are. */
export function fittingSources(
  labels: readonly string[],
  say: (shown: readonly string[], more: number) => string,
  fits: (text: string) => boolean,
): string {
  if (labels.length === 0) return ''
  for (let count = labels.length; count > 0; count -= 1) {
    const text = say(labels.slice(0, count), labels.length - count)
    if (fits(text)) return text
  }
  return say([], labels.length)
}
