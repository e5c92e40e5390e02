import { useObjectUrl } from '@/components/pictures';
import type { Source } from './source';

const SHOWN = 8;
/** A larger picture would take longer to draw than a glance at it is worth. */
const MOST_BYTES = 8_000_000;

/** The first people's first pictures; of an archive that was packed elsewhere there are none to show. */
export function PicturePeek({ source }: { source: Source }) {
  const files = new Map(source.files.map(({ path, file }) => [path.normalize('NFC'), file]));
  const folder = source.onePerson?.decided ? `${source.onePerson.folder}/` : '';
  const shown = (source.layout?.subjects ?? [])
    .map(({ id, first }) => ({ id, file: files.get(first.slice(folder.length)) }))
    .filter(({ file }) => file && file.size <= MOST_BYTES)
    .slice(0, SHOWN);
  return shown.length === 0 ? null : (
    <div className="janua-peek">
      {shown.map(({ id, file }) => (
        <Peek key={id} id={id} file={file!} />
      ))}
    </div>
  );
}

function Peek({ id, file }: { id: string; file: Blob }) {
  const url = useObjectUrl(file);
  return (
    <figure className="janua-peek-figure">
      {url && <img src={url} alt={id} className="janua-face" width={72} height={72} />}
    </figure>
  );
}
