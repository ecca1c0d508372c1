import {
  Button,
  Dropdown,
  Field,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Option,
  OptionGroup,
  tokens,
} from '@fluentui/react-components'
import { Delete16Regular } from '@fluentui/react-icons/svg/delete'
import { TextAddRegular } from '@fluentui/react-icons/svg/text-add'
import { TextBulletListRegular } from '@fluentui/react-icons/svg/text-bullet-list'
import { useTranslation } from 'react-i18next'
import { invitationTexts } from '#shared/domain/invitation-texts.ts'
import { placeholders, placeholderText } from '#shared/domain/placeholders.ts'
import { CloudBadge } from '#renderer/parts/badges.tsx'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'
import { KeepTemplate } from './keep-template.tsx'
import type { DraftView } from './use-request-draft.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  choice: { flex: '1 1 200px', minWidth: 0 },
  dropdown: { minWidth: 0, width: '100%' },
  option: {
    display: 'inline-flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
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
  const inLanguage = all.filter((each) => each.language === language)
  const isMeant = (each: (typeof all)[number]) =>
    (each.purpose === null || each.purpose === draft.purpose) &&
    (each.cloud === null || each.cloud === account?.cloud)
  const groups = [
    [t('templates.forThis'), inLanguage.filter(isMeant)],
    [t('templates.forOthers'), inLanguage.filter((each) => !isMeant(each))],
  ] as const
  const remove = useCommand('template.remove')
  const isSame = (each: (typeof all)[number]) =>
    each.subject === message.subject && each.text === message.text && each.closing === message.closing
  const chosen = inLanguage.find(isSame)

  const choose = (templateId: string | undefined) => {
    const { [language]: _replaced, ...others } = draft.edits
    const template = inLanguage.find(({ id }) => id === templateId)
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
            {groups.map(
              ([label, templates]) =>
                templates.length > 0 && (
                  <OptionGroup key={label} label={label}>
                    {templates.map((each) => (
                      <Option key={each.id} value={each.id} text={each.name}>
                        <span className={styles.option}>
                          {each.name}
                          {each.cloud !== null && <CloudBadge cloud={each.cloud} />}
                        </span>
                      </Option>
                    ))}
                  </OptionGroup>
                ),
            )}
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
              <MenuItem
                icon={<TextBulletListRegular />}
                onClick={() => window.setTimeout(() => onInsert(invitationTexts[language].statements))}
              >
                {t('templates.statements')}
              </MenuItem>
              <MenuDivider />
              {placeholders.map((each) => {
                const text = placeholderText(each, language === 'zh-CN')
                return (
                  // The menu gives the focus back to its button first; then the field takes it.
                  <MenuItem key={each} onClick={() => window.setTimeout(() => onInsert(text))}>
                    {text}
                  </MenuItem>
                )
              })}
            </MenuList>
          </MenuPopover>
        </Menu>
        <KeepTemplate view={view} own={inLanguage} />
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
      {remove.error !== null && <Problem error={remove.error} />}
    </>
  )
}
