import { Combobox, Option } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useView } from '#renderer/state/use-view.ts'

type OwnerFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Called for Enter and Escape while no list is open. */
  readonly onKey?: (key: 'Enter' | 'Escape') => void
}

/** Whose a customer is: a name typed, or one that is an owner already, the user's own first. */
export function OwnerField({ label, value, onChange, onKey }: OwnerFieldProps) {
  const { t } = useTranslation()
  const me = useView('profile.current', {}).value?.name ?? ''
  const owners = useView('list.groups', { list: 'customers', column: 'owner', limit: 200 }).value ?? []
  const known = owners.map((owner) => String(owner.value ?? '')).filter((name) => name !== '')
  const names = [...new Set([...(me === '' ? [] : [me]), ...known])]
  const wanted = value.trim().toLowerCase()
  const shown = names.filter((name) => name.toLowerCase().includes(wanted))
  return (
    <Combobox
      freeform
      autoFocus
      aria-label={label}
      value={value}
      selectedOptions={names.includes(value) ? [value] : []}
      maxLength={120}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
      // Typing on unchooses what was chosen, which is no wish for another name.
      onOptionSelect={(_, { optionValue }) => optionValue !== undefined && onChange(optionValue)}
      onKeyDown={(event) => {
        const isOpen = event.currentTarget.getAttribute('aria-expanded') === 'true'
        if (!isOpen && (event.key === 'Enter' || event.key === 'Escape') && !event.nativeEvent.isComposing) {
          event.preventDefault()
          event.stopPropagation()
          onKey?.(event.key)
        }
      }}
    >
      {shown.map((name) => (
        <Option key={name} value={name} text={name}>
          {name === me ? t('own.owner.me', { name }) : name}
        </Option>
      ))}
    </Combobox>
  )
}
