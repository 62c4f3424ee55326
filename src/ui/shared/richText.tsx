import { Fragment, useMemo } from 'react'

import { Highlighted } from './Highlighted.tsx'
import { parseRichText, type Inline } from './parseRichText.ts'

/**
 * A text of the document with its small Markdown subset (see `parseRichText`) as React elements;
 * what the search looks for is marked. Headings become `h3`.
 */
export function RichText({ text }: { readonly text: string }) {
  const blocks = useMemo(() => parseRichText(text), [text])
  return blocks.map((block, at) => {
    // The text never changes in place: the place of a block is its name.
    if (block.kind === 'list') {
      return (
        <ul key={at}>
          {block.entries.map((entry, place) => (
            <li key={place}>
              <Inlines inlines={entry} />
            </li>
          ))}
        </ul>
      )
    }
    const Tag = block.kind === 'heading' ? 'h3' : 'p'
    return (
      <Tag key={at}>
        <Inlines inlines={block.children} />
      </Tag>
    )
  })
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map((inline, at) => (
    <Fragment key={at}>
      <InlineText inline={inline} />
    </Fragment>
  ))
}

function InlineText({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return <Highlighted text={inline.text} />
    case 'code':
      return <code>{inline.text}</code>
    case 'break':
      return <br />
    case 'strong':
      return (
        <strong>
          <Inlines inlines={inline.children} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Inlines inlines={inline.children} />
        </em>
      )
    case 'link':
      return (
        <a href={inline.url} target="_blank" rel="noopener noreferrer nofollow ugc">
          <Inlines inlines={inline.children} />
        </a>
      )
    default:
      return inline satisfies never
  }
}
