import { fuseau } from '../../domain/calendrier/fuseaux';
import type { Parametres } from '../../domain/dossier/parametres';
import type { Resultat } from '../../domain/dossier/resultat';
import { reglementNommeOuDernier, type Vocabulaire } from '../../domain/droit/reglements';
import { echeancesDuJour } from '../../domain/parcours/echeances-du-jour';
import type { Echeance } from '../../domain/parcours/situation';
import type { SorteRendezVous } from '../../domain/rendez-vous/sortes';
import { moment } from '../rendez-vous';
import { courriel, propre, type Segment, telephone } from '../texte';
import type { DonneesDocument } from './donnees';

/** What a document is written with: the data, the words of its règlement, and who follows the person. */
export interface ContexteDocument extends DonneesDocument {
  v: Vocabulaire;
  p: Parametres;
  r: Resultat;
  crp: boolean;
  /** "Mon CSP", "Ma CRP". */
  mon: string;
  /** Name of the person who follows the dossier. */
  qui: string;
  tel: Segment;
  mail: Segment;
  beneficiaire: string;
  /** Zone of the person's clock. */
  zone: string;
  /** The CSP runs, suspended or not: what is late can still be done. */
  enCours: boolean;
  echeance: (cle: string) => Echeance | undefined;
  /** Appointments of these kinds, the first one first. */
  rendezVousDe: (...sortes: SorteRendezVous[]) => DonneesDocument['rendezVous'][number][];
}

export function contexteDocument(d: DonneesDocument): ContexteDocument {
  const { referent, identite } = d.personnes;
  const echeances = echeancesDuJour(d.situation, d.jour);
  const { resultat } = d.situation;
  const parOrdre = d.rendezVous.toSorted((a, b) => comparer(a.debut, b.debut) || comparer(a.id, b.id));
  const { vocabulaire: v, parametres } = reglementNommeOuDernier(resultat.reglement);
  return {
    ...d,
    situation: { ...d.situation, echeances },
    v,
    mon: v.sigle === 'CRP' ? `Ma ${v.sigle}` : `Mon ${v.sigle}`,
    p: d.parametres ?? parametres,
    r: resultat,
    crp: v.sigle === 'CRP',
    qui: propre(`${referent.prenom} ${referent.nom}`),
    tel: telephone(referent.telephone),
    mail: courriel(referent.email),
    beneficiaire: propre(`${identite.prenom} ${identite.nom}`),
    zone: fuseau(d.dossier.residence),
    enCours: d.situation.etat === 'EN_CSP' || d.situation.etat === 'SUSPENDU',
    echeance: (cle) => echeances.find((e) => e.cle === cle),
    rendezVousDe: (...sortes) => parOrdre.filter((rdv) => sortes.includes(rdv.sorte)),
  };
}

const comparer = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Day of an appointment, on the clock that the person reads. */
export const jourDe = (c: ContexteDocument, rdv: DonneesDocument['rendezVous'][number]) => moment(c, rdv).jour;
