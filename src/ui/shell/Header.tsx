import { useId, type RefObject } from 'react'

import { useTimeline } from '#ui/TimelineContext.tsx'
import { SearchBox } from '#ui/filter/SearchBox.tsx'
import { IconButton } from '#ui/shared/IconButton.tsx'
import { Icon } from '#ui/shared/Icon.tsx'
import controls from '#ui/shared/controls.module.css'
import { PresentButton } from '#ui/story/PresentButton.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import css from './Header.module.css'

interface HeaderProps {
  /** Folded: only the title, and buttons that bring the rest. */
  readonly folded: boolean
  readonly open: boolean
  readonly onToggle: () => void
  readonly onSearch: () => void
  readonly onShare: () => void
  readonly onAbout: () => void
  readonly searchInput: RefObject<HTMLInputElement | null>
}

/** Title, search and the page's own controls. */
export function Header(props: HeaderProps) {
  const { table, messages, text, surroundings } = useTimeline()
  const { openAnother } = surroundings
  const controlsId = useId()
  const words = messages.header
  const subtitle = text(table.document.subtitle)

  return (
    <header part="header" className={css.header}>
      <div className={css.titles}>
        <h1 className={css.title}>{text(table.document.title)}</h1>
        {subtitle !== '' && <p className={css.subtitle}>{subtitle}</p>}
      </div>
      {props.folded && (
        <div className={css.toggles}>
          <IconButton icon="search" label={messages.search.label} onClick={props.onSearch} />
          <IconButton
            icon={props.open ? 'close' : 'menu'}
            label={props.open ? words.less : words.more}
            aria-expanded={props.open}
            aria-controls={controlsId}
            onClick={props.onToggle}
          />
        </div>
      )}
      <div id={controlsId} className={css.controls} hidden={props.folded && !props.open}>
        <SearchBox inputRef={props.searchInput} />
        <button
          type="button"
          className={controls.button}
          aria-haspopup="dialog"
          onClick={props.onShare}
        >
          <Icon name="link" />
          {words.share}
        </button>
        <PresentButton />
        <span className={css.quiet}>
          <LanguageSwitch />
          <ThemeSwitch />
          {openAnother !== undefined && (
            <button
              type="button"
              className={`${controls.button} ${controls.quiet}`}
              aria-haspopup="dialog"
              onClick={openAnother}
            >
              <Icon name="open" />
              {words.open}
            </button>
          )}
          <button
            type="button"
            className={`${controls.button} ${controls.quiet}`}
            aria-haspopup="dialog"
            onClick={props.onAbout}
          >
            <Icon name="about" />
            {words.about}
          </button>
        </span>
      </div>
    </header>
  )
}
