import {
  Button,
  Dropdown,
  Field,
  Input,
  makeStyles,
  Option,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components'
import { Save16Regular } from '@fluentui/react-icons/svg/save'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import type { DraftView } from './use-request-draft.ts'

const useStyles = makeStyles({
  surface: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, width: '300px' },
  dropdown: { minWidth: 0, width: '100%' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type KeepTemplateProps = {
  readonly view: DraftView
  /** The user's own templates in the text's language. */
  readonly own: ViewValue<'template.list'>
}

/** Keeps the mail's text under a name, for this cloud and purpose or for every one; a name in use is replaced. */
export function KeepTemplate({ view, own }: KeepTemplateProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const save = useCommand('template.save')
  const [isOpen, setIsOpen] = useState(false)
  const [name, setName] = useState('')
  const [isEveryCloud, setIsEveryCloud] = useState(false)
  const [isEveryPurpose, setIsEveryPurpose] = useState(true)
  const { draft, language, message, account } = view
  const same = own.find((each) => each.name === name.trim())
  const cloud = account?.cloud ?? null

  const keep = async () => {
    const done = await save.run({
      ...(same === undefined ? {} : { templateId: same.id }),
      name,
      language,
      purpose: isEveryPurpose ? null : draft.purpose,
      cloud: isEveryCloud ? null : cloud,
      ...message,
    })
    if (done.ok) {
      notify({ title: t('templates.saved'), canUndo: true })
      setName('')
      setIsOpen(false)
    }
  }
  const scopes = [
    {
      label: t('templates.cloud'),
      every: t('templates.everyCloud'),
      only: cloud === null ? null : t(`clouds.${cloud}`),
      isEvery: isEveryCloud || cloud === null,
      set: setIsEveryCloud,
    },
    {
      label: t('templates.purpose'),
      every: t('templates.everyPurpose'),
      only: t(`wizard.purpose.choices.${draft.purpose}`),
      isEvery: isEveryPurpose,
      set: setIsEveryPurpose,
    },
  ]
  return (
    <Popover
      open={isOpen}
      onOpenChange={(_, { open }) => setIsOpen(open)}
      trapFocus
      positioning={{ autoSize: 'height' }}
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button icon={<Save16Regular />}>{t('templates.saveAs')}</Button>
      </PopoverTrigger>
      <PopoverSurface>
        <form
          className={styles.surface}
          onSubmit={(event) => {
            event.preventDefault()
            void keep()
          }}
        >
          <Field label={t('templates.name')} required>
            <Input value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
          </Field>
          {scopes.map(({ label, every, only, isEvery, set }) => (
            <Field key={label} label={label}>
              <Dropdown
                className={styles.dropdown}
                value={isEvery ? every : (only ?? every)}
                selectedOptions={[isEvery ? 'every' : 'only']}
                onOptionSelect={(_, { optionValue }) => set(optionValue === 'every')}
              >
                {only !== null && <Option value="only">{only}</Option>}
                <Option value="every">{every}</Option>
              </Dropdown>
            </Field>
          ))}
          {same !== undefined && (
            <Text size={200} className={styles.quiet}>
              {t('templates.replaces', { name: same.name })}
            </Text>
          )}
          {save.error !== null && <Problem error={save.error} />}
          <Button type="submit" disabled={name.trim() === '' || save.pending}>
            {t(same === undefined ? 'templates.save' : 'templates.replace')}
          </Button>
        </form>
      </PopoverSurface>
    </Popover>
  )
}
