import fc from 'fast-check';
import { ajouterJours, type DateCivile, dateCivile, max } from '../../../domain/calendrier/dates';
import { ACCEPTATION } from '../../../domain/droit/regles/de-test/scenario';
import { enOrdre, type FaitVecu } from './faits-vecus';

type EvenementTire = FaitVecu['evenement'];

const REMISE = dateCivile('2025-03-03');
/** Of the CSP, when the proposal is accepted in time and asks for no authorisation. */
const DEBUT = dateCivile('2025-03-25');

const entier = (min: number, max: number) => fc.integer({ min, max });
const quand = entier(3, 400).map((n) => ajouterJours(DEBUT, n));
const duree = entier(0, 100);

const periode = (types: string[], plus: object = {}) =>
  fc
    .tuple(fc.constantFrom(...types), quand, duree)
    .map(([type, debut, n]) => ({ type, debut, fin: ajouterJours(debut, n), ...plus }));

/** A fact that needs no other. */
export const evenement = fc.oneof(
  periode(['ARRET_MALADIE', 'CONGE_MATERNITE', 'CONGE_PATERNITE', 'PROCHE_AIDANT', 'CONGES', 'FORMATION']),
  periode(['SUSPENSION'], { motif: 'PAJE' }),
  fc.tuple(fc.uuid(), quand, duree).map(([contratId, debut, n]) => ({
    type: 'REPRISE_EMPLOI',
    nature: 'CDD',
    contratId,
    debut,
    fin: ajouterJours(debut, n),
  })),
  fc
    .tuple(
      fc.constantFrom(
        'PRE_BILAN_REALISE',
        'PSP_VALIDE',
        'POINT_ETAPE_REALISE',
        'BILAN_REALISE',
        'DEMANDE_REINSCRIPTION',
      ),
      quand,
    )
    .map(([type, date]) => ({ type, date })),
  fc.tuple(fc.constantFrom('CREATION_ENTREPRISE'), quand).map(([type, debut]) => ({ type, debut })),
  fc.tuple(fc.uuid(), quand).map(([contratId, debut]) => ({ type: 'REPRISE_EMPLOI', nature: 'CDI', contratId, debut })),
  fc
    .tuple(fc.constantFrom('ABANDON', 'RETRAITE', 'MANQUEMENT', 'FAUSSE_DECLARATION', 'DECES'), quand)
    .map(([motif, date]) => ({ type: 'SORTIE', motif, date })),
);

/** A job, of a fixed term or not, and its end before that. */
const emploiArrete = fc
  .tuple(fc.uuid(), quand, fc.option(entier(20, 250)), entier(0, 90), fc.constantFrom('RUPTURE_ESSAI', 'FIN_ANTICIPEE'))
  .map(([contratId, debut, n, apres, motif]) => [
    { type: 'REPRISE_EMPLOI', contratId, debut, ...leTerme(debut, n) },
    { type: 'FIN_CONTRAT', contratId, date: ajouterJours(debut, apres), motif },
  ]);

const leTerme = (debut: DateCivile, jours: number | null) =>
  jours === null ? { nature: 'CDI' } : { nature: 'CDD', fin: ajouterJours(debut, jours) };

/** A suspension whose end nobody knew, and the return. */
const suspensionLevee = fc.tuple(quand, entier(1, 150)).map(([debut, n]) => [
  { type: 'SUSPENSION', motif: 'PREPARE', debut },
  { type: 'FIN_SUSPENSION', date: ajouterJours(debut, n) },
]);

const retard = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: entier(-10, 60) });

/** Recorded on its day, before it or late, never before the proposal. */
function connaitre(e: object, jours: number): FaitVecu {
  const { debut, date } = e as { debut?: DateCivile; date?: DateCivile };
  return { le: max(ajouterJours((debut ?? date)!, jours), ajouterJours(REMISE, 1)), evenement: e as EvenementTire };
}

const suite = fc
  .tuple(
    fc.oneof(
      { weight: 5, arbitrary: evenement.map((e): object[] => [e]) },
      { weight: 1, arbitrary: emploiArrete },
      { weight: 1, arbitrary: suspensionLevee },
    ),
    retard,
    retard,
  )
  .map(([faits, ...retards]) => faits.map((e, rang) => connaitre(e, retards[rang]!)));

