import { Button, Flex } from '@patternfly/react-core';
import UserPlusIcon from '@patternfly/react-icons/dist/esm/icons/user-plus-icon';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/auth/me';
import { NewPerson } from './NewPerson';
import { PersonFinder } from './PersonFinder';

/** Somebody whom the gallery knows, or somebody new. */
export function WhoStep({
  gallery,
  focused,
  choose,
}: {
  gallery: string;
  focused: boolean;
  choose: (subject: string) => void;
}) {
  const { t } = useTranslation('enroll');
  const mayCreate = useMay()('subjects.write');
  const [creating, setCreating] = useState<{ name: string }>();
  if (creating) {
    return <NewPerson gallery={gallery} name={creating.name} choose={choose} cancel={() => setCreating(undefined)} />;
  }
  return (
    <Flex className="janua-enroll-who" alignItems={{ default: 'alignItemsFlexEnd' }} gap={{ default: 'gapMd' }}>
      <PersonFinder
        gallery={gallery}
        focused={focused}
        choose={choose}
        create={mayCreate ? (name) => setCreating({ name }) : undefined}
      />
      {mayCreate && (
        <Button variant="secondary" icon={<UserPlusIcon />} onClick={() => setCreating({ name: '' })}>
          {t('who.new')}
        </Button>
      )}
    </Flex>
  );
}
