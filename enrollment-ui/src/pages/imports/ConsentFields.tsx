import {
  Checkbox,
  FormGroup,
  FormHelperText,
  FormSection,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Notice } from '@/components/Notice';

export interface ConsentChoice {
  record: boolean;
  textVersion: string;
  channel: Schemas['ConsentChannel'];
}

const CHANNELS: Schemas['ConsentChannel'][] = ['paper', 'web', 'kiosk', 'app', 'verbal', 'other'];

/** The consent that is recorded for everybody of the archive who has none in force. */
export function ConsentFields({
  choice,
  change,
  mayRecord,
  required,
}: {
  choice: ConsentChoice;
  change: (choice: ConsentChoice) => void;
  mayRecord: boolean;
  required: boolean;
}) {
  const { t } = useTranslation('imports');
  return (
    <FormSection title={t('consent.title')} titleElement="h3">
      {mayRecord && (
        <Checkbox
          id="import-consent-record"
          label={t('consent.record')}
          description={t('consent.recordHelp')}
          isChecked={choice.record}
          onChange={(_, record) => change({ ...choice, record })}
        />
      )}
      {required && !choice.record && <Notice isPlain variant="warning" title={t('consent.without')} />}
      {choice.record && (
        <div className="janua-import-consent">
          <FormGroup label={t('consent.textVersion')} fieldId="import-text-version" isRequired>
            <TextInput
              id="import-text-version"
              isRequired
              maxLength={100}
              value={choice.textVersion}
              onChange={(_, textVersion) => change({ ...choice, textVersion })}
            />
            <FormHelperText>
              <HelperText>
                <HelperTextItem>{t('consent.textVersionHelp')}</HelperTextItem>
              </HelperText>
            </FormHelperText>
          </FormGroup>
          <FormGroup label={t('consent.channel')} fieldId="import-channel" isRequired>
            <FormSelect
              id="import-channel"
              value={choice.channel}
              onChange={(_, channel) => change({ ...choice, channel: channel as ConsentChoice['channel'] })}
            >
              {CHANNELS.map((channel) => (
                <FormSelectOption key={channel} value={channel} label={t(`consent.channels.${channel}`)} />
              ))}
            </FormSelect>
          </FormGroup>
        </div>
      )}
    </FormSection>
  );
}