const accord: FaitVecu = { le: dateCivile(ACCEPTATION.date), evenement: ACCEPTATION };
const repondre = (date: DateCivile, apres: number, reponse = 'ACCEPTATION') =>
  connaitre({ type: 'REPONSE_SALARIE', date, reponse }, apres);
const leJour = (min: number, max: number) => entier(min, max).map((n) => ajouterJours(REMISE, n));

/** In time most often; told late, too late, no, no and then yes, or nothing. */
const reponse = fc.oneof<fc.WeightedArbitrary<FaitVecu[]>[]>(
  { weight: 8, arbitrary: fc.constant([accord]) },
  { weight: 1, arbitrary: fc.tuple(leJour(1, 21), entier(0, 40)).map(([date, n]) => [repondre(date, n)]) },
  { weight: 1, arbitrary: leJour(22, 40).map((date) => [repondre(date, 0)]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(leJour(1, 10), fc.option(leJour(11, 21)))
      .map(([non, oui]) => [repondre(non, 0, 'REFUS'), ...(oui === null ? [] : [repondre(oui, 0)])]),
  },
  { weight: 1, arbitrary: fc.constant([]) },
);

/** A protected employee, said on the day of the proposal: the inspector grants, refuses or is late; told on its day or after. */
const protection = fc.option(
  fc
    .tuple(fc.constantFrom('AUTORISE', 'AUTORISE', 'REFUSE'), leJour(0, 120), retard)
    .map(([decision, date, jours]): FaitVecu[] => [
      { le: REMISE, evenement: { type: 'OUVERTURE' }, rectification: { salarieProtege: true } },
      connaitre({ type: 'DECISION_AUTORISATION', date, decision }, Math.max(jours, 0)),
    ]),
  { freq: 8, nil: [] },
);

const decaler = (e: EvenementTire, jours: number, finSeule: boolean): EvenementTire => {
  const champs = finSeule && e.fin ? ['fin'] : ['date', 'debut', 'fin'];
  return Object.fromEntries(
    Object.entries(e).map(([nom, v]) => [nom, champs.includes(nom) && v ? ajouterJours(v as DateCivile, jours) : v]),
  ) as EvenementTire;
};

/** What becomes of one of the facts before: cancelled (no shift), or corrected, all its days or the last alone. */
const retouche = fc.record({
  cible: fc.nat({ max: 20 }),
  apres: entier(0, 60),
  ecart: fc.option(entier(-20, 20), { freq: 3 }),
  finSeule: fc.boolean(),
});

/**
 * A life: what was answered, an authorisation where it takes one, facts, then what is corrected or cancelled of them, each on the day
 * that it is recorded. One seed gives the same lives as long as this file does not change: a seed named in a report is that of the
 * version that wrote it.
 */
export const vie = fc
  .tuple(reponse, protection, fc.array(suite, { maxLength: 5 }), fc.array(retouche, { maxLength: 2 }))
  .map(([repondu, protege, suites, retouches]): FaitVecu[] => {
    const faits = enOrdre([...protege, ...repondu, ...suites.flat()]);
    const touchables = faits.filter(({ rectification }) => rectification === undefined);
    const touches = retouches.flatMap(({ cible, apres, ecart, finSeule }): FaitVecu[] => {
      const vise = touchables[cible % touchables.length];
      if (vise === undefined) return [];
      const le = ajouterJours(vise.le, apres);
      if (ecart === null) return [{ le, evenement: { type: 'ANNULATION' }, annule: vise }];
      return [{ le, evenement: decaler(vise.evenement, ecart, finSeule), corrige: vise }];
    });
    return enOrdre([...faits, ...touches]);
  });

/** Lives whose interviews and whose last job are recorded before their day, as happens of a slip of the month. */
export const vieEnAvance = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.constantFrom('PRE_BILAN_REALISE', 'PSP_VALIDE', 'POINT_ETAPE_REALISE', 'BILAN_REALISE'),
        quand,
        entier(1, 60),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    fc.option(fc.tuple(emploiArrete, entier(-60, -1))),
  )
  .map(([entretiens, emploi]): FaitVecu[] => {
    const faits = entretiens.map(([type, date, n]) => connaitre({ type, date }, -n));
    const autres = emploi === null ? [] : emploi[0].map((e) => connaitre(e, emploi[1]));
    return [accord, ...enOrdre([...faits, ...autres]).filter(({ le }) => le > accord.le)];
  });
