import {
  Button,
  Dropdown,
  Field,
  Input,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Option,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components'
import { Delete16Regular } from '@fluentui/react-icons/svg/delete'
import { Save16Regular } from '@fluentui/react-icons/svg/save'
import { TextAddRegular } from '@fluentui/react-icons/svg/text-add'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { placeholders, placeholderText } from '#shared/domain/placeholders.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'
import type { DraftView } from './use-request-draft.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  choice: { flex: '1 1 200px', minWidth: 0 },
  dropdown: { minWidth: 0, width: '100%' },
  surface: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, width: '280px' },
})

type TemplatePickerProps = { readonly view: DraftView; readonly onInsert: (text: string) => void }

/** Chooses the mail's text among ours and the user's own, keeps what stands there, and inserts placeholders. */
export function TemplatePicker({ view, onInsert }: TemplatePickerProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const { answer } = useUiActions()
  const { draft, language, message, account, writtenFor } = view
  const all = useView('template.list', {}).value ?? []
  const own = all.filter(
    (each) =>
      each.language === language &&
      (each.purpose === null || each.purpose === draft.purpose) &&
      (each.cloud === null || each.cloud === account?.cloud),
  )
  const save = useCommand('template.save')
  const remove = useCommand('template.remove')
  const [name, setName] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const isSame = (each: (typeof own)[number]) =>
    each.subject === message.subject && each.text === message.text && each.closing === message.closing
  const chosen = own.find(isSame)
  const error = save.error ?? remove.error

  const choose = (templateId: string | undefined) => {
    const { [language]: _replaced, ...others } = draft.edits
    const template = own.find(({ id }) => id === templateId)
    answer(
      template === undefined
        ? { edits: others, editedFor: null }
        : {
            edits: {
              ...others,
              [language]: { subject: template.subject, text: template.text, closing: template.closing },
            },
            editedFor: writtenFor,
          },
    )
  }
  return (
    <>
      <div className={styles.root}>
        <Field label={t('templates.title')} className={styles.choice}>
          <Dropdown
            className={styles.dropdown}
            value={chosen?.name ?? (view.isEdited ? t('wizard.message.edited') : t('templates.ours'))}
            selectedOptions={[chosen?.id ?? (view.isEdited ? '' : 'ours')]}
            onOptionSelect={(_, { optionValue }) => choose(optionValue)}
          >
            <Option value="ours">{t('templates.ours')}</Option>
            {own.map((each) => (
              <Option key={each.id} value={each.id}>
                {each.name}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button icon={<TextAddRegular />} title={t('templates.placeholderHint')}>
              {t('templates.placeholders')}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {placeholders.map((each) => {
                const text = placeholderText(each, language === 'zh-CN')
                return (
                  <MenuItem key={each} onClick={() => onInsert(text)}>
                    {text}
                  </MenuItem>
                )
              })}
            </MenuList>
          </MenuPopover>
        </Menu>
        <Popover open={isOpen} onOpenChange={(_, { open }) => setIsOpen(open)} trapFocus>
          <PopoverTrigger disableButtonEnhancement>
            <Button icon={<Save16Regular />}>{t('templates.saveAs')}</Button>
          </PopoverTrigger>
          <PopoverSurface>
            <form
              className={styles.surface}
              onSubmit={async (event) => {
                event.preventDefault()
                const done = await save.run({ name, language, purpose: draft.purpose, ...message })
                if (done.ok) {
                  notify({ title: t('templates.saved'), canUndo: true })
                  setName('')
                  setIsOpen(false)
                }
              }}
            >
              <Field label={t('templates.name')} required>
                <Input value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
              </Field>
              <Button type="submit" disabled={name.trim() === '' || save.pending}>
                {t('templates.save')}
              </Button>
            </form>
          </PopoverSurface>
        </Popover>
        {chosen !== undefined && (
          <Button
            appearance="subtle"
            icon={<Delete16Regular />}
            aria-label={t('templates.remove')}
            title={t('templates.remove')}
            onClick={async () => {
              if ((await remove.run({ templateId: chosen.id })).ok) {
                notify({ title: t('templates.removed'), canUndo: true })
              }
            }}
          />
        )}
      </div>
      {error !== null && <Problem error={error} />}
    </>
  )
}
