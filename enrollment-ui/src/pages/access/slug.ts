// Points, zones, groups, rules and schedules are named as galleries are.
export { isGalleryName as isSlug } from '@/pages/galleries/galleryName';
