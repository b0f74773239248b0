import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { ajouterJours, type DateCivile, dateCivile, joursEntre, max } from '../../../domain/calendrier/dates';
import { fuseau, instantMinuit } from '../../../domain/calendrier/fuseaux';
import { entreeCatalogue } from '../../../domain/catalogue/catalogue';
import { evaluer } from '../../../domain/droit/calculer';
import { ACCEPTATION, OUVERTURE } from '../../../domain/droit/regles/de-test/scenario';
import { resoudreJournal } from '../../../domain/faits/resoudre-journal';
import { etatInitial } from '../../../domain/parcours/etat-initial';
import type {
  CourrierDu,
  EtatParcours,
  MessageRecu,
  ModeEnvoi,
  ReponseSituer,
} from '../../../domain/parcours/parcours';
import type { CourrierSitue, Situation } from '../../../domain/parcours/situation';
import { situer } from '../../../domain/parcours/situer';
import { lettresDues } from '../../outils/lettres-dues';

const DEBUT = dateCivile('2025-03-25');
export const RETENUE = 60;

export interface FaitVecu {
  le: DateCivile;
  evenement: Record<string, unknown> & { type: string };
  /** In its place: fields of the opening, rectified that day. */
  rectification?: Record<string, unknown>;
}

/** A letter that left, with what the rules said when it did. */
export interface LettrePartie {
  du: CourrierDu;
  quand: string;
  situation: Situation;
}

const neufHeures = (jour: DateCivile) =>
  new Date(instantMinuit(jour, fuseau('metropole')).getTime() + 9 * 3_600_000).toISOString();

/** What the workflow does with an answer, every letter due leaving at once. */
function appliquer(etat: EtatParcours, reponse: ReponseSituer, quand: string): EtatParcours {
  const partis = reponse.dus.map(({ cle, changement: _annonce, remplace: _corriges, ...lettre }) => {
    const { tentatives = 0 } = etat.courriers[cle] ?? {};
    return [cle, { ...lettre, statut: 'PARTI' as const, le: quand, tentatives: tentatives + 1 }];
  });
  const version = etat.version + 1;
  return {
    ...etat,
    recus: [],
    journal: [...etat.journal, ...reponse.entrees],
    issues: { ...etat.issues, ...Object.fromEntries(reponse.issues.map((i) => [i.id, { ...i, version }])) },
    courriers: { ...etat.courriers, ...reponse.memoires, ...Object.fromEntries(partis) },
    termeAnnonce: reponse.termeAnnonce,
    changements: reponse.changements,
    version,
  };
}

/** One pass: what the journey was asked of, and what people could read until the next. */
export interface Vue {
  quand: string;
  /** Before the pass, what it received taken away. */
  etat: EtatParcours;
  /** Some fact was received. */
  informee: boolean;
  situation: Situation;
  reponse: ReponseSituer;
}

/** The journey's own loop, without server: each fact recorded on its day, the clock going from one awaited instant to the next. */
export function vivre(
  faits: readonly FaitVecu[],
  envoi: ModeEnvoi = 'immediat',
  dossier: EtatParcours['dossier'] = OUVERTURE as unknown as EtatParcours['dossier'],
): {
  etat: EtatParcours;
  situation: Situation;
  vues: Vue[];
  parties: LettrePartie[];
} {
  const numero = '2025-000001-32';
  let etat = etatInitial({ numero, agence: 'a', referent: 'r', dossier, dateReprise: null, journal: [] });
  const aVenir = [...faits];
  const parties: LettrePartie[] = [];
  const vues: Vue[] = [];
  let quand = neufHeures(dossier.dateRemise);
  for (let tours = 1; ; tours += 1) {
    const recus = aVenir.filter(({ le }) => neufHeures(le) <= quand);
    aVenir.splice(0, recus.length);
    const numeroter = (n: number) => `f${String(faits.length - aVenir.length - recus.length + n).padStart(3, '0')}`;
    etat.recus = recus.flatMap(({ evenement, rectification }, n): MessageRecu[] => [
      rectification
        ? {
            id: numeroter(n),
            acte: 'rectifierDossier',
            contenu: { champs: rectification, auteur: 'un', motif: 'erreur de saisie' },
            recuLe: quand,
          }
        : { id: numeroter(n), acte: 'consigner', contenu: { evenement, auteur: 'un' }, recuLe: quand },
      ...(evenement.type === 'SORTIE'
        ? [
            {
              id: `${numeroter(n)}c`,
              acte: 'confirmer' as const,
              contenu: { confirme: numeroter(n), auteur: 'deux' },
              recuLe: quand,
            },
          ]
        : []),
    ]);
    const options = { envoi, sursisMinutes: RETENUE };
    const { reponse, situation } = situer({ etat, enCours: [], maintenant: quand }, options);
    parties.push(...reponse.dus.map((du) => ({ du, quand, situation })));
    vues.push({ quand, etat: { ...etat, recus: [] }, informee: etat.recus.length > 0, situation, reponse });
    etat = appliquer(etat, reponse, quand);
    const suivant = [reponse.prochain?.quand, ...(aVenir[0] ? [neufHeures(aVenir[0].le)] : [])].filter(
      (q) => q !== undefined,
    );
    if (reponse.clos && aVenir.length === 0) return { etat, situation, vues, parties };
    if (suivant.length === 0 || tours > 500) throw new Error(`le parcours n’avance plus, le ${quand}`);
    quand = suivant.sort()[0]!;
  }
}

