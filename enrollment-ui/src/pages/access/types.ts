import type { Schemas } from '@/api/client';

/** The API's names, shorter where everything here is about access. */
export type AccessPoint = Schemas['AccessPoint'];
export type PointSettings = Schemas['AccessPointSettings'];
export type PointKind = Schemas['AccessPointKind'];
export type AccessMode = Schemas['AccessPointMode'];
export type ModeChange = Schemas['AccessModesChange'];
export type Factors = Schemas['AccessFactors'];
export type AccessGroup = Schemas['AccessGroup'];
export type GroupMember = Schemas['GroupMember'];
export type AccessRule = Schemas['AccessRule'];
export type RuleDemands = Schemas['AccessRuleDemands'];
export type AccessSchedule = Schemas['Schedule'];
export type WeeklyPeriod = Schemas['WeeklyPeriod'];
export type SpecialDay = Schemas['SpecialDay'];
export type TimeSpan = Schemas['DayPeriod'];
export type Weekday = Schemas['Weekday'];
export type Period = Schemas['SchedulePeriod'];
export type BlockedSubject = Schemas['BlockedSubject'];
export type SubjectAccess = Schemas['SubjectAccess'];
export type AccessDecision = Schemas['AccessDecision'];
export type AccessOutcome = Schemas['AccessOutcome'];
export type AccessReason = Schemas['AccessReason'];
export type PointState = Schemas['AccessPointState'];
export type Explanation = Schemas['AccessExplanation'];
export type Presence = Schemas['AccessPresence'];
