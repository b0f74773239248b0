import { jourCourt, jourLong } from '../contexte';
import { nommer } from '../rendez-vous';
import { type Texte, t } from '../texte';
import { tableauActions } from './actions';
import type { Bloc, Document, LigneFiche } from './bloc';
import { dit } from './cartes';
import { type ContexteDocument, jourDe } from './contexte';
import { enListe, etapesSuivantes, quandEcheance } from './echeances';
import { identification, signatures } from './en-tete';

/** When an interview took place, or until when it may. */
export function champEntretien(c: ContexteDocument, cle: 'POINT_ETAPE' | 'BILAN'): LigneFiche {
  const tenu = c.rendezVousDe(cle).findLast((rdv) => rdv.statut === 'TENU');
  const e = c.echeance(cle);
  const fait = e?.faiteLe ?? (tenu ? jourDe(c, tenu) : null);
  if (fait) return { libelle: 'Entretien du', valeur: t`${jourLong(fait)}` };
  return { libelle: 'Entretien', valeur: e ? t`${quandEcheance(e, c)}` : null };
}

/** What was said in the held interviews of a kind; else ruled room for it. */
export function echanges(c: ContexteDocument, sorte: 'POINT_ETAPE' | 'BILAN', questions: string[]): Bloc[] {
  const notes = c
    .rendezVousDe(sorte)
    .filter((rdv) => rdv.statut === 'TENU')
    .flatMap(dit);
  if (notes.length > 0) return notes.map((texte): Bloc => ({ genre: 'paragraphe', texte }));
  const suites = questions.map((titre) => ({ titre, points: [], lignes: 2 }));
  return [{ genre: 'carte', titre: 'À remplir ensemble', etat: null, champs: [], cases: [], suites }];
}

/** Appointments held so far, one a line. */
export const rencontres = (c: ContexteDocument): Texte[] =>
  c.rendezVous
    .filter((rdv) => rdv.statut === 'TENU')
    .toSorted((a, b) => (a.debut < b.debut ? -1 : 1))
    .map((rdv) => t`${jourCourt(jourDe(c, rdv))} : ${nommer(rdv, c.v)}`);

/** How many of the agreed actions are done, in a sentence. */
export function avancement({ actions }: ContexteDocument): Texte {
  const faites = actions.filter((a) => a.faiteLe !== null).length;
  if (actions.length === 0) return t`Aucune action n'est encore notée.`;
  return t`${faites} ${faites > 1 ? 'actions faites' : 'action faite'} sur ${actions.length}.`;
}

/** The mid-way review (R13): what is done, what is not, what changes. */
export function pointEtape(c: ContexteDocument): Document {
  return {
    titre: 'Point d’étape',
    sousTitre: 'L’évolution de mon projet et la suite de mon parcours',
    couverture: false,
    unePage: false,
    blocs: [
      identification(c, [champEntretien(c, 'POINT_ETAPE')]),
      { genre: 'partie', titre: 'Où en est mon projet', nouvellePage: false },
      ...echanges(c, 'POINT_ETAPE', ['Ce qui avance', 'Ce qui bloque', 'Ce que je change']),
      { genre: 'partie', titre: 'Mon plan d’action', nouvellePage: false },
      { genre: 'paragraphe', texte: avancement(c) },
      tableauActions(c),
      ...enListe('Nos rencontres jusqu’ici', rencontres(c)),
      ...etapesSuivantes(c, ['BILAN', 'FIN_CSP', 'REINSCRIPTION']),
      signatures(c),
    ],
  };
}
