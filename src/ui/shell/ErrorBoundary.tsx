import { Component, type ReactNode } from 'react'

import { Notice } from '#ui/shared/Notice.tsx'
import controls from '#ui/shared/controls.module.css'

interface ErrorBoundaryProps {
  readonly words: { readonly broken: string; readonly brokenText: string; readonly reload: string }
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly error: Error | undefined
}

/** Says that the program broke instead of leaving an empty page. React offers this only to classes. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: undefined }

  static getDerivedStateFromError(thrown: unknown): ErrorBoundaryState {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) }
  }

  override render(): ReactNode {
    const { words, children } = this.props
    const { error } = this.state
    if (error === undefined) return children
    return (
      <Notice title={words.broken}>
        <p>{words.brokenText}</p>
        <p>{error.message}</p>
        <div>
          <button
            type="button"
            className={controls.button}
            onClick={() => window.location.reload()}
          >
            {words.reload}
          </button>
        </div>
      </Notice>
    )
  }
}
