import { Button, Content } from '@patternfly/react-core';
import FileAltIcon from '@patternfly/react-icons/dist/esm/icons/file-alt-icon';
import FileImageIcon from '@patternfly/react-icons/dist/esm/icons/file-image-icon';
import FolderIcon from '@patternfly/react-icons/dist/esm/icons/folder-icon';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '@/components/download';
import { SAMPLE_TABLE } from './subjects-csv';

/** What an archive should look like, drawn. */
export function LayoutHelp() {
  const { t } = useTranslation('imports');
  return (
    <section aria-label={t('layout.title')}>
      <Content component="h3">{t('layout.title')}</Content>
      <ul className="janua-tree">
        <Branch icon={<FolderIcon />} name="alice/" note={t('layout.folder')}>
          <Branch icon={<FileImageIcon />} name="front.jpg" />
          <Branch icon={<FileImageIcon />} name="left.jpg" />
        </Branch>
        <Branch icon={<FolderIcon />} name="bob/">
          <Branch icon={<FileImageIcon />} name="1.jpg" />
        </Branch>
        <Branch icon={<FileImageIcon />} name="carla.png" note={t('layout.single')} />
        <Branch icon={<FileAltIcon />} name="subjects.csv" note={t('layout.table')} />
      </ul>
      <Content component="p">{t('layout.help')}</Content>
      <Button
        variant="link"
        isInline
        onClick={() => download(new Blob(['\ufeff', SAMPLE_TABLE], { type: 'text/csv' }), 'subjects.csv')}
      >
        {t('layout.sample')}
      </Button>
    </section>
  );
}

function Branch({
  icon,
  name,
  note,
  children,
}: {
  icon: ReactNode;
  name: string;
  note?: string;
  children?: ReactNode;
}) {
  return (
    <li>
      <span className="janua-tree-name">
        {icon} {name}
      </span>
      {note && <span className="janua-tree-note">{note}</span>}
      {children && <ul>{children}</ul>}
    </li>
  );
}
