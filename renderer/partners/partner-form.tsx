import {
  Button,
  Combobox,
  Dropdown,
  Field,
  Input,
  makeStyles,
  Option,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { civilDateOf } from '#shared/domain/civil-date.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(176px, 1fr))',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    alignItems: 'end',
    '& > *': { minWidth: 0 },
    '& .fui-Combobox, & .fui-Dropdown, & .fui-Input': { minWidth: 0, width: '100%' },
  },
  heading: { margin: 0 },
})

const answers = ['yes', 'no', 'unknown'] as const
const sources = ['customer', 'partner-center', 'colleague', 'other'] as const
type Answer = (typeof answers)[number]

type PartnerFormProps = {
  readonly customerId: string
  readonly services: readonly string[]
  readonly partners: readonly string[]
  readonly nameOf: (partner: string) => string
}

/** Notes one cell of the map quickly: service and partner chosen or typed, three answers, and where it is known from. */
export function PartnerForm({ customerId, services, partners, nameOf }: PartnerFormProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const note = useCommand('partner-map.note')
  const [service, setService] = useState('')
  const [partner, setPartner] = useState('')
  const [given, setGiven] = useState<{ readonly [F in 'transacts' | 'privileges' | 'partnerIdOn']: Answer }>({
    transacts: 'yes',
    privileges: 'unknown',
    partnerIdOn: 'unknown',
  })
  const [source, setSource] = useState<(typeof sources)[number]>('customer')
  const [words, setWords] = useState('')
  const known = partners.find((each) => nameOf(each) === partner.trim())

  const save = async () => {
    const done = await note.run({
      customerId,
      service: service.trim(),
      partner: known ?? partner.trim(),
      ...given,
      source,
      on: civilDateOf(new Date()),
      note: words,
    })
    if (done.ok) {
      notify({ title: t('partnerMap.added'), canUndo: true })
      setPartner('')
      setWords('')
    }
  }
  const answer = (field: keyof typeof given, label: string) => (
    <Field label={label}>
      <Dropdown
        value={t(`relationship.values.${given[field]}`)}
        selectedOptions={[given[field]]}
        onOptionSelect={(_, { optionValue }) => setGiven({ ...given, [field]: optionValue as Answer })}
      >
        {answers.map((each) => (
          <Option key={each} value={each}>
            {t(`relationship.values.${each}`)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  )
  return (
    <form
      className={styles.root}
      aria-label={t('partnerMap.add')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Text as="h3" weight="semibold" className={styles.heading}>
        {t('relationship.note')}
      </Text>
      <div className={styles.fields}>
        <Field label={t('partnerMap.service')} required>
          <Combobox
            freeform
            value={service}
            maxLength={200}
            onChange={(event) => setService(event.target.value)}
            onOptionSelect={(_, { optionText }) => setService(optionText ?? '')}
          >
            {services.map((each) => (
              <Option key={each}>{each}</Option>
            ))}
          </Combobox>
        </Field>
        <Field label={t('partnerMap.partner')} required>
          <Combobox
            freeform
            value={partner}
            maxLength={200}
            placeholder={t('partnerMap.partnerHint')}
            onChange={(event) => setPartner(event.target.value)}
            onOptionSelect={(_, { optionText }) => setPartner(optionText ?? '')}
          >
            {partners.map((each) => (
              <Option key={each}>{nameOf(each)}</Option>
            ))}
          </Combobox>
        </Field>
        {answer('transacts', t('partnerMap.transacts'))}
        {answer('privileges', t('partnerMap.privileges'))}
        {answer('partnerIdOn', t('partnerMap.partnerOfRecord'))}
        <Field label={t('partnerMap.source')}>
          <Dropdown
            value={t(`relationship.sources.${source}`)}
            selectedOptions={[source]}
            onOptionSelect={(_, { optionValue }) => setSource(optionValue as typeof source)}
          >
            {sources.map((each) => (
              <Option key={each} value={each}>
                {t(`relationship.sources.${each}`)}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Field label={t('partnerMap.note')}>
          <Input value={words} maxLength={2_000} onChange={(_, { value }) => setWords(value)} />
        </Field>
        <Button type="submit" disabled={service.trim() === '' || partner.trim() === '' || note.pending}>
          {t('partnerMap.add')}
        </Button>
      </div>
      {note.error !== null && <Problem error={note.error} />}
    </form>
  )
}
