import type { ComponentProps } from 'react'

import { Icon, type IconName } from './Icon.tsx'
import controls from './controls.module.css'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'type'> {
  readonly icon: IconName
  /** The accessible name; also shown as a tooltip. */
  readonly label: string
}

/** A square button with a picture, a name and a tooltip. */
export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={`${controls.button} ${controls.quiet} ${controls.icon} ${className ?? ''}`}
    >
      <Icon name={icon} />
    </button>
  )
}
