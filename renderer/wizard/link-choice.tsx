import { Dropdown, Field, makeStyles, Option } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { readLink } from '#shared/domain/link.ts'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { useView } from '#renderer/state/use-view.ts'
import type { DraftView } from './use-request-draft.ts'

const useStyles = makeStyles({ dropdown: { minWidth: 0, width: '100%' } })

/** Chooses among the account's links, where it keeps more than the one in use. */
export function LinkChoice({ view, accountId }: { readonly view: DraftView; readonly accountId: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { answer } = useUiActions()
  const { value } = useView('link.list', {
    accountId,
    filter: {
      match: 'all',
      conditions: [{ column: 'isCurrent', operator: 'any-of', value: ['yes', 'kept'] }],
    },
    limit: 100,
  })
  const links = value?.rows ?? []
  if (links.length < 2) {
    return null
  }
  const nameOf = (link: (typeof links)[number]) =>
    [link.label === '' ? readLink(link.link)?.host : link.label, t(`links.purposes.${link.purpose}`)].join(
      ' · ',
    )
  const chosen =
    links.find(({ id }) => id === view.draft.linkId) ?? links.find(({ isCurrent }) => isCurrent === 'yes')
  return (
    <Field label={t('wizard.account.linkChoice')}>
      <Dropdown
        className={styles.dropdown}
        value={chosen === undefined ? '' : nameOf(chosen)}
        selectedOptions={chosen === undefined ? [] : [chosen.id]}
        onOptionSelect={(_, { optionValue }) => {
          const link = links.find(({ id }) => id === optionValue)
          answer(
            link === undefined || link.isCurrent === 'yes'
              ? { linkId: null, chosenLink: null, chosenPurpose: 'reseller' }
              : { linkId: link.id, chosenLink: link.link, chosenPurpose: link.purpose },
          )
        }}
      >
        {links.map((link) => (
          <Option key={link.id} value={link.id} text={nameOf(link)}>
            {nameOf(link)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  )
}
