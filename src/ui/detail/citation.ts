export interface CitationParts {
  readonly title: string
  readonly date: string
  readonly timeline: string
  /** The word "Sources". */
  readonly sourcesTitle: string
  readonly sources: readonly string[]
  readonly url: string
}

/** A citation as plain text: what, when, in which timeline, by which sources, where. */
export function citation(parts: CitationParts): string {
  const list = parts.sources.map((source) => `- ${source}`)
  return [
    `${parts.title} (${parts.date})`,
    parts.timeline,
    ...(list.length > 0 ? [`${parts.sourcesTitle}:`, ...list] : []),
    parts.url,
  ].join('\n')
}
