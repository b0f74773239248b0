import type { Usage } from '../../domain/comptes/politique';
import { minuscule } from '../../domain/droit/expliquer/mots';
import { estEntretienLegal } from '../../domain/faits/entretiens';
import { definitions, type TypeEvenement } from '../../domain/faits/evenements';
import type { Tache } from '../../registre';
import { aConsigner, entreeDeTache } from './taches';

/** What sees to something that is to be done: a form, or a part of a dossier's page. */
export interface Geste {
  libelle: string;
  /** After `/dossiers/<numero>`. */
  chemin: string;
  /** What one must be allowed to do for it to be of any use. */
  usage: Usage;
  /** The interview that it plans. */
  entretien?: string;
}

const consigner = (type: TypeEvenement, libelle = `Consigner : ${minuscule(definitions[type].libelle)}`): Geste => ({
  ...{ libelle, chemin: `/evenement?type=${type}` },
  usage: 'agir-sur-un-dossier',
});
const planifier = (sorte: string): Geste => ({
  ...{ libelle: 'Planifier', chemin: `/rendez-vous/nouveau?sorte=${sorte}`, entretien: sorte },
  usage: 'planifier-rendez-vous',
});

/** Types of task whose key says which appointment they are about: `<numero>/RDV_A_CLORE/<id>`. */
const SUR_UN_RENDEZ_VOUS = /\/RDV_A_(?:CLORE|PREVENIR|DEPLACER)\/([^/]+)/;

/** What becomes of an appointment. */
const ISSUES = {
  tenu: { libelle: 'Tenu', usage: 'tenir-rendez-vous' },
  manque: { libelle: 'Manqué', usage: 'manquer-rendez-vous' },
  deplacer: { libelle: 'Déplacer', usage: 'deplacer-rendez-vous' },
  annuler: { libelle: 'Annuler', usage: 'annuler-rendez-vous' },
} as const;

const rendezVous = (id: string, ...actes: (keyof typeof ISSUES)[]): Geste[] =>
  actes.map((acte) => ({ ...ISSUES[acte], chemin: `/rendez-vous/${id}/${acte}` }));

const COORDONNEES: Geste = {
  ...{ libelle: 'Compléter les coordonnées', chemin: '/coordonnees' },
  usage: 'changer-coordonnees',
};
const COURRIERS: Geste = { libelle: 'Voir le courrier', chemin: '#courriers', usage: 'lire-dossier' };
const PIECES: Geste = { libelle: 'Noter ce qui est reçu', chemin: '#pieces', usage: 'recevoir-piece' };
const FORMATION: Geste = { libelle: 'Noter ce qui est fait', chemin: '#formations', usage: 'faire-une-demarche' };
const JOURNAL: Geste = { libelle: 'Voir le journal', chemin: '#journal', usage: 'lire-dossier' };

/** What sees to a task, the likeliest first; nothing when only a word, or a call, does. */
export function gestesDeTache({ type, cle }: Pick<Tache, 'type' | 'cle'>): Geste[] {
  const id = SUR_UN_RENDEZ_VOUS.exec(cle)?.[1];
  switch (type) {
    case 'BULLETIN_RECU':
      return [
        consigner('REPONSE_SALARIE', 'Consigner la réponse'),
        { libelle: 'Rien n’est arrivé…', chemin: '/silence', usage: 'agir-sur-un-dossier' },
      ];
    case 'ADRESSE_MANQUANTE':
    case 'ADRESSE_REJETEE':
      return [COORDONNEES];
    case 'ACTUALISATION_MANQUEE':
      return [{ libelle: 'Enregistrer l’actualisation', chemin: '#actualisations', usage: 'declarer-actualisation' }];
    case 'RDV_A_CLORE':
      return id === undefined ? [] : rendezVous(id, 'tenu', 'manque');
    case 'RDV_A_DEPLACER':
      return id === undefined ? [] : rendezVous(id, 'deplacer', 'annuler');
    case 'COURRIER_A_REMETTRE':
    case 'COURRIER_NON_PARTI':
    case 'COURRIER_DEVENU_FAUX':
      return [COURRIERS];
    case 'PIECES_A_REUNIR':
    case 'PIECE_ATTENDUE':
      return [PIECES];
    case 'FORMATION_A_SUIVRE':
      return cle.endsWith('/ENTREE') ? [consigner('FORMATION', 'Consigner la formation'), FORMATION] : [FORMATION];
    case 'FAIT_ECARTE':
    case 'FAIT_REDEVENU_VALIDE':
      return [JOURNAL];
    case 'A_CONFIRMER': {
      const entree = entreeDeTache({ cle });
      const chemin = `/confirmation?entree=${encodeURIComponent(entree ?? '')}`;
      return entree === null ? [] : [{ libelle: 'Voir et confirmer', chemin, usage: 'agir-sur-un-dossier' }];
    }
    case 'ECHEANCE_PROCHE':
    case 'ECHEANCE_DEPASSEE':
      return gestesDEcheance(cle.split('/')[2] ?? '');
    default:
      return [];
  }
}

/** What meets an échéance: its fact, and for an interview the appointment first. */
export function gestesDEcheance(cle: string): Geste[] {
  if (cle === 'FIN_REFLEXION') return [consigner('REPONSE_SALARIE', 'Consigner la réponse')];
  const evenement = aConsigner({ cle: `/ECHEANCE_PROCHE/${cle}/` });
  if (evenement === null) return [];
  return estEntretienLegal(cle) ? [consigner(evenement), planifier(cle)] : [consigner(evenement)];
}

/** What becomes of an appointment: asked once its hour is past. */
export const gestesDeRendezVous = (id: string, passe: boolean): Geste[] =>
  passe ? rendezVous(id, 'tenu', 'manque') : rendezVous(id, 'deplacer', 'annuler');

/** Types of task that something recorded closes: put away without it, they ask for nothing less than before. */
const CLOSES_PAR_UN_ACTE: readonly string[] = [
  'BULLETIN_RECU',
  'ADRESSE_MANQUANTE',
  'ADRESSE_REJETEE',
  'ACTUALISATION_MANQUEE',
  'RDV_A_CLORE',
  'RDV_A_DEPLACER',
  'PIECE_ATTENDUE',
  'FORMATION_A_SUIVRE',
];

/** Whether a task is seen to by what is recorded, and not by saying so. */
export const closeParUnActe = ({ type, cle }: Pick<Tache, 'type' | 'cle'>): boolean =>
  CLOSES_PAR_UN_ACTE.includes(type) || aConsigner({ cle }) !== null;
