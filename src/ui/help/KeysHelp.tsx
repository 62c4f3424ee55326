import { exploreKeys } from '#input/keymap.ts'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import { Dialog } from '#ui/shared/Dialog.tsx'
import css from './KeysHelp.module.css'

/** The key table, made from the keys themselves, so that it cannot tell anything else. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const { messages } = useTimeline()
  const panelMessages = usePanelMessages()
  const words = panelMessages.help

  return (
    <Dialog title={words.title} closeLabel={messages.app.close} onClose={onClose}>
      <p className={css.intro}>{words.intro}</p>
      <table className={css.keys}>
        <thead className="tl-visually-hidden">
          <tr>
            <th scope="col">{words.key}</th>
            <th scope="col">{words.does}</th>
          </tr>
        </thead>
        <tbody>
          {exploreKeys.map(({ command, shown }) => (
            <tr key={command}>
              <th scope="row">
                <kbd>{shown}</kbd>
              </th>
              <td>{words.commands[command]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
