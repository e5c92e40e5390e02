import { Button, Card, CardBody, ExpandableSection, List, ListItem } from '@patternfly/react-core';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/trash-icon';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { useMay } from '@/auth/me';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { FaceImage } from '@/components/FaceImage';
import { Time, useFormats } from '@/components/formats';
import { useGallery } from '@/layout/galleries';
import { FaceMeasures } from './FaceMeasures';
import { grade } from './measures';
import { nameOf, type Person, type Place, usePersonChanged } from './person';

const FACE_PIXELS = 128;

/** One enrolled face: what it looks like, how good it is, and by which models it can be recognised. */
export function FaceCard({ place, person, face }: { place: Place; person: Person; face: Schemas['EnrolledFace'] }) {
  const { t, i18n } = useTranslation(['people', 'advice']);
  const { number, score: scored } = useFormats();
  const may = useMay();
  const changed = usePersonChanged(place);
  const model = useGallery().data?.model;
  const [deleting, setDeleting] = useState(false);
  const [open, setOpen] = useState(false);
  const { quality, pose, liveness } = face.face;
  const degrees = (angle: number) =>
    number(Math.round(angle), { style: 'unit', unit: 'degree', unitDisplay: 'narrow' });
  const advice = (code: string) => (i18n.exists(`advice:${code}`) ? t(`advice:${code}`) : code);
  const remove = async () => {
    await ok(
      api.DELETE('/v1/galleries/{gallery}/subjects/{subject}/faces/{face}', {
        params: { path: { ...place, face: face.id } },
      }),
    );
    await changed();
  };
  return (
    <Card isCompact component="article" aria-label={t('faces.one')}>
      <CardBody>
        <div className="janua-person-face">
          <FaceImage
            gallery={place.gallery}
            subject={person.id}
            face={face.hasImage ? face.id : undefined}
            name={nameOf(person)}
            size={FACE_PIXELS}
          />
          <div className="janua-person-face-facts">
            <div className="janua-person-quality">{t('faces.quality', { score: number(quality.score) })}</div>
            <div className="janua-people-id">{t(`faces.grade.${grade(quality.score)}`)}</div>
            {quality.advice.length > 0 && (
              <List isPlain>
                {quality.advice.map((code) => (
                  <ListItem key={code}>{advice(code)}</ListItem>
                ))}
              </List>
            )}
            <div className="janua-people-id">
              <div>
                {t('faces.pose', {
                  yaw: degrees(pose.yaw),
                  pitch: degrees(pose.pitch),
                  roll: degrees(pose.roll),
                })}
              </div>
              <div>
                {liveness
                  ? t(liveness.live ? 'faces.live' : 'faces.notLive', { score: scored(liveness.score) })
                  : t('faces.livenessUnknown')}
              </div>
              <div>
                {t('faces.models', { count: face.models.length, models: face.models.join(', ') })}
                {model && !face.models.includes(model) && ` ${t('faces.notOfModel', { model })}`}
              </div>
              <div>
                {t('faces.enrolled')} <Time at={face.createdAt} />
              </div>
            </div>
          </div>
        </div>
        <ExpandableSection
          toggleText={t(open ? 'faces.hideMeasures' : 'faces.showMeasures')}
          isExpanded={open}
          onToggle={(_, expanded) => setOpen(expanded)}
        >
          <FaceMeasures measures={quality.measures} />
        </ExpandableSection>
        {may('subjects.write') && (
          <Button
            variant="link"
            isDanger
            isInline
            icon={<TrashIcon />}
            className="janua-gap-above"
            onClick={() => setDeleting(true)}
          >
            {t('faces.delete')}
          </Button>
        )}
        {deleting && (
          <ConfirmDialog
            title={t('faces.deleteTitle')}
            confirm={t('faces.delete')}
            onConfirm={remove}
            onClose={() => setDeleting(false)}
          >
            {t(person.faces > 1 ? 'faces.deleteHelp' : 'faces.deleteLastHelp', { name: nameOf(person) })}
          </ConfirmDialog>
        )}
      </CardBody>
    </Card>
  );
}