const quand = fc.integer({ min: 3, max: 400 }).map((n) => ajouterJours(DEBUT, n));
const retard = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -10, max: 60 }) },
);
const duree = fc.integer({ min: 0, max: 100 });
const periode = (types: string[], plus: object = {}) =>
  fc
    .tuple(fc.constantFrom(...types), quand, duree)
    .map(([type, debut, n]) => ({ type, debut, fin: ajouterJours(debut, n), ...plus }));
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
    .tuple(fc.constantFrom('ABANDON', 'MANQUEMENT', 'DECES'), quand)
    .map(([motif, date]) => ({ type: 'SORTIE', motif, date })),
);
export const vie = fc.array(fc.tuple(evenement, retard), { maxLength: 7 }).map((tires): FaitVecu[] => {
  const faits = tires.map(([e, n]) => {
    const jour = ('debut' in e ? e.debut : e.date) as DateCivile;
    return { le: max(ajouterJours(jour, n), ajouterJours(DEBUT, 1)), evenement: e as FaitVecu['evenement'] };
  });
  const accord = { le: dateCivile('2025-03-10'), evenement: ACCEPTATION as FaitVecu['evenement'] };
  return [accord, ...faits.sort((a, b) => joursEntre(b.le, a.le))];
});

const ecrire = (c: { code: string; destinataire: string; date: string }) => `${c.date} ${c.code} ${c.destinataire}`;

/**
 * The end of a life and what `calculer` says of the journal it left, in the same terms; its letters on the days of the nearest end, where
 * there are two.
 * @param jour of its last fact
 */
export function comparer({ etat, situation }: { etat: EtatParcours; situation: Situation }, jour: DateCivile) {
  const { faits: consignes } = resoudreJournal(etat.dossier, etat.journal);
  // The one exception of R28: what would undo an effective re-registration counts for nothing.
  const effectifs = consignes.filter(({ id }) => etat.issues[id]?.code !== 'REINSCRIPTION_EFFECTIVE');
  const evaluation = evaluer(
    etat.dossier,
    effectifs.map((f) => f.evenement),
    {},
  );
  const calcule = evaluation.resultat;
  const dues = lettresDues(evaluation, etat, etat.dossier.residence, jour).map(ecrire);
  const voulues = new Set(dues);
  const siennes = situation.courriers.filter((c) => entreeCatalogue(c.code).origine === 'REGLES');
  const tient = ({ statut }: CourrierSitue) => !['RECTIFIE', 'ANNULE', 'PERIME'].includes(statut);
  // One that no longer holds, or that nobody got, still counts when the rules want it, unless another of that day took its place.
  const autres = new Set(siennes.filter((c) => !tient(c)).map(ecrire));
  const tenues = siennes.filter(tient).map(ecrire);
  const lettres = [...tenues, ...[...autres].filter((ecrite) => voulues.has(ecrite) && !tenues.includes(ecrite))];
  return {
    vecu: { resultat: situation.resultat, lettres: lettres.sort() },
    calcule: { resultat: calcule, lettres: dues.sort() },
    enAttente: siennes.filter((c) => ['A_VENIR', 'A_REPRENDRE', 'RETENU'].includes(c.statut)).map((c) => c.cle),
  };
}

/**
 * Random lives, late facts included, each lived by the journey's own loop without a server: at its end a life equals `calculer` on its
 * journal, date for date and letter for letter, and nothing is left to send.
 * @throws what differs, with the smallest life that shows it
 */
export function eprouverVies(numRuns: number, seed: number): void {
  fc.assert(
    fc.property(vie, (faits) => {
      const { vecu, calcule, enAttente } = comparer(vivre(faits), faits.at(-1)!.le);
      deepStrictEqual(vecu, calcule);
      deepStrictEqual(enAttente, []);
    }),
    { numRuns, seed },
  );
}
