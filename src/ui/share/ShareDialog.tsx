import { useId } from 'react'

import { formatSpan } from '#core/time/formatDate.ts'
import { localeNames, locales } from '#i18n/locales.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { CopyButton } from '#ui/shared/CopyButton.tsx'
import { Dialog } from '#ui/shared/Dialog.tsx'
import controls from '#ui/shared/controls.module.css'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import { useFilterLines } from '#ui/shared/useFilterLines.ts'
import { Choice } from './Choice.tsx'
import { shareMessagesIn } from './shareMessages.ts'
import { SaveFiles } from './SaveFiles.tsx'
import { SharePart } from './SharePart.tsx'
import { SharePreview } from './SharePreview.tsx'
import { frameSizes, snippetKinds, type FrameSize } from './shareSnippets.ts'
import { useShare } from './useShare.ts'
import css from './ShareDialog.module.css'

const selectSettled = (state: TimelineStoreState) => state.settled

const sizes = ['slide', 'page', 'phone'] as const
const owners = ['readers', 'here'] as const

/** Takes what is shown along: a link, or the lines that put it into a page or a deck. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { table, messages, locale, dateWords, theme } = useTimeline()
  const words = shareMessagesIn(locale)
  const eventWords = useEventWords()
  const filterLines = useFilterLines()
  const settled = useTimelineStore(selectSettled)
  const share = useShare()
  const snippetId = useId()
  const { state, possible, choices, choose, begins } = share
  const { kind, size, parts } = choices

  const selected = table.rowOf(state.event)
  const viewParts = [
    state.range === undefined || settled === undefined ? '' : formatSpan(settled.span, dateWords),
    selected === undefined ? (state.event ?? '') : eventWords.title(selected),
    state.view === 'list' ? words.asList : '',
  ].filter((part) => part !== '')
  const measures = (option: FrameSize): string => {
    const { width, height, fills } = frameSizes[option]
    return fills ? words.fullWidth(height) : words.measures(width, height)
  }
  const hereOf = (value: string) => (owner: (typeof owners)[number]) =>
    owner === 'here' ? words.asHere(value) : words.readers

  return (
    <Dialog title={words.title} closeLabel={messages.app.close} onClose={onClose} size="page">
      <div className={css.share}>
        <div className={css.how}>
          <Choice
            legend={words.kind}
            options={snippetKinds}
            labelOf={(option) => words.kinds[option]}
            chosen={kind}
            onChoose={(kind) => choose({ kind })}
          />
          <p className={css.hint}>{words.kindText[kind]}</p>
          <label className="tl-visually-hidden" htmlFor={snippetId}>
            {words.snippet}
          </label>
          <textarea
            id={snippetId}
            className={css.snippet}
            readOnly
            rows={kind === 'link' || kind === 'markdown' ? 2 : 4}
            spellCheck={false}
            dir="ltr"
            value={share.snippet}
          />
          <div className={css.take}>
            <CopyButton
              key={kind}
              label={kind === 'link' ? words.copyLink : words.copySnippet}
              text={() => share.snippet}
            />
            {kind === 'link' && 'share' in navigator && (
              <button
                type="button"
                className={controls.button}
                onClick={() => void send(share.title, share.snippet)}
              >
                {words.sendLink}
              </button>
            )}
          </div>
          {share.cautions.map(({ code, host }) => (
            <p key={code} className={css.caution}>
              {words.cautions[code](host)}
            </p>
          ))}
        </div>

        <div className={css.options}>
          <fieldset className={css.choice}>
            <legend className={css.legend}>{words.what}</legend>
            <SharePart
              label={words.view}
              summary={
                begins
                  ? words.storyView
                  : viewParts.length === 0
                    ? words.everything
                    : viewParts.join(words.parts)
              }
              isPossible={possible.view && !begins}
              isChosen={parts.view}
              onChoose={(view) => choose({ parts: { ...parts, view } })}
            />
            <SharePart
              label={words.filters}
              summary={possible.filters ? filterLines.join(words.parts) : words.noFilters}
              isPossible={possible.filters}
              isChosen={parts.filters}
              onChoose={(filters) => choose({ parts: { ...parts, filters } })}
            />
            <SharePart
              label={words.story}
              summary={storySummary()}
              isPossible={possible.story}
              isChosen={parts.story}
              onChoose={(story) => choose({ parts: { ...parts, story } })}
            />
          </fieldset>
          <Choice
            legend={words.theme}
            options={owners}
            labelOf={hereOf(messages.header.themes[theme])}
            chosen={choices.theme}
            onChoose={(theme) => choose({ theme })}
          />
          <Choice
            legend={words.language}
            options={owners}
            labelOf={hereOf(localeNames[locales.find((one) => one === locale) ?? 'en'])}
            chosen={choices.lang}
            onChoose={(lang) => choose({ lang })}
          />
          <SaveFiles words={words.save} />
        </div>

        <div className={css.look}>
          <Choice
            legend={words.size}
            options={sizes}
            labelOf={(option) => words.sizes[option]}
            chosen={size}
            onChoose={(size) => choose({ size })}
          />
          {share.preview !== undefined && (
            <SharePreview
              src={share.preview}
              title={words.previewTitle(share.title)}
              size={size}
              caption={`${words.preview}${words.parts}${measures(size)}`}
            />
          )}
        </div>
      </div>
    </Dialog>
  )

  function storySummary(): string {
    const { index, title } = share.step
    if (!possible.story) return words.noSteps
    if (state.steps !== 'none') return words.atStep(index, title)
    return index === 0 ? words.fromOverview : words.fromStep(index, title)
  }
}

/** Hands a link to the sheet of the device, where that has one. */
async function send(title: string, url: string): Promise<void> {
  try {
    await navigator.share({ title, url })
  } catch {
    // Called off, or refused in a frame: the link still stands there to be copied.
  }
}
