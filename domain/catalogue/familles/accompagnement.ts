import { dateCivile, joursEntre } from '../../calendrier/dates';
import type { Prime, Resultat } from '../../dossier/resultat';
import { apres, cle, type Famille, finAnticipee, jamais, laPremiere, UN_MOIS } from '../entree';

/** Days from what C11 and C12 speak of to the last day to ask, as R17 has them. */
const delaiPrime = { C11_PRIME: 30, C12_RAPPEL_PRIME: 10 } as const;

/** The prime a letter speaks of: of those without refusal ground, the one whose last day to ask fits the letter's base best. */
export function primeDuCourrier(r: Resultat, code: keyof typeof delaiPrime, base: string) {
  const jour = dateCivile(base);
  const ecart = (p: Prime) => Math.abs(joursEntre(jour, p.limiteDemande) - delaiPrime[code]);
  return (r.primes ?? []).filter((p) => p.refus.length === 0).sort((a, b) => ecart(a) - ecart(b))[0];
}

/** While the CSP goes on: its interviews, the premium, the follow-up in a job. @see REGLES §7 */
export const accompagnement = {
  C06_CONVOCATION_PRE_BILAN: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E > S > C',
    decalage: 'APRES',
    regle: 'R11',
    // Held late, a pré-bilan is only an alert: the invitation is worth sending until the next interview takes over.
    utileJusquau: (r) => laPremiere(r.echeancePsp, r.dateFinCsp),
    perime: 'L’échéance du plan d’action est passée : c’est cet entretien qui est à fixer.',
    dit: (r) => [r.echeancePreBilan],
    rappel: false,
    engage: jamais,
  },
  C07_CONVOCATION_PSP: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E > S > C',
    decalage: 'AVANT',
    regle: 'R12',
    // A late plan is still due until the CSP ends.
    utileJusquau: (r) => r.dateFinCsp ?? null,
    perime: 'Le CSP est terminé : il n’y a plus de plan d’action à valider.',
    dit: (r) => [r.echeancePsp],
    rappel: false,
    engage: jamais,
  },
  C08_CONVOCATION_POINT_ETAPE: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E > S > C',
    decalage: 'AVANT',
    regle: 'R13',
    utileJusquau: (r) => r.pointEtape?.fin ?? null,
    perime: 'La période du point d’étape est passée.',
    dit: cle,
    rappel: false,
    engage: jamais,
  },
  C09_CONVOCATION_BILAN: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E > S > C',
    decalage: 'AVANT',
    regle: 'R22',
    utileJusquau: (r) => r.bilan?.fin ?? null,
    perime: 'La période du bilan est passée.',
    dit: cle,
    rappel: false,
    engage: finAnticipee,
  },
  C11_PRIME: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E > C',
    decalage: 'APRES',
    regle: 'R17',
    utileJusquau: (r, c) => primeDuCourrier(r, 'C11_PRIME', c.base)?.limiteDemande ?? null,
    perime: 'Le délai pour demander la prime est passé.',
    dit: cle,
    rappel: false,
    engage: jamais,
  },
  C12_RAPPEL_PRIME: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E > S > C',
    decalage: 'AVANT',
    regle: 'R17',
    utileJusquau: (r, c) => primeDuCourrier(r, 'C12_RAPPEL_PRIME', c.base)?.limiteDemande ?? null,
    perime: 'Le délai pour demander la prime est passé.',
    dit: null,
    rappel: true,
    engage: jamais,
  },
  C17_SUIVI_EMPLOI: {
    destinataires: ['CONSEILLER'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'T',
    decalage: 'AVANT',
    regle: 'R19',
    // The last contact falls the day after the follow-up: a month is left to make it.
    utileJusquau: (_r, c) => apres(c.date, UN_MOIS),
    perime: 'Le contact aurait dû avoir lieu il y a plus d’un mois.',
    dit: null,
    rappel: false,
    engage: jamais,
  },
} as const satisfies Famille<
  | 'C06_CONVOCATION_PRE_BILAN'
  | 'C07_CONVOCATION_PSP'
  | 'C08_CONVOCATION_POINT_ETAPE'
  | 'C09_CONVOCATION_BILAN'
  | 'C11_PRIME'
  | 'C12_RAPPEL_PRIME'
  | 'C17_SUIVI_EMPLOI'
>;
