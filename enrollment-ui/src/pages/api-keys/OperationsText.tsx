import { Button, List, ListItem, Popover } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Operation } from '@/auth/me';
import { GROUPS, presetOf } from './operations';

const ALL = GROUPS.flatMap((group) => group.operations);

/** What a key may do in two words; a click says it all. */
export function OperationsText({ name, operations }: { name: string; operations: string[] }) {
  const { t, i18n } = useTranslation('apikeys');
  const preset = presetOf(operations as Operation[]);
  const text = (operation: string) => {
    const key = `operation.${operation.replace('.', '_')}`;
    return i18n.exists(`apikeys:${key}`) ? t(key) : operation;
  };
  const brief =
    preset !== 'own'
      ? t(`preset.${preset}.name`)
      : ALL.every((operation) => operations.includes(operation))
        ? t('everything')
        : operations.length === 1
          ? text(operations[0]!)
          : t('operations', { count: operations.length });
  return (
    <Popover
      headerContent={t('mayOf', { name })}
      headerComponent="h2"
      closeBtnAriaLabel={t('common:close')}
      bodyContent={
        <List isPlain>
          {[...operations].sort().map((operation) => (
            <ListItem key={operation}>{text(operation)}</ListItem>
          ))}
        </List>
      }
    >
      <Button variant="link" isInline>
        {brief}
      </Button>
    </Popover>
  );
}
