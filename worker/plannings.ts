import {
  type CalendarSpec,
  Client,
  ScheduleAlreadyRunning,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import { convertisseurQuiRemplace } from '../commun/data-converter';
import type { Trousseau } from '../commun/trousseau';
import type { MomentFlotte } from '../domain/flotte/flotte';
import { type DemandeConservation, typeConservation } from '../workflows/conservation/messages';
import { type EtatPoints, tourneeNeuve, typePointsDuMatin, typeTournee } from '../workflows/flotte/messages';
import { type DemandeInacheves, demandeLegere, typeInacheves, VIE_MAX } from '../workflows/inacheves/messages';
import { fileParcours } from '../workflows/parcours/messages';

/** A Schedule of Jalon, as it is created and brought up to date. */
type Planning = Pick<ScheduleOptions, 'scheduleId' | 'spec' | 'policies'> & {
  action: {
    type: 'startWorkflow';
    workflowId: string;
    workflowType: string;
    args: unknown[];
    staticSummary: string;
    workflowRunTimeout?: `${number} minutes` | `${number} hours`;
  };
  /** French, shown by the Temporal UI. */
  note: string;
};

/**
 * 4:00 UTC is eight o'clock in La Réunion, the first zone to wake: the workflow follows the others. At that hour the Antilles have just
 * entered the same day, so that a month has then closed everywhere.
 */
const HEURE_UTC = 4;

/** One started while the last still runs waits for its end: skipped, a month would have no mail because of one held letter. */
const overlap = ScheduleOverlapPolicy.BUFFER_ONE;

const mensuel = (moment: MomentFlotte, calendars: CalendarSpec[], catchupWindow: string, note: string): Planning => ({
  scheduleId: `actualisation-${moment.toLowerCase()}`,
  spec: { calendars: calendars.map((c) => ({ hour: HEURE_UTC, ...c })), timezone: 'UTC' },
  // A server that was down catches up as long as the moment is still worth it.
  policies: { overlap, catchupWindow: catchupWindow as `${number} days` },
  action: {
    type: 'startWorkflow',
    workflowId: `tournee-${moment.toLowerCase()}`,
    workflowType: typeTournee,
    args: [tourneeNeuve(moment, null)],
    staticSummary: note,
  },
  note,
});

/** The Schedules of Jalon: what falls on the same date or hour for everyone. @see R20 */
export const plannings: readonly Planning[] = [
  mensuel(
    'OUVERTURE',
    [
      {
        month: ['JANUARY', { start: 'MARCH', end: 'DECEMBER' }],
        dayOfMonth: 28,
        comment: 'le 28, sauf en février',
      },
      { month: 'FEBRUARY', dayOfMonth: 26, comment: 'le 26 février' },
    ],
    '10 days',
    'Annonce l’ouverture de l’actualisation du mois, le 28 (le 26 en février), de 8 h à 18 h dans chaque zone.',
  ),
  mensuel(
    'RAPPEL',
    [{ dayOfMonth: 12, comment: 'le 12' }],
    '3 days',
    'Rappelle l’actualisation à qui ne l’a pas faite, le 12, trois jours avant sa clôture.',
  ),
  mensuel(
    'CLOTURE',
    [{ dayOfMonth: 16, comment: 'le lendemain de la clôture' }],
    '10 days',
    'Laisse une tâche au référent de qui n’a pas d’actualisation consignée, le lendemain de la clôture.',
  ),
  {
    scheduleId: 'points-du-matin',
    // 3:00 UTC is before 7:30 in every zone; the run of the day then follows them.
    spec: { calendars: [{ dayOfWeek: { start: 'MONDAY', end: 'FRIDAY' }, hour: 3 }], timezone: 'UTC' },
    // A digest is of no use the day after.
    policies: { overlap, catchupWindow: '12 hours' },
    action: {
      type: 'startWorkflow',
      workflowId: 'points-du-matin',
      workflowType: typePointsDuMatin,
      args: [{ v: 1, passes: 0 } satisfies EtatPoints],
      staticSummary: 'Points du matin des référents',
    },
    note: 'Remet à chaque référent son point du matin, à 7 h 30 dans la zone de son agence, les jours ouvrés.',
  },
  {
    scheduleId: 'reprises',
    spec: { intervals: [{ every: '10 minutes' }] },
    // Each looks at everything: one late is as good as three.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '10 minutes' },
    action: {
      type: 'startWorkflow',
      workflowId: 'reprises',
      workflowType: typeInacheves,
      args: [demandeLegere],
      staticSummary: 'Ouvertures et rendez-vous interrompus, registre et moteur comparés',
      workflowRunTimeout: VIE_MAX.LEGERE,
    },
    note: 'Reprend toutes les dix minutes ce qu’une coupure a laissé entre le registre et le moteur, et en compare une partie.',
  },
  {
    scheduleId: 'coherence',
    // Between the last letters of a day, in the Antilles, and the first of the next one, in La Réunion.
    spec: { calendars: [{ hour: 1 }], timezone: 'UTC' },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 hour' },
    action: {
      type: 'startWorkflow',
      workflowId: 'coherence',
      workflowType: typeInacheves,
      args: [{ v: 1, etendue: 'ENTIERE', reparer: true } satisfies DemandeInacheves],
      staticSummary: 'Registre et moteur comparés en entier',
      workflowRunTimeout: VIE_MAX.ENTIERE,
    },
    note: 'Compare chaque nuit tous les parcours vivants du registre et du moteur, et répare ce qui peut l’être.',
  },
  {
    scheduleId: 'conservation',
    // Once the two are compared.
    spec: { calendars: [{ hour: 2 }], timezone: 'UTC' },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 hour' },
    action: {
      type: 'startWorkflow',
      workflowId: 'conservation',
      workflowType: typeConservation,
      args: [{ v: 1, mode: 'SELON_REGLAGES' } satisfies DemandeConservation],
      staticSummary: 'Durées de conservation',
      // Some thousands of people past their time at once; what is left is the next night's.
      workflowRunTimeout: '12 hours',
    },
    note: 'Regarde chaque nuit ce qui a passé sa durée de conservation, et l’efface si les réglages le disent ; achève les effacements interrompus.',
  },
];

/**
 * Creates the Schedules, or brings them up to date; those that someone paused stay paused, with their note. Several workers may do it
 * at once: the last writes the same as the first.
 */
export async function assurerPlannings(
  connection: NativeConnection,
  namespace: string,
  trousseau: Trousseau,
): Promise<void> {
  const { schedule } = new Client({ connection, namespace, dataConverter: convertisseurQuiRemplace(trousseau) });
  for (const { note, ...planning } of plannings) {
    const action = { ...planning.action, taskQueue: fileParcours };
    try {
      await schedule.create({ ...planning, action, state: { note } });
    } catch (erreur) {
      if (!(erreur instanceof ScheduleAlreadyRunning)) throw erreur;
      await schedule.getHandle(planning.scheduleId).update(({ state, searchAttributes: _, ...connu }) => ({
        ...connu,
        spec: planning.spec,
        policies: planning.policies!,
        action,
        state: state.paused ? state : { ...state, note },
      }));
    }
  }
}
