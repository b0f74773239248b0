import { ajouterJours } from '../../calendrier/dates';
import { libellesEtats } from '../../dossier/etats';
import type { Etat, Resultat } from '../../dossier/resultat';
import { deCause } from '../../faits/causes';
import type { ContexteExplication } from './contexte';
import type { Famille, Raison } from './expliqueur';
import { le } from './mots';
import { CARNET, CONTRAT_DE_CALCUL, GUIDE } from './sources';

type Cles = 'chronologie' | 'etatFinal';
type Passage = NonNullable<Resultat['chronologie']>[number];

const ineligible = ({ resultat }: ContexteExplication): Pick<Raison, 'regle' | 'phrase' | 'cles' | 'fondements'> => ({
  regle: 'R4',
  phrase: `L’ouverture est refusée (${resultat.erreurs.join(', ')}).`,
  cles: ['erreurs'],
  fondements: [GUIDE],
});

/** What brings a journey into an état: its rule, its inputs, its sentence. @see REGLES §6, F35–F38 */
const passages: Readonly<
  Record<Etat, (passage: Passage, c: ContexteExplication) => Pick<Raison, 'regle' | 'phrase' | 'cles' | 'fondements'>>
> = {
  INELIGIBLE: (_, c) => ineligible(c),
  EN_REFLEXION: ({ date }) => ({
    regle: 'R6',
    phrase: `La proposition est remise le ${le(date)} et le délai de réflexion commence.`,
    fondements: [GUIDE],
  }),
  ACCEPTE: ({ date }, c) => ({
    regle: 'R8',
    phrase: c.resultat.debutCsp
      ? `La proposition est acceptée le ${le(date)} et attend le début ${c.mots.du}, le ${le(c.resultat.debutCsp)}.`
      : `La proposition est acceptée le ${le(date)} et attend la décision sur le licenciement.`,
    cles: ['decision', 'dateDecision'],
    fondements: [GUIDE],
  }),
  REFUSE: ({ date, cause }) => ({
    regle: 'R8',
    phrase: `Le dernier jour où une réponse est admise est la veille du ${le(date)}, ${cause === 'REFUS' ? 'et la proposition est refusée' : 'et le silence vaut refus'}.`,
    cles: ['finReflexionToleree', 'decision'],
    fondements: [GUIDE],
  }),
  SANS_SUITE: ({ date }, c) => ({
    regle: 'R7',
    phrase: `L’autorisation de licencier est refusée, notification du ${le(date)}.`,
    cles: ['decision'],
    fondements: [c.convention('art. 4'), CONTRAT_DE_CALCUL],
  }),
  EN_CSP: ({ date }, c) => ({
    regle: date === c.resultat.debutCsp ? 'R9' : 'R24',
    phrase:
      date === c.resultat.debutCsp
        ? `Premier jour ${c.mots.du}, le ${le(date)}.`
        : `Retour le ${le(date)}, lendemain du dernier jour de suspension (${le(ajouterJours(date, -1))}).`,
    cles: date === c.resultat.debutCsp ? ['debutCsp'] : ['suspensions'],
    fondements: [CARNET],
  }),
  SUSPENDU: ({ date, cause }, c) => ({
    regle: 'R24',
    phrase: `Le ${le(date)} est le premier jour ${deCause(cause!)}, sans ${c.mots.allocation.sigle}.`,
    cles: ['suspensions'],
    fondements: [CARNET],
  }),
  SUIVI_EMPLOI: ({ date }, c) => ({
    regle: 'R19',
    phrase: `L’emploi ou l’entreprise commence le ${le(date)}, lendemain du dernier jour ${c.mots.du}, et le suivi avec lui.`,
    cles: ['dateFinCsp', 'motifFin', 'suiviEmploi'],
    fondements: [CARNET],
  }),
  CLOS: ({ date }, c) => ({
    regle: c.resultat.suiviEmploi ? 'R19' : 'R27',
    phrase: c.resultat.suiviEmploi
      ? `Lendemain du dernier jour de suivi dans l’emploi (${le(c.resultat.suiviEmploi.fin)}).`
      : `Cette fin clôt le parcours le lendemain du dernier jour ${c.mots.du}, le ${le(date)}.`,
    cles: ['suiviEmploi', 'motifFin'],
    fondements: [c.resultat.suiviEmploi ? CARNET : CONTRAT_DE_CALCUL],
  }),
  ROMPU: ({ date }, c) => ({
    regle: 'R14, R27',
    phrase: `Lendemain du dernier jour ${c.mots.du} (${le(ajouterJours(date, -1))}), fini avant son terme et sans emploi durable.`,
    cles: ['dateFinCsp', 'motifFin'],
    fondements: [CARNET],
  }),
  TERMINE: ({ date }, c) => ({
    regle: 'R25',
    phrase: `Lendemain du terme ${c.mots.du} (${le(ajouterJours(date, -1))}).`,
    cles: ['dateFinCsp'],
    fondements: [CARNET],
  }),
  REINSCRIT: ({ date, cause }) => ({
    regle: 'R26',
    phrase: `Réinscription demandée le ${le(date)}${cause === 'TARDIVE' ? ', après la limite' : ''}.`,
    cles: ['reinscription'],
    fondements: [CARNET],
  }),
  NON_REINSCRIT: ({ date }) => ({
    regle: 'R25',
    phrase: `Aucune réinscription demandée au plus tard le ${le(ajouterJours(date, -1))}, dernier jour pour le faire.`,
    cles: ['reinscription'],
    fondements: [CARNET],
  }),
};

/** Where the journey went through, and where it is. @see REGLES §6 */
export const etats: Famille<Cles> = {
  chronologie: (liste, c) =>
    liste.map((passage, i) => ({
      ...passages[passage.etat](passage, c),
      sous: String(i),
      libelle: libellesEtats[passage.etat],
      valeur: passage,
    })),
  etatFinal: (etat, c) => {
    const dernier = c.resultat.chronologie?.at(-1);
    if (dernier === undefined) return ineligible(c);
    return { ...passages[etat](dernier, c), cles: ['chronologie'] };
  },
};
